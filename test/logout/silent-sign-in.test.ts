import { expect, waitUntil } from '@open-wc/testing';

import '../../src/define.js';
import { openShop } from '../support/frame.js';
import { place } from '../support/sign-out.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

/** What the browser is told, so that it signs nobody in again without asking. */
describe('Silent sign-in', () => {
  let simulators: Simulators;
  let settings: Record<'platform' | 'baseUrl' | 'tokenKey', string>;
  let asked = 0;
  const own = Object.getOwnPropertyDescriptor(navigator, 'credentials');

  /** Stands in for the browser's own, which tells nobody that it was asked. */
  function answerWith(preventSilentAccess: unknown): void {
    Object.defineProperty(navigator, 'credentials', { value: { preventSilentAccess }, configurable: true });
  }

  beforeEach(async () => {
    asked = 0;
    answerWith(() => {
      asked += 1;
      return Promise.resolve();
    });
    simulators = await Simulators.open();
    await simulators.signIn('custom');
    settings = {
      platform: 'custom',
      baseUrl: `${simulators.root}/custom/logout`,
      tokenKey: 'access_token',
    };
  });
  afterEach(async () => {
    if (own) Object.defineProperty(navigator, 'credentials', own);
    else Reflect.deleteProperty(navigator, 'credentials');
    await forgetEverything();
  });

  it('is prevented, once, when the platform has confirmed the end', async () => {
    const element = await place({}, settings);
    expect(await element.logout()).to.include({ ok: true });
    expect(asked).to.equal(1);
  });

  it('lasts after a failed logout', async () => {
    await simulators.rules({ path: '/logout', error: 500 });
    const element = await place({}, settings);
    expect(await element.logout()).to.include({ ok: false });
    expect(asked).to.equal(0);
  });

  it('is prevented after a failed logout with clear-on-failure', async () => {
    await simulators.rules({ path: '/logout', error: 500 });
    const element = await place({}, { ...settings, clearOnFailure: true });
    expect(await element.logout()).to.include({ ok: false, local: 'cleared' });
    expect(asked).to.equal(1);
  });

  it('is prevented if clear-on-failure removes tokens of a connection that cannot work', async () => {
    const element = await place({}, { ...settings, baseUrl: 'nonsense:', clearOnFailure: true });
    expect(await element.logout()).to.include({ ok: false, local: 'cleared', reason: 'misconfigured' });
    expect(asked).to.equal(1);
  });

  it('is done by the tab that logged out', async () => {
    const element = await place({}, settings);
    const other = await place({}, settings, (await openShop()).document);
    expect(await other.logout()).to.include({ ok: true });
    await waitUntil(() => element.state === 'done');
    expect(asked).to.equal(0);
  });

  for (const [what, answer] of [
    ['refuses', () => Promise.reject(new Error('no'))],
    ['throws', () => ({}) as { catch: never }],
    ['never answers', () => new Promise(() => undefined)],
    ['does not know it', undefined],
  ] as const) {
    it(`delays nothing if the browser ${what}`, async () => {
      answerWith(answer);
      const element = await place({}, settings);
      expect(await element.logout()).to.deep.include({ ok: true, local: 'cleared', warnings: [] });
    });
  }
});
