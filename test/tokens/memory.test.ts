import { expect } from '@open-wc/testing';

import { memoryTokens } from '../../src/index.js';

describe('memoryTokens', () => {
  it('starts with nothing, or with the pair that it is given', () => {
    expect(memoryTokens().read()).to.equal(undefined);
    expect(memoryTokens({ accessToken: 'a' }).read()).to.deep.equal({ accessToken: 'a' });
  });

  it('takes a new pair, and forgets it', () => {
    const tokens = memoryTokens({ accessToken: 'a', refreshToken: 'b' });
    tokens.replace({ accessToken: 'c' });
    expect(tokens.read()).to.deep.equal({ accessToken: 'c' });
    tokens.clear();
    expect(tokens.read()).to.equal(undefined);
  });

  it('keeps every store to itself', () => {
    const [one, two] = [memoryTokens({ accessToken: 'a' }), memoryTokens({ accessToken: 'b' })];
    one.clear();
    expect(two.read()).to.deep.equal({ accessToken: 'b' });
  });

  it('leaves no trace in storage', () => {
    memoryTokens().replace({ accessToken: 'in-memory-only' });
    expect(JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie).not.to.include(
      'in-memory',
    );
  });
});
