import { expect } from '@open-wc/testing';

import { memoryTokens, pairPlace, type Tokens, type TokenStore } from '../../src/index.js';
import { type Change, SessionTokens } from '../../src/tokens/session-tokens.js';
import { cookie } from '../support/places.js';
import { forgetEverything } from '../support/simulators.js';

const pair = { accessToken: 'a', refreshToken: 'r' };
const fresh = { accessToken: 'a2', refreshToken: 'r2' };
const week = { maxAge: 604_800, sameSite: 'Lax' } as const;
const local = pairPlace('localStorage', 'at', 'rt');
const session = pairPlace('sessionStorage', 'at', 'rt');
const jar = pairPlace('cookie', 'at', 'rt', week);

function store(area: Storage, { accessToken, refreshToken }: typeof pair): void {
  area.setItem('at', accessToken);
  area.setItem('rt', refreshToken);
}

const clear = (): void => undefined;
const fail = (): never => {
  throw new Error('secret');
};

afterEach(forgetEverything);

const { signal } = new AbortController();
const everything = (): boolean => true;

/** Removes all that is there, and what goes with it. */
async function clearAll(tokens: SessionTokens): Promise<Change> {
  const { isReplaced, problems } = await tokens.remove(everything, signal);
  return { isReplaced, problems: [...problems, ...(await tokens.removeRest(signal))] };
}

const replace = (tokens: SessionTokens, by: Tokens): Promise<Change> => tokens.remove(everything, signal, by);
const update = (tokens: SessionTokens, by: Tokens): Promise<Change> =>
  tokens.remove(({ canReplace }) => canReplace, signal, by);

