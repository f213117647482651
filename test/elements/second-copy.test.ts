import { aTimeout, expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import { logout, StoreLogoutElement } from '../../src/index.js';
import { hear, hold } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

/** The library once more, as a theme's copy beside an app's. */
const address = '/second-copy/';
const copy = (await import(`${address}index.ts`)) as typeof import('../../src/index.js');

type AnyLogout = InstanceType<typeof copy.StoreLogoutElement>;

describe('A second copy of the library on the same page', () => {
  afterEach(forgetEverything);

  it('really is another copy', () => {
    expect(copy.logout).not.to.equal(logout);
    expect(copy.StoreLogoutElement).not.to.equal(StoreLogoutElement);
  });

  it('registers nothing a second time', async () => {
    await import(`${address}define.ts`);
    expect(customElements.get('store-logout')).to.equal(StoreLogoutElement);
  });

  it('joins the logout that is under way', async () => {
    const store = await signIn();
    const heard = hear(document);
    const flight = logout(store.settings);
    expect(copy.logout(store.settings)).to.equal(flight);
    await flight;
    expect(heard).to.have.length(1);
    expect(await store.requests()).to.equal(1);
  });

  it('has elements that show the state of the first copy', async () => {
    class AppLogout extends copy.StoreLogoutElement {}
    customElements.define('app-logout', AppLogout);
    const store = await signIn();
    const element = await fixture<AppLogout>(html`<app-logout></app-logout>`);
    Object.assign(element, store.settings);
    await element.updateComplete;
    const release = hold(document);
    const flight = logout(store.settings);
    expect(element.state).to.equal('busy');
    release();
    await flight;
    expect(element.state).to.equal('done');
  });

  it('ends the watch for Back that the first copy began', async () => {
    const store = await signIn();
    class LastLogout extends copy.StoreLogoutElement {}
    customElements.define('last-logout', LastLogout);
    const elements = ['store-logout', 'last-logout'].map((tag) => document.createElement(tag) as AnyLogout);
    const { addEventListener } = window;
    let watches = 0;
    window.addEventListener = ((type: string, listener: EventListener, options: AddEventListenerOptions) => {
      if (type === 'pageshow') {
        watches += 1;
        options.signal?.addEventListener('abort', () => (watches -= 1));
      }
      addEventListener.call(window, type, listener, options);
    }) as typeof addEventListener;

    for (const element of elements) {
      document.body.append(Object.assign(element, store.settings));
      await element.updateComplete;
    }
    expect(watches).to.equal(1);
    for (const element of elements) {
      element.remove();
      await aTimeout(10);
    }
    window.addEventListener = addEventListener;
    expect(watches).to.equal(0);
  });

  it('takes the connection from a session of the first', async () => {
    class ThemeLogout extends copy.StoreLogoutElement {}
    customElements.define('theme-logout', ThemeLogout);
    const store = await signIn();
    const session = await fixture(
      html`<store-session platform="commerce-engine" base-url=${store.baseUrl}>
        <theme-logout></theme-logout>
      </store-session>`,
    );
    const element = session.querySelector<ThemeLogout>('theme-logout')!;
    expect(await element.logout()).to.include({ ok: true, server: 'ended' });
  });
});
