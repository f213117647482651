import { expect, fixture, oneEvent, waitUntil } from '@open-wc/testing';

import type { ConnectionSettings } from '../../src/core.js';
import type { StoreLogoutElement } from '../../src/index.js';
import { forgetLibraries, type FreshLibrary, type How, openLibrary } from '../support/library.js';
import { openShop } from '../support/frame.js';
import { part } from '../support/parts.js';
import { hear, recordFetches, recordWarnings } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';

const ACCESS = 'storefront_access_token';

async function put({ tag }: FreshLibrary, settings: object): Promise<StoreLogoutElement> {
  const element = Object.assign(document.createElement(tag) as StoreLogoutElement, settings);
  const place = document.createElement('div');
  place.append(element);
  await fixture(place);
  return element;
}

async function openWithElement(how: How, more: Partial<ConnectionSettings & StoreLogoutElement> = {}) {
  const store = await signIn();
  const library = await openLibrary(how);
  const element = await put(library, { ...store.settings, ...more });
  return { store, library, element };
}

describe('What a logout needs', () => {
  afterEach(forgetLibraries);

  it('is not loaded by importing the library', async () => {
    const library = await openLibrary('present');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(library.isAsked()).to.equal(false);
  });

  it('is loaded as soon as the page is there, before anybody clicks', async () => {
    const { library, element } = await openWithElement('present');
    await waitUntil(library.isAsked);
    expect(element.state).to.equal('idle');
  });

  it('is loaded by a call, whose logout then goes on', async () => {
    const store = await signIn();
    const { logout, isAsked } = await openLibrary('late');
    const heard = hear(document);
    const outcome = await logout(store.settings);
    expect(isAsked()).to.equal(true);
    expect(outcome).to.include({ ok: true, server: 'ended' });
    expect(heard.map(({ detail }) => detail)).to.deep.equal([outcome]);
    expect(await store.isAlive()).to.equal(false);
  });

  it('is awaited by a button that is busy at once, and sends one request for three clicks', async () => {
    const { store, element } = await openWithElement('late');
    await element.updateComplete;
    const heard = hear(document);
    for (let click = 0; click < 3; click++) element.click();
    expect(element.state).to.equal('busy');
    await element.updateComplete;
    expect(part(element, 'status')?.textContent).to.contain('Logging out…');
    expect(await store.requests()).to.equal(0);
    await oneEvent(element, 'logged-out');
    expect(element.state).to.equal('done');
    await element.updateComplete;
    expect(part(element, 'status')?.textContent).to.contain('Logged out');
    expect(heard).to.have.length(1);
    expect(await store.requests()).to.equal(1);
  });

  it('is awaited once by two calls', async () => {
    const store = await signIn();
    const { logout } = await openLibrary('late');
    const flight = logout(store.settings);
    expect(logout(store.settings)).to.equal(flight);
    await flight;
    expect(await store.requests()).to.equal(1);
  });

  it('is, once there, what a request leaves with in the task of the click', async () => {
    const { library, store, element } = await openWithElement('present');
    await library.logout({ platform: 'unheard-of' });
    await element.updateComplete;
    const fetches = recordFetches();
    element.click();
    expect(fetches).to.have.length(1);
    await element.logout();
    expect(await store.isAlive()).to.equal(false);
  });

  it('uses up the time of the logout: nothing is sent after it', async () => {
    const { store, element } = await openWithElement('late', { timeout: 100 });
    const warnings = recordWarnings();
    const outcome = await element.logout();
    expect(outcome).to.include({
      ok: false,
      reason: 'timeout',
      server: 'not-asked',
      local: 'kept',
      attempts: 0,
    });
    expect(element.state).to.equal('failed');
    expect(warnings).to.have.length(1);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await store.requests()).to.equal(0);
    expect(localStorage.getItem(ACCESS)).not.to.equal(null);
    // Now it has come.
    element.timeout = 8000;
    expect(await element.logout()).to.include({ ok: true });
  });

  it('that cannot be loaded fails the logout, keeps the tokens, and says so in the button', async () => {
    const { store, element } = await openWithElement('missing');
    const warnings = recordWarnings();
    const heard = hear(document);
    element.click();
    const { detail } = await oneEvent(element, 'failed-logout');
    expect(detail).to.include({
      ok: false,
      platform: 'commerce-engine',
      reason: 'network',
      server: 'not-asked',
    });
    expect(detail).to.include({ origin: 'here', local: 'kept', attempts: 0 });
    expect(Object.isFrozen(detail)).to.equal(true);
    await waitUntil(() => element.state === 'failed');
    await element.updateComplete;
    expect(part(element, 'status')?.textContent).to.match(
      /You may still be logged in|could not be logged out/,
    );
    expect(warnings).to.have.length(1);
    expect(heard).to.have.length(1);
    expect(localStorage.getItem(ACCESS)).not.to.equal(null);
    expect(await store.isAlive()).to.equal(true);
  });

  it('is asked for once more by the next try', async () => {
    const { library, store, element } = await openWithElement('mended');
    const warnings = recordWarnings();
    expect(await element.logout()).to.include({ ok: false, reason: 'network' });
    await fetch(`${library.address}mend`);
    const again = await element.logout();
    await element.updateComplete;
    if (again.ok) {
      expect(again.server).to.equal('ended');
      expect(await store.requests()).to.equal(1);
      expect(warnings).to.have.length(1);
    } else {
      // Chromium and Firefox remember the failure for as long as the page lives.
      expect(again).to.include({ reason: 'network', retryable: false, local: 'kept' });
      expect(part(element, 'status')?.textContent).to.contain('reload the page');
    }
    expect(await store.isAlive()).to.equal(!again.ok);
  });

  it('leaves a button at rest that is taken away before it comes', async () => {
    const { store, element } = await openWithElement('late');
    const parent = element.parentNode;
    void element.logout();
    element.remove();
    expect(element.state).to.equal('idle');
    await oneEvent(document, 'logged-out');
    expect(await store.isAlive()).to.equal(false);
    parent?.append(element);
    expect(element.state).to.equal('idle');
  });

  it('takes notice of a logout in another tab that it comes after', async () => {
    const { store, element } = await openWithElement('late');
    const shop = await openShop('cold.html');
    const other = Object.assign(shop.document.createElement('store-logout'), store.settings);
    shop.document.body.append(other);
    const heard = oneEvent(element, 'logged-out');
    await other.logout();
    const { detail } = await heard;
    expect(detail).to.include({ ok: true, origin: 'other-tab' });
    expect(element.state).to.equal('done');
  });

  it('tells nothing of a logout that was over before the button came', async () => {
    const store = await signIn();
    await (await openLibrary('present')).logout(store.settings);
    const heard = hear(document);
    const { library, element } = await openWithElement('present', store.settings);
    await waitUntil(library.isAsked);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(element.state).to.equal('idle');
    expect(heard).to.deep.equal([]);
  });

  it('lets a button hide from guests without showing it first', async () => {
    const library = await openLibrary('late');
    const settings = {
      platform: 'commerce-engine',
      storeId: 's',
      tokenKey: 'shopper',
      hideWhenSignedOut: true,
    };
    const element = await put(library, settings);
    await element.updateComplete;
    const button = part(element, 'button')!;
    const isSeen = () => button.checkVisibility({ visibilityProperty: true });
    expect(isSeen()).to.equal(false);
    expect(button.getBoundingClientRect().width).to.be.above(0);
    await waitUntil(() => element.matches(':state(signed-out)'));
    expect(isSeen()).to.equal(false);
    localStorage.setItem('shopper', 'a.token.x');
    element.requestUpdate();
    await element.updateComplete;
    await waitUntil(isSeen);
  });

  it('leaves a button visible that would hide from guests, if it cannot be loaded', async () => {
    const library = await openLibrary('missing');
    const element = await put(library, { platform: 'unisouk', storeId: 's', hideWhenSignedOut: true });
    await waitUntil(() => part(element, 'button')?.checkVisibility({ visibilityProperty: true }));
  });

  it('calls off nothing that was called off while it was awaited', async () => {
    const { store, element } = await openWithElement('late');
    element.addEventListener('before-logout', (event) => event.preventDefault());
    expect(await element.logout()).to.include({ ok: false, reason: 'cancelled' });
    expect(element.state).to.equal('idle');
    expect(await store.requests()).to.equal(0);
  });
});
