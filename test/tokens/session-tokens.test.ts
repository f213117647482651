import { expect } from '@open-wc/testing';

import { memoryTokens, pairPlace, type TokenStore } from '../../src/index.js';
import { SessionTokens } from '../../src/tokens/session-tokens.js';
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

    it('as nothing if they are nowhere', () => {
      expect(new SessionTokens(undefined, [local, session, jar]).read()).to.equal(undefined);
    });

    it('synchronously from a synchronous store, so that a click’s request leaves in its task', () => {
      expect(new SessionTokens(memoryTokens(pair), []).read()).not.to.be.a('promise');
    });

    it('from a store that takes its time, and from the places if that has nothing', async () => {
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
      const change = await new SessionTokens(memory, [local, session, jar]).clear();
      expect(change).to.deep.equal({ isReplaced: false, problems: [] });
      expect([{ ...localStorage }, { ...sessionStorage }]).to.deep.equal([{ atlas: 'x' }, { atlas: 'x' }]);
      expect(document.cookie).to.equal('atlas=x');
      expect(memory.read()).to.equal(undefined);
    });

    it('with what the platform leaves beside them', async () => {
      for (const key of ['cart', 'cartoon']) localStorage.setItem(key, 'x');
      for (const name of ['ssid', 'cart-1', 'cart', 'my-cart']) document.cookie = `${name}=x; Path=/`;
      const leftovers = { localStorage: ['cart'], cookies: ['ssid'], cookiePrefixes: ['cart'] };
      await new SessionTokens(undefined, [], leftovers).clear();
      expect({ ...localStorage }).to.deep.equal({ cartoon: 'x' });
      expect(document.cookie).to.equal('my-cart=x');
    });

    it('not from a place whose value is of somebody else', async () => {
      document.cookie = 'session=of-another-app; Path=/';
      const place = { in: 'cookie', keys: ['session'], read: () => undefined } as const;
      await new SessionTokens(undefined, [place]).clear();
      expect(cookie('session')).to.equal('of-another-app');
    });

    it('as far as it goes when the page’s own store throws, which is told without its error', async () => {
      store(localStorage, pair);
      const { problems } = await new SessionTokens({ read: () => undefined, clear: fail }, [local]).clear();
      expect(localStorage.length).to.equal(0);
      expect(problems.join()).to.include('token store failed').and.not.include('secret');
    });
  });

  describe('are replaced', () => {
    it('where they were found, and nowhere else', async () => {
      store(localStorage, pair);
      const change = await new SessionTokens(undefined, [local, session, jar]).replace(fresh);
      expect(change).to.deep.equal({ isReplaced: true, problems: [] });
      expect({ ...localStorage }).to.deep.equal({ at: 'a2', rt: 'r2' });
      expect(sessionStorage.length).to.equal(0);
      expect(document.cookie).to.equal('');
    });

    it('in a cookie that no platform describes', async () => {
      document.cookie = 'at=a; Path=/';
      const change = await new SessionTokens(undefined, [pairPlace('cookie', 'at', 'rt')]).replace(fresh);
      expect(change).to.deep.equal({ isReplaced: true, problems: [] });
      expect([cookie('at'), cookie('rt')]).to.deep.equal(['a2', 'r2']);
    });

    it('without leaving the old refresh token behind if no new one came', async () => {
      store(localStorage, pair);
      await new SessionTokens(undefined, [local]).replace({ accessToken: 'a2' });
      expect({ ...localStorage }).to.deep.equal({ at: 'a2' });
    });

    it('by nothing in a place that can only be emptied', async () => {
      localStorage.setItem('at', 'a');
      const { write: _, ...place } = local;
      const change = await new SessionTokens(undefined, [place]).replace(fresh);
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
      const change = await new SessionTokens(fixed, []).replace(fresh);
      expect(change.isReplaced).to.equal(false);
      expect(isCleared).to.equal(true);
    });

    it('by nothing where the new ones do not fit', async () => {
      store(localStorage, pair);
      const tooLong = { accessToken: 'x'.repeat(6_000_000), refreshToken: 'r2' };
      const { isReplaced, problems } = await new SessionTokens(undefined, [local]).replace(tooLong);
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
      await new SessionTokens(memory, [local, session]).update(fresh);
      expect({ ...sessionStorage }).to.deep.equal({ at: 'a2', rt: 'r2' });
      expect(localStorage.length).to.equal(0);
      expect(memory.read()).to.deep.equal(fresh);
    });

    it('without losing the old ones in a place or a store that cannot take new ones', async () => {
      store(localStorage, pair);
      const { write: _, ...place } = local;
      let isCleared = false;
      const readOnly: TokenStore = {
        read: () => pair,
        clear: () => {
          isCleared = true;
        },
      };
      await new SessionTokens(readOnly, [place]).update(fresh);
      expect({ ...localStorage }).to.deep.equal({ at: 'a', rt: 'r' });
      expect(isCleared).to.equal(false);
    });
  });
});
