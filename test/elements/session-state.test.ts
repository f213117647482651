import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import '../../src/define.js';
import {
  logout,
  type StoreLogoutElement,
  type StoreSessionElement,
  type TokenStore,
} from '../../src/index.js';
import { guard } from '../../src/guard.js';
import { commerceEngine, custom, unisouk } from '../outcomes/backends.js';
import { openShop } from '../support/frame.js';
import { clickOn, press } from '../support/input.js';
import { nameOf, part } from '../support/parts.js';
import { deferred, hold } from '../support/recorders.js';
import { forgetEverything, type SignIn, Simulators } from '../support/simulators.js';

const MEMBER = `x.${btoa(JSON.stringify({ is_logged_in: true }))}.x`;
const GUEST = `x.${btoa(JSON.stringify({ is_logged_in: false, is_anonymous: true }))}.x`;

async function session(attributes: Readonly<Record<string, string>>): Promise<StoreSessionElement> {
  const element = document.createElement('store-session');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  (await fixture(html`<div></div>`)).append(element);
  await element.updateComplete;
  return element;
}

function isShown(element: StoreLogoutElement): boolean {
  return element.shadowRoot?.querySelector('button')?.checkVisibility() ?? false;
}

describe('A session', () => {
  afterEach(async () => {
    delete (window as { salla?: unknown }).salla;
    await forgetEverything();
  });

  const states: readonly (readonly [string, string, Record<string, string>, () => void])[] = [
    [
      'signed-in',
      "a member's token",
      { platform: 'commerce-engine', 'store-id': 's' },
      () => localStorage.setItem('storefront_access_token', MEMBER),
    ],
    [
      'signed-out',
      "a guest's token",
      { platform: 'commerce-engine', 'store-id': 's' },
      () => localStorage.setItem('storefront_access_token', GUEST),
    ],
    ['signed-out', 'no token', { platform: 'commerce-engine', 'store-id': 's' }, () => undefined],
    ['unknown', 'no token, but perhaps a cookie', { platform: 'unisouk', 'store-id': 's' }, () => undefined],
    [
      'signed-in',
      'any token',
      { platform: 'custom', 'base-url': '/logout', 'token-key': 't' },
      () => localStorage.setItem('t', 'abc'),
    ],
    ['unknown', 'no platform', {}, () => undefined],
    ...(
      [
        ['signed-out', true],
        ['signed-in', false],
      ] as const
    ).map(
      ([state, isGuest]) =>
        [
          state,
          `the word of Salla's SDK (${isGuest})`,
          { platform: 'salla' },
          () =>
            Object.assign(window, {
              salla: {
                auth: { logout: () => undefined },
                config: { get: () => 'https://x.example', isGuest: () => isGuest },
              },
            }),
        ] as const,
    ),
  ];
  for (const [state, name, attributes, prepare] of states) {
    it(`is ${state} by ${name}`, async () => {
      prepare();
      const element = await session(attributes);
      expect(element.state).to.equal(state);
      expect(element.matches(`:state(${state})`)).to.equal(true);
    });
  }

  const stores: readonly (readonly [string, string, TokenStore['read']])[] = [
    ['signed-in', 'has a token after a while', () => Promise.resolve({ accessToken: MEMBER })],
    ['signed-out', 'has none after a while', () => Promise.resolve(undefined)],
    ['unknown', 'cannot be read', () => Promise.reject(new Error('locked'))],
    [
      'unknown',
      'throws',
      () => {
        throw new Error('locked');
      },
    ],
  ];
  for (const [state, name, read] of stores) {
    it(`is ${state} by a store of the page that ${name}`, async () => {
      const element = document.createElement('store-session');
      const tokens = { read, clear: () => undefined };
      Object.assign(element, { platform: 'commerce-engine', storeId: 's', tokens });
      (await fixture(html`<div></div>`)).append(element);
      await waitUntil(() => element.state === state);
    });
  }

  it('follows the last look at an asynchronous store', async () => {
    const { promise, resolve } = deferred();
    const answers: ReturnType<TokenStore['read']>[] = [
      promise.then(() => ({ accessToken: MEMBER })),
      { accessToken: GUEST },
    ];
    const element = document.createElement('store-session');
    const tokens = { read: () => answers.shift(), clear: () => undefined };
    Object.assign(element, { platform: 'commerce-engine', storeId: 's', tokens });
    (await fixture(html`<div></div>`)).append(element);
    await element.updateComplete;
    element.signedIn();
    await waitUntil(() => element.state === 'signed-out');

    resolve();
    await aTimeout(0);
    expect(element.state).to.equal('signed-out');
  });

  it('tells when somebody signs in or out', async () => {
    const element = await session({ platform: 'commerce-engine', 'store-id': 's' });
    const change = oneEvent(element, 'session-change');
    localStorage.setItem('storefront_access_token', MEMBER);
    element.signedIn();
    expect((await change).detail).to.equal('signed-in');
    expect(element.matches(':state(signed-out)')).to.equal(false);
  });

  it('is signed out after a logout, and signed in again after signedIn()', async () => {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const element = Object.assign(await session({}), settings);
    const button = document.createElement('store-logout');
    element.append(button);
    await element.updateComplete;
    expect(element.state).to.equal('signed-in');

    await button.logout();
    expect([element.state, button.state]).to.deep.equal(['signed-out', 'done']);

    await simulators.signIn('commerce-engine');
    element.signedIn();
    expect([element.state, button.state]).to.deep.equal(['signed-in', 'idle']);
  });
});

