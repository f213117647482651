import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import type { LogoutOutcome, StoreLogoutElement } from '../../src/index.js';
import { openShop, pageUrl, type ShopFrame } from '../support/frame.js';
import { itWaits } from '../support/it-waits.js';
import { recordWarnings } from '../support/recorders.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

const HERE = pageUrl('shop.html');
const SERVER_STOPS = 'the server sends no page';

describe('A page that must be left to end the session', () => {
  afterEach(forgetEverything);

  let simulators: Simulators;
  let store: string;
  let shop: ShopFrame;
  let button: StoreLogoutElement;

  beforeEach(async () => {
    simulators = await Simulators.open('same-origin');
    await simulators.signIn('salla');
    store = `${simulators.root}/salla`;
    shop = await openShop();
    button = shop.document.createElement('store-logout');
    Object.assign(button, { platform: 'custom', mode: 'navigate', baseUrl: `${store}/logout` });
    shop.document.body.append(button);
    await button.updateComplete;
  });

  /** The page is on its way to the logout address, which answers late. */
  async function leave(): Promise<void> {
    await simulators.rules({ path: '/logout', delay: 3000 });
    expect(await button.logout()).to.include({ ok: true, server: 'redirecting' });
  }

  /** The logout address has answered without a page, once. */
  async function stay(): Promise<LogoutOutcome> {
    await simulators.rules({ path: '/logout', status: 204, times: 1 });
    const outcome = await button.logout();
    const isAsked = async (): Promise<boolean> =>
      (await simulators.log()).some(({ path }) => path === '/logout');
    await waitUntil(isAsked, 'asked', { timeout: 10_000 });
    await aTimeout(100);
    return outcome;
  }

  it('says "Logging out" until it has gone', async () => {
    const arrival = shop.arrival();
    await leave();

    await aTimeout(300);
    expect(button.state).to.equal('busy');
    expect(button.shadowRoot?.querySelector('[part=status]')?.textContent).to.equal('Logging out…');
    expect(await arrival).to.equal(`${store}/`);
    expect(await simulators.isAlive('salla')).to.equal(false);
  });

  it('keeps its button in sight until it has gone, also with hide-when-signed-out', async () => {
    button.hideWhenSignedOut = true;
    await button.updateComplete;
    const arrival = shop.arrival();
    await leave();

    await aTimeout(300);
    expect(shop.window.getComputedStyle(button).display).not.to.equal('none');
    await arrival;
  });

  const stopped: Record<string, () => unknown> = {
    [SERVER_STOPS]: async () => simulators.rules({ path: '/logout', status: 204, times: 1 }),
    // Only Chromium has such a router in all its versions.
    'a router of the page takes every address': () => {
      const { navigation } = shop.window as unknown as { navigation: EventTarget };
      const take = (event: Event): void => (event as Event & { intercept(): void }).intercept();
      navigation.addEventListener('navigate', take, { once: true });
    },
    'a listener has stopped it': () =>
      button.addEventListener('logged-out', (event) => event.preventDefault(), { once: true }),
  };
  for (const [why, stop] of Object.entries(stopped)) {
    const test = why === SERVER_STOPS ? it : itWaits;
    test(`says that it has failed if it is still here after ten seconds, because ${why}`, async () => {
      const warnings = recordWarnings(shop.window);
      const events: string[] = [];
      for (const type of ['logged-out', 'failed-logout'])
        button.addEventListener(type, () => events.push(type));
      await stop();
      await button.logout();

      await aTimeout(9000);
      expect(button.state).to.equal('busy');
      await waitUntil(() => button.state === 'failed', 'failed', { timeout: 6000 });
      await button.updateComplete;
      expect(events).to.deep.equal(['logged-out']);
      expect(warnings.join()).to.include('Something has stopped the navigation');
      const status = button.shadowRoot?.querySelector('[part=status]');
      expect(status?.textContent).to.include('may still be logged in');

      const arrival = shop.arrival();
      button.click();
      expect(await arrival).to.equal(`${store}/`);
      expect(await simulators.isAlive('salla')).to.equal(false);
    });
  }

  itWaits('is ready for the next logout if somebody signs in there instead', async () => {
    await simulators.rules({ path: '/logout', status: 204, times: 1 });
    await button.logout();
    await aTimeout(300);

    button.signedIn();
    expect(button.state).to.equal('idle');
    await aTimeout(11_000);
    expect(button.state).to.equal('idle');
  });

  it('counts a click again as soon as somebody has signed in in another tab', async () => {
    const other = await openShop();
    const otherButton = other.document.createElement('store-logout');
    Object.assign(otherButton, { platform: 'custom', mode: 'navigate', baseUrl: `${store}/logout` });
    other.document.body.append(otherButton);
    const outcome = await stay();

    otherButton.signedIn();
    await waitUntil(() => button.state === 'idle', 'idle', { timeout: 5000 });
    const arrival = shop.arrival();
    expect(await button.logout()).not.to.equal(outcome);
    expect(await arrival).to.equal(`${store}/`);
  });

  it('offers the logout again if a token is left', async () => {
    localStorage.setItem('zz', 'one');
    sessionStorage.setItem('zz', 'two');
    button.tokenKey = 'zz';
    const outcome = await stay();

    await waitUntil(() => button.state === 'idle', 'idle', { timeout: 5000 });
    const arrival = shop.arrival();
    expect(await button.logout()).not.to.equal(outcome);
    await arrival;
  });

  it('stays if somebody signs in before it leaves', async () => {
    button.addEventListener('logged-out', () => button.signedIn());
    await button.logout();
    await aTimeout(300);
    expect(shop.window.location.href).to.equal(HERE);
    expect(button.state).to.equal('idle');
    expect(await simulators.isAlive('salla')).to.equal(true);
  });

  it('posts its form to the same tab, whatever <base> says', async () => {
    shop.document.head.insertAdjacentHTML('beforeend', '<base target="_blank">');
    button.mode = 'form';
    const arrival = shop.arrival();
    await button.logout();
    expect(await arrival).to.include(store);
  });

  it('is busy, although the address is a place on the same page', async () => {
    button.baseUrl = `${HERE}#/logout`;
    await button.logout();
    await aTimeout(100);
    expect(shop.window.location.hash).to.equal('#/logout');
    expect(button.state).to.equal('busy');
  });

  it('is busy until a listener that has stopped the navigation takes the page there', async () => {
    const arrival = shop.arrival();
    button.addEventListener('logged-out', (event) => {
      event.preventDefault();
      shop.window.setTimeout(() => shop.window.location.assign(event.detail.redirect ?? ''), 200);
    });
    await button.logout();
    expect(button.state).to.equal('busy');
    expect(await arrival).to.equal(`${store}/`);
    expect(await simulators.isAlive('salla')).to.equal(false);
  });
});
