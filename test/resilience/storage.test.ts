import { expect } from '@open-wc/testing';

import type { ConnectionSettings, LogoutOutcome } from '../../src/index.js';
import { commerceEngine, sallaFetch, type Backend } from '../outcomes/backends.js';
import { openShop } from '../support/frame.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

type Page = Window & typeof globalThis;

function deny(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}

/** Signs in, then out in a page of its own whose storage `breakStorage` has broken. */
async function signOutIn(
  backend: Backend,
  breakStorage: (page: Page) => void,
  settings: ConnectionSettings = {},
): Promise<{ outcome: LogoutOutcome; simulators: Simulators }> {
  const simulators = await Simulators.open(backend.where);
  const signIn = await simulators.signIn(backend.platform);
  const { window: page, document } = await openShop();
  const element = Object.assign(document.createElement('store-logout'), {
    ...backend.settings(simulators, signIn),
    ...settings,
  });
  document.body.append(element);
  breakStorage(page);
  return { outcome: await element.logout(), simulators };
}

describe('Storage that fails', () => {
  afterEach(forgetEverything);

  it('makes `local` "partly" if a token cannot be removed', async () => {
    const { outcome, simulators } = await signOutIn(sallaFetch, (page) => {
      page.Storage.prototype.removeItem = deny;
    });

    expect(outcome).to.include({ ok: true, server: 'ended', local: 'partly' });
    expect(outcome.warnings.join()).to.contain('token').and.to.contain('localStorage');
    expect(await simulators.isAlive('salla')).to.equal(false);
  });

  it('removes the old tokens even if the new ones do not fit', async () => {
    const { outcome } = await signOutIn(commerceEngine, (page) => {
      page.Storage.prototype.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    });

    expect(outcome).to.include({ ok: true, server: 'ended', local: 'partly' });
    expect(outcome.warnings.join()).to.contain('removed');
    expect(localStorage.getItem('storefront_access_token')).to.equal(null);
    expect(localStorage.getItem('storefront_refresh_token')).to.equal(null);
  });

  it('does not prevent the end of a cookie session if storage is blocked', async () => {
    const { outcome, simulators } = await signOutIn(sallaFetch, (page) => {
      for (const area of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(page, area, { configurable: true, get: deny });
      }
      Object.defineProperty(page.document, 'cookie', { configurable: true, get: deny, set: deny });
    });

    expect(outcome).to.include({ ok: true, server: 'ended', local: 'partly' });
    expect(await simulators.isAlive('salla')).to.equal(false);
  });

  it('names a cookie that stays', async () => {
    const { outcome } = await signOutIn(
      commerceEngine,
      (page) => {
        page.document.cookie = 'my_access_token=abc; Path=/';
        const cookie = page.document.cookie;
        Object.defineProperty(page.document, 'cookie', {
          configurable: true,
          get: () => cookie,
          set() {},
        });
      },
      { tokenPrefix: 'my_', clearOnFailure: true },
    );

    expect(outcome).to.include({ ok: true, local: 'partly' });
    expect(outcome.warnings.join()).to.contain('my_access_token').and.not.to.contain('abc');
  });

  it('is not needed: the page may keep its tokens where it likes, and its store may fail', async () => {
    const failing = {
      read: () => ({ accessToken: 'abc' }),
      clear: () => {
        throw new Error('abc');
      },
    };
    const { outcome } = await signOutIn(sallaFetch, () => undefined, { tokens: failing });

    expect(outcome).to.include({ ok: true, local: 'partly' });
    expect(outcome.warnings.join()).to.contain('token store').and.not.to.contain('abc');
  });

  for (const [name, read] of Object.entries({
    throws: () => deny(),
    rejects: async () => Promise.reject(new Error('abc')),
  })) {
    it(`does not count as empty: a token store whose read() ${name}`, async () => {
      const { outcome, simulators } = await signOutIn(commerceEngine, () => undefined, {
        tokens: { read, clear: () => undefined },
      });

      expect(outcome).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked', local: 'kept' });
      expect(await simulators.log()).to.deep.equal([]);
    });
  }

  it('does not delay a logout: a token store whose read() never answers', async () => {
    const { outcome } = await signOutIn(commerceEngine, () => undefined, {
      timeout: 400,
      tokens: { read: async () => new Promise(() => undefined), clear: () => undefined },
    });

    expect(outcome).to.include({ ok: false, reason: 'timeout', server: 'not-asked' });
    expect(outcome.duration).to.be.below(800);
  });

  it('does not delay a logout: a token store whose clear() never answers', async () => {
    const { outcome } = await signOutIn(sallaFetch, () => undefined, {
      tokens: { read: () => undefined, clear: async () => new Promise(() => undefined) },
    });

    expect(outcome).to.include({ ok: true, server: 'ended', local: 'partly' });
  });
});