describe('The tokens of a session', () => {
  describe('are read', () => {
    it('from the page’s own store first', () => {
      store(localStorage, fresh);
      expect(new SessionTokens(memoryTokens(pair), [local]).read()).to.deep.equal(pair);
    });

    it('from the places in their order if that store is empty', () => {
      store(sessionStorage, fresh);
      store(localStorage, pair);
      expect(new SessionTokens(memoryTokens(), [local, session]).read()).to.deep.equal(pair);
      expect(new SessionTokens(undefined, [session, local]).read()).to.deep.equal(fresh);
    });

    it('as nothing if there are none', () => {
      expect(new SessionTokens(undefined, [local, session, jar]).read()).to.equal(undefined);
    });

    it('synchronously from a synchronous store, so that a click’s request leaves in its task', () => {
      expect(new SessionTokens(memoryTokens(pair), []).read()).not.to.be.a('promise');
    });

    it('from an asynchronous store, and from the places if the store is empty', async () => {
      store(localStorage, pair);
      const slow: TokenStore = { read: () => Promise.resolve(undefined), clear };
      expect(await new SessionTokens(slow, [local]).read()).to.deep.equal(pair);
    });

    it('from a refresh token alone', () => {
      localStorage.setItem('rt', 'r');
      expect(new SessionTokens(undefined, [local]).read()).to.deep.include({ refreshToken: 'r' });
    });
  });

  describe('are cleared', () => {
    it('wherever they are, and nothing beside them', async () => {
      store(localStorage, pair);
      store(sessionStorage, pair);
      document.cookie = 'at=a; Path=/';
      for (const area of [localStorage, sessionStorage]) area.setItem('atlas', 'x');
      document.cookie = 'atlas=x; Path=/';
      const memory = memoryTokens(pair);
      const change = await clearAll(new SessionTokens(memory, [local, session, jar]));
      expect(change).to.deep.equal({ isReplaced: false, problems: [] });
      expect([{ ...localStorage }, { ...sessionStorage }]).to.deep.equal([{ atlas: 'x' }, { atlas: 'x' }]);
      expect(document.cookie).to.equal('atlas=x');
      expect(memory.read()).to.equal(undefined);
    });

    it('with the platform’s other keys beside them', async () => {
      for (const key of ['cart', 'cartoon']) localStorage.setItem(key, 'x');
      for (const name of ['ssid', 'cart-1', 'cart', 'my-cart']) document.cookie = `${name}=x; Path=/`;
      const leftovers = { localStorage: ['cart'], cookies: ['ssid'], cookiePrefixes: ['cart'] };
      await clearAll(new SessionTokens(undefined, [], leftovers));
      expect({ ...localStorage }).to.deep.equal({ cartoon: 'x' });
      expect(document.cookie).to.equal('my-cart=x');
    });

    it('not from a place with somebody else’s value', async () => {
      document.cookie = 'session=of-another-app; Path=/';
      const place = { in: 'cookie', keys: ['session'], read: () => undefined } as const;
      await clearAll(new SessionTokens(undefined, [place]));
      expect(cookie('session')).to.equal('of-another-app');
    });

    it('as far as possible if the page’s own store throws; the warning does not quote the error', async () => {
      store(localStorage, pair);
      const { problems } = await clearAll(new SessionTokens({ read: () => undefined, clear: fail }, [local]));
      expect(localStorage.length).to.equal(0);
      expect(problems.join()).to.include('token store failed').and.not.include('secret');
    });
  });

  it('stay if they are not the old ones, also beside old ones', async () => {
    store(localStorage, pair);
    store(sessionStorage, fresh);
    const memory = memoryTokens(fresh);
    const tokens = new SessionTokens(memory, [local, session]);
    await tokens.remove((found) => found.tokens.accessToken === 'a', signal);
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 2]);
    expect(memory.read()).to.deep.equal(fresh);
  });

  it('are found everywhere, and count as page memory unless they are in sessionStorage', async () => {
    store(localStorage, pair);
    sessionStorage.setItem('app', JSON.stringify({ auth: { token: 'a-long-one' } }));
    const ofTab = memoryTokens({ accessToken: 'a-long-one' });
    const found = await new SessionTokens(ofTab, [local], {}, memoryTokens(fresh)).all();
    expect(found.map(({ tokens, isInMemory }) => [tokens.accessToken, isInMemory])).to.deep.equal([
      ['a2', true],
      ['a', false],
      ['a-long-one', false],
    ]);
  });

  describe('are replaced', () => {
    it('where they were found, and nowhere else', async () => {
      store(localStorage, pair);
      const change = await replace(new SessionTokens(undefined, [local, session, jar]), fresh);
      expect(change).to.deep.equal({ isReplaced: true, problems: [] });
      expect({ ...localStorage }).to.deep.equal({ at: 'a2', rt: 'r2' });
      expect(sessionStorage.length).to.equal(0);
      expect(document.cookie).to.equal('');
    });

    it('in a cookie that no platform describes', async () => {
      document.cookie = 'at=a; Path=/';
      const change = await replace(new SessionTokens(undefined, [pairPlace('cookie', 'at', 'rt')]), fresh);
      expect(change).to.deep.equal({ isReplaced: true, problems: [] });
      expect([cookie('at'), cookie('rt')]).to.deep.equal(['a2', 'r2']);
    });

    it('without leaving the old refresh token behind if no new one came', async () => {
      store(localStorage, pair);
      await replace(new SessionTokens(undefined, [local]), { accessToken: 'a2' });
      expect({ ...localStorage }).to.deep.equal({ at: 'a2' });
    });

    it('by nothing in a place that can only be emptied', async () => {
      localStorage.setItem('at', 'a');
      const { write: _, ...place } = local;
      const change = await replace(new SessionTokens(undefined, [place]), fresh);
      expect(localStorage.length).to.equal(0);
      expect(change.isReplaced).to.equal(false);
    });

    it('by nothing in a store of the page that cannot take them', async () => {
      let isCleared = false;
      const fixed: TokenStore = {
        read: () => pair,
        clear: () => {
          isCleared = true;
        },
      };
      const change = await replace(new SessionTokens(fixed, []), fresh);
      expect(change.isReplaced).to.equal(false);
      expect(isCleared).to.equal(true);
    });

    it('by nothing if the new ones do not fit', async () => {
      store(localStorage, pair);
      const tooLong = { accessToken: 'x'.repeat(6_000_000), refreshToken: 'r2' };
      const { isReplaced, problems } = await replace(new SessionTokens(undefined, [local]), tooLong);
      expect(localStorage.length).to.equal(0);
      expect(isReplaced).to.equal(false);
      expect(problems.length).to.equal(1);
      expect(problems[0]).to.include('old ones were removed');
    });
  });

  describe('are updated while the session goes on', () => {
    it('where they were found, and in a store of the page that can take them', async () => {
      store(sessionStorage, pair);
      const memory = memoryTokens(pair);
      await update(new SessionTokens(memory, [local, session]), fresh);
      expect({ ...sessionStorage }).to.deep.equal({ at: 'a2', rt: 'r2' });
      expect(localStorage.length).to.equal(0);
      expect(memory.read()).to.deep.equal(fresh);
    });

    it('without loss of the old ones in a place or a store that cannot take new ones', async () => {
      store(localStorage, pair);
      const { write: _, ...place } = local;
      let isCleared = false;
      const readOnly: TokenStore = {
        read: () => pair,
        clear: () => {
          isCleared = true;
        },
      };
      await update(new SessionTokens(readOnly, [place]), fresh);
      expect({ ...localStorage }).to.deep.equal({ at: 'a', rt: 'r' });
      expect(isCleared).to.equal(false);
    });
  });
});