describe('A button that is told of a sign-in', () => {
  afterEach(forgetEverything);

  it('is idle again, and the new tokens stay', async () => {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const element = await fixture<StoreLogoutElement>(html`<store-logout></store-logout>`);
    Object.assign(element, settings);
    await element.logout();
    expect(element.state).to.equal('done');

    const { tokens } = await simulators.signIn('commerce-engine');
    element.signedIn();
    expect(element.state).to.equal('idle');
    expect(localStorage.getItem('storefront_access_token')).to.equal(tokens.accessToken);
    expect(await element.logout()).to.include({ ok: true, server: 'ended' });
  });
});

describe('The settings of a button that signs out', () => {
  afterEach(forgetEverything);

  /** A button below a session that knows only the platform and the address. */
  async function openBelow(attributes: Readonly<Record<string, string>>): Promise<StoreLogoutElement> {
    const { baseUrl = '' } = custom.settings(await Simulators.open(), { tokens: {} } as SignIn);
    const around = await session({ platform: 'custom', 'base-url': baseUrl });
    const button = document.createElement('store-logout');
    for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
    around.append(button);
    await button.updateComplete;
    return button;
  }

  it('say what is removed, now and when it is written again', async () => {
    const button = await openBelow({ 'token-key': 'mine', 'clear-also': 'local:recent' });
    localStorage.setItem('mine', 'abc');
    localStorage.setItem('recent', 'shirt');

    expect(await button.logout()).to.include({ ok: true, local: 'cleared' });
    expect(localStorage.getItem('mine')).to.equal(null);
    expect(localStorage.getItem('recent')).to.equal(null);

    localStorage.setItem('mine', 'abc');
    await waitUntil(() => localStorage.getItem('mine') === null, 'it is gone', { timeout: 2000 });
    expect(button.state).to.equal('done');
  });

  it('have a token store of their own', async () => {
    const simulators = await Simulators.open();
    const { tokens, ...settings } = unisouk.settings(simulators, await simulators.signIn('unisouk'));
    const around = Object.assign(await session({}), settings);
    const button = document.createElement('store-logout');
    around.append(button);
    await around.updateComplete;
    button.tokens = tokens;

    expect(await button.logout()).to.include({ ok: true, server: 'ended', local: 'cleared' });
    expect(tokens?.read()).to.equal(undefined);
  });

  it('count also if a guard with less was there before', async () => {
    const settings = custom.settings(await Simulators.open(), { tokens: {} } as SignIn);
    const stop = guard({ platform: 'custom', baseUrl: settings.baseUrl });
    const button = await fixture<StoreLogoutElement>(html`<store-logout></store-logout>`);
    Object.assign(button, { ...settings, tokenKey: 'mine' });
    localStorage.setItem('mine', 'abc');

    expect(await button.logout()).to.include({ ok: true, local: 'cleared' });
    expect(localStorage.getItem('mine')).to.equal(null);
    stop();
  });

  it('are those of the click, whatever changes meanwhile', async () => {
    const button = await openBelow({ 'token-key': 'mine' });
    localStorage.setItem('mine', 'abc');
    localStorage.setItem('other', 'stays');
    const release = hold(button);
    const flight = button.logout();
    button.tokenKey = 'other';
    button.signedIn();
    await button.updateComplete;
    release();

    expect(await flight).to.include({ ok: false, local: 'kept' });

    button.tokenKey = 'mine';
    const second = hold(button);
    const next = button.logout();
    button.tokenKey = 'other';
    await button.updateComplete;
    second();
    expect(await next).to.include({ ok: true, local: 'cleared' });
    expect({ ...localStorage })
      .to.include({ other: 'stays' })
      .and.not.to.have.property('mine');
  });
});

