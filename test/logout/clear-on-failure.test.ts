import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import '../../src/define.js';
import { type ConnectionSettings, signedIn, type StoreLogoutElement } from '../../src/index.js';
import { custom } from '../outcomes/backends.js';
import { openShop } from '../support/frame.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

/** What has been cleared although the server could not be told, and is kept in memory for a retry. */
describe('The token that clear-on-failure remembers', () => {
  let simulators: Simulators;
  let settings: ConnectionSettings;
  let element: StoreLogoutElement;

  beforeEach(async () => {
    simulators = await Simulators.open();
    const signIn = await simulators.signIn('custom');
    settings = { ...custom.settings(simulators, signIn), clearOnFailure: true };
    element = await fixture<StoreLogoutElement>(html`<store-logout></store-logout>`);
    Object.assign(element, settings);
    await element.updateComplete;
    await simulators.rules({ path: '/logout', error: 500 });
    expect(await element.logout()).to.include({ ok: false, local: 'cleared' });
    await simulators.rules();
  });
  afterEach(forgetEverything);

  it('goes with the retry', async () => {
    expect(await element.logout()).to.include({ ok: true });
    expect(await sentToken()).to.match(/^Bearer ./);
  });

  it('goes with nothing after a sign-in', async () => {
    signedIn(settings);
    await element.logout();
    expect(await sentToken()).to.equal(undefined);
  });

  it('goes with nothing after a sign-in in another tab', async () => {
    const shop = await openShop();
    const other = Object.assign(shop.document.createElement('store-logout'), settings);
    shop.document.body.append(other);
    await other.updateComplete;
    other.signedIn();
    await waitUntil(() => element.state === 'idle');
    await element.logout();
    expect(await sentToken()).to.equal(undefined);
  });

  it('goes with nothing after a logout in another tab', async () => {
    const shop = await openShop();
    const other = Object.assign(shop.document.createElement('store-logout'), settings);
    shop.document.body.append(other);
    await other.updateComplete;
    expect(await other.logout()).to.include({ ok: true });
    await waitUntil(() => element.state === 'done');
    await element.logout();
    expect(await sentToken()).to.equal(undefined);
  });

  async function sentToken(): Promise<string | undefined> {
    const log = await simulators.log();
    expect(log.length, 'asked again').to.be.above(1);
    return log.at(-1)?.headers['authorization'];
  }
});
