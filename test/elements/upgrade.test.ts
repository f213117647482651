import { expect, oneEvent } from '@open-wc/testing';

import { memoryTokens, type StoreLogoutElement } from '../../src/index.js';
import { openShop, type ShopFrame } from '../support/frame.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

interface Page extends ShopFrame {
  /** Adds elements; answers with the `<store-logout>` among them. */
  add(markup: string): StoreLogoutElement;
  /** Loads the library, which registers the tags. */
  load(): Promise<void>;
}

/** A page that does not have the library yet. */
async function openPage(): Promise<Page> {
  const page = await openShop('goodbye.html');
  const { document } = page;
  return {
    ...page,
    add(markup) {
      document.body.innerHTML = markup;
      return document.querySelector('store-logout')!;
    },
    async load() {
      const script = Object.assign(document.createElement('script'), {
        type: 'module',
        src: '/src/define.ts',
      });
      const loaded = oneEvent(script, 'load');
      document.head.append(script);
      await loaded;
    },
  };
}

describe('Elements that are on the page before the library', () => {
  afterEach(forgetEverything);

  it('keep the attributes that they have', async () => {
    const { baseUrl, isAlive } = await signIn();
    const page = await openPage();
    const element = page.add(
      `<store-logout platform="commerce-engine" base-url="${baseUrl}" lang="ar">Bye</store-logout>`,
    );
    await page.load();
    await element.updateComplete;
    expect(await element.logout()).to.include({ ok: true, server: 'ended' });
    expect(await isAlive()).to.equal(false);
  });

  it('keep the properties that they were given', async () => {
    const { settings, isAlive } = await signIn();
    const accessToken = localStorage.getItem('storefront_access_token') ?? '';
    localStorage.clear();
    const page = await openPage();
    const element = page.add('<store-logout></store-logout>');
    Object.assign(element, settings, {
      tokens: memoryTokens({ accessToken }),
      strings: { label: 'Bye' },
      timeout: 5000,
    });
    await page.load();
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('slot:not([name])')?.textContent).to.equal('Bye');
    expect(await element.logout()).to.include({ ok: true, server: 'ended', local: 'replaced' });
    expect(await isAlive()).to.equal(false);
  });

  it('keep the session above them, with its properties', async () => {
    const { settings, isAlive } = await signIn();
    const page = await openPage();
    const element = page.add('<store-session><store-logout></store-logout></store-session>');
    Object.assign(element.parentElement!, settings);
    await page.load();
    await element.updateComplete;
    expect(await element.logout()).to.include({ ok: true, server: 'ended' });
    expect(await isAlive()).to.equal(false);
  });

  it('sign out with these properties as soon as they are defined', async () => {
    const { settings, isAlive } = await signIn();
    const page = await openPage();
    const element = page.add('<store-logout></store-logout>');
    Object.assign(element, settings);
    const outcome = page.window.customElements.whenDefined('store-logout').then(() => element.logout());
    await page.load();
    expect(await outcome).to.include({ ok: true, server: 'ended' });
    expect(await isAlive()).to.equal(false);
  });

  for (const tag of ['store-logout', 'store-session'] as const) {
    it(`announce a sign-in with these properties as soon as they are defined: ${tag}`, async () => {
      const { settings } = await signIn();
      const page = await openPage();
      page.add(`<${tag}></${tag}>`);
      const element = Object.assign(page.document.querySelector(tag)!, settings);
      const told = page.window.customElements.whenDefined(tag).then(() => element.signedIn());
      await page.load();
      await told;
      const records = Object.keys(localStorage).filter((key) => key.startsWith('store-logout:'));
      expect(records.join()).to.contain(settings.baseUrl);
    });
  }

  it('say who is signed in once, and rightly', async () => {
    const page = await openPage();
    page.add('<store-session platform="commerce-engine" store-id="s"></store-session>');
    const accessToken = `x.${btoa(JSON.stringify({ is_logged_in: true }))}.x`;
    const session = page.document.querySelector('store-session')!;
    Object.assign(session, { tokens: memoryTokens({ accessToken }) });
    const said: unknown[] = [];
    session.addEventListener('session-change', ({ detail }) => said.push(detail));
    await page.load();
    await session.updateComplete;
    expect(said).to.deep.equal(['signed-in']);
    expect(session.state).to.equal('signed-in');
  });

  it('can be disabled from the start', async () => {
    const page = await openPage();
    const element = page.add('<store-logout platform="custom" disabled></store-logout>');
    await page.load();
    await element.updateComplete;
    element.click();
    expect(element.state).to.equal('idle');
    expect(element.shadowRoot?.querySelector('button')?.disabled).to.equal(true);
  });

  it('take listeners that were added before', async () => {
    const { baseUrl } = await signIn();
    const page = await openPage();
    const element = page.add(
      `<store-logout platform="commerce-engine" base-url="${baseUrl}"></store-logout>`,
    );
    const heard: string[] = [];
    for (const type of ['before-logout', 'logged-out', 'failed-logout']) {
      element.addEventListener(type, () => heard.push(type));
    }
    await page.load();
    await element.logout();
    expect(heard).to.deep.equal(['before-logout', 'logged-out']);
  });
});

describe('The module that registers the tags', () => {
  it('can come after another definition of them', async () => {
    const page = await openPage();
    class Earlier extends page.window.HTMLElement {}
    page.window.customElements.define('store-logout', Earlier);
    await page.load();
    expect(page.window.customElements.get('store-logout')).to.equal(Earlier);
    expect(page.window.customElements.get('store-session')).to.be.a('function');
  });
});