describe('A button with hide-when-signed-out', () => {
  afterEach(forgetEverything);

  it('shows itself to members only', async () => {
    localStorage.setItem('storefront_access_token', MEMBER);
    const element = await fixture<StoreLogoutElement>(
      html`<store-logout platform="commerce-engine" store-id="s" hide-when-signed-out></store-logout>`,
    );
    expect(isShown(element)).to.equal(true);

    localStorage.setItem('storefront_access_token', GUEST);
    element.requestUpdate();
    await element.updateComplete;
    await waitUntil(() => !isShown(element));
  });

  it('is hidden at once if the logout began elsewhere', async () => {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const page = await fixture(html`<div><store-logout hide-when-signed-out></store-logout></div>`);
    const element = page.querySelector('store-logout')!;
    Object.assign(element, settings);
    await element.updateComplete;
    expect(isShown(element)).to.equal(true);
    await logout(settings);
    await waitUntil(() => !isShown(element));
  });

  it('is visible if nobody can know who is signed in', async () => {
    const element = await fixture<StoreLogoutElement>(
      html`<store-logout platform="unisouk" store-id="s" hide-when-signed-out></store-logout>`,
    );
    expect(isShown(element)).to.equal(true);
  });

  for (const content of ['', '<button slot="trigger">Leave</button>']) {
    it(`stays until the keyboard’s focus leaves it${content && ', with a button of the author’s'}`, async () => {
      localStorage.setItem('storefront_access_token', MEMBER);
      const page = await fixture(html`<div><button>Before</button></div>`);
      const element = document.createElement('store-logout');
      Object.assign(element, { platform: 'commerce-engine', storeId: 's', hideWhenSignedOut: true });
      element.innerHTML = content;
      page.append(element, Object.assign(document.createElement('button'), { textContent: 'After' }));
      await element.updateComplete;
      const control = element.querySelector('button') ?? part(element, 'button')!;

      page.querySelector('button')!.focus();
      await press('Tab');
      expect(element.matches(':focus-within'), 'the focus is there').to.equal(true);
      localStorage.setItem('storefront_access_token', GUEST);
      element.requestUpdate();
      await aTimeout(50);
      expect(control.checkVisibility(), 'with the focus').to.equal(true);
      expect(element.matches(':focus-within'), 'the focus has stayed').to.equal(true);

      await press('Tab');
      expect(document.activeElement?.textContent).to.equal('After');
      await waitUntil(() => !control.checkVisibility(), 'it is gone');
      expect(element.matches(':state(signed-out)')).to.equal(true);
    });
  }

  for (const [how, ask] of Object.entries({
    keyboard: async () => press('Tab', 'Enter'),
    mouse: async (element: Element) => clickOn(element),
  })) {
    it(`stays only for the focus if the session ends elsewhere while it asks, by ${how}`, async () => {
      const simulators = await Simulators.open();
      const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
      const page = await fixture(html`<div><button>Before</button></div>`);
      const element = document.createElement('store-logout');
      Object.assign(element, { ...settings, hideWhenSignedOut: true, confirm: true });
      page.append(element);
      await element.updateComplete;
      page.querySelector('button')!.focus();
      await ask(element);
      await waitUntil(() => part(element, 'dialog'), 'it asks');

      const other = await openShop();
      const button = Object.assign(other.document.createElement('store-logout'), settings);
      other.document.body.append(button);
      await button.logout();
      await waitUntil(() => !part(element, 'dialog'), 'it no longer asks');
      // It says for three seconds that it is done.
      await aTimeout(3500);
      const hasFocus = part(element, 'button')?.matches(':focus-visible');
      expect(isShown(element)).to.equal(hasFocus);
      // After a mouse, engines differ in whether the focus that a dialog gives back is visible.
      if (how === 'keyboard') expect(hasFocus).to.equal(true);
      element.blur();
    });
  }

  it('says what came of the logout, then goes, while what it announces stays', async () => {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const element = await fixture<StoreLogoutElement>(
      html`<store-logout hide-when-signed-out></store-logout>`,
    );
    Object.assign(element, settings);
    await element.logout();
    await element.updateComplete;
    expect(isShown(element)).to.equal(true);
    expect(nameOf(element)).to.equal('Logged out');

    await waitUntil(() => !isShown(element), 'it is gone', { timeout: 5000 });
    const status = element.shadowRoot?.querySelector('[role=status]');
    expect(status?.checkVisibility()).to.equal(true);
    expect(status?.textContent).to.equal('Logged out');
  });
});
