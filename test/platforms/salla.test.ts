import { aTimeout, expect } from '@open-wc/testing';

import '../../src/define.js';
import { salla as platform } from '../../src/index.js';
import { openShop, pageUrl, type ShopFrame } from '../support/frame.js';
import { itWaits } from '../support/it-waits.js';
import { cookie, inCookies, inMemory, inStorage, namedPlaces, plantForeign } from '../support/places.js';
import { afterTest } from '../support/recorders.js';
import type { SallaSdk } from '../support/salla-sdk.js';
import { asSent, expectEvent, place, press, signOut, steps } from '../support/sign-out.js';
import { forgetEverything, Simulators, type Rule } from '../support/simulators.js';

/** The store must answer within this time, on a busy machine too. A silent accounts page uses up all of it. In ms. */
const SHORT = '1500';
const ACCOUNTS_UNKNOWN = 'The session at the Salla accounts page may not have ended.';
const SDK_UNFINISHED = "Salla's SDK did not finish; the accounts session may not have ended.";

let simulators: Simulators;
let store: string;
let attributes: Record<string, string>;

beforeEach(async () => {
  simulators = await Simulators.open('same-origin');
  store = `${simulators.root}/salla`;
  attributes = {
    platform: 'salla',
    'base-url': store,
    'accounts-url': `${store}/accounts`,
    timeout: '4000',
  };
});
afterEach(forgetEverything);

async function statusOfMe(accessToken?: string): Promise<number> {
  const headers: Record<string, string> = accessToken ? { Authorization: `Bearer ${accessToken}` } : {};
  const { status } = await fetch(`${store}/me`, { headers });
  return status;
}

/** The requests to the store itself, without those of the accounts page. */
async function storeLog() {
  return (await simulators.log()).filter(({ path }) => !path.startsWith('/accounts/'));
}

const ended = {
  ok: true,
  platform: 'salla',
  server: 'ended',
  local: 'cleared',
  status: 200,
  attempts: 1,
};

describe('Salla by fetch', () => {
  it('gets /logout as a script, with the cookies, the store and the token', async () => {
    const { tokens } = await simulators.signIn('salla');
    await signOut({ ...attributes, 'store-id': '1234' });
    const [logout] = (await storeLog()).map(asSent);
    expect({ ...logout, cookies: logout?.cookies.toSorted() }).to.deep.equal({
      method: 'GET',
      path: '/logout',
      query: {},
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${tokens.accessToken}`,
        'cache-control': 'no-cache',
        pragma: 'no-cache',
        'store-identifier': '1234',
        'x-requested-with': 'XMLHttpRequest',
      },
      cookies: ['__ssid', 's-session', 's-token'],
      body: null,
    });
  });

  it('sends no store and no token if there are none', async () => {
    await simulators.signIn('salla');
    await forgetEverything();
    expectEvent(await signOut(attributes), ended);
    const [logout] = await storeLog();
    expect(logout?.headers).not.to.have.any.keys('authorization', 'store-identifier');
    expect(await simulators.isAlive('salla')).to.equal(false);
  });

  it('ends the sessions at the store and at the accounts page, and says so', async () => {
    const { tokens } = await simulators.signIn('salla');
    expect(await statusOfMe(tokens.accessToken)).to.equal(200);
    expectEvent(await signOut(attributes), ended, [tokens.accessToken]);
    expect(await simulators.credentials('salla')).to.deep.equal({
      store: false,
      access: false,
      accounts: false,
    });
    expect(await statusOfMe(tokens.accessToken)).to.equal(401);
    expect(await statusOfMe()).to.equal(401);
    expect(document.querySelector('iframe'), 'the hidden frame').to.equal(null);
  });

  it('removes what the SDK removes, and nothing of other apps', async () => {
    const survived = plantForeign({ session: 'of-another-app', my_affiliate: '1' });
    await simulators.signIn('salla');
    const own = [
      'cart',
      'user',
      'token',
      'salla::wishlist',
      'salla::wishlist-hydrated-user',
      'salla::availability',
    ];
    const ownCookies = [
      '__said',
      '__ssid',
      'theme_edit',
      'ws_port',
      's-token',
      'affiliate_id',
      'cart-1',
      'cart',
    ];
    for (const key of own) localStorage.setItem(key, 'x');
    for (const name of ownCookies) document.cookie = `${name}=x; Path=/`;
    localStorage.setItem('salla::theme', 'of-the-theme');
    expectEvent(await signOut(attributes), ended);
    expect(own.filter((key) => localStorage.getItem(key) !== null)).to.deep.equal([]);
    expect(ownCookies.filter((name) => cookie(name) !== undefined)).to.deep.equal([]);
    expect(localStorage.getItem('salla::theme')).to.equal('of-the-theme');
    expect(survived()).to.equal(true);
  });

  const places = () => [
    inStorage('localStorage', ['token']),
    inCookies(['s-token']),
    ...namedPlaces(),
    inMemory(),
  ];
  for (const where of places()) {
    it(`takes the token out of ${where.name}`, async () => {
      const { tokens } = await simulators.signIn('salla');
      await forgetEverything();
      where.put(tokens);
      expectEvent(await signOut({ ...attributes, ...where.attributes }, where.properties), ended, [
        tokens.accessToken,
      ]);
      expect(where.get().accessToken).to.equal(undefined);
      const [logout] = await storeLog();
      expect(logout?.headers['authorization']).to.equal(`Bearer ${tokens.accessToken}`);
    });
  }

  it('reads a token that the SDK has stored as JSON', async () => {
    const { tokens } = await simulators.signIn('salla');
    localStorage.setItem('token', JSON.stringify(tokens.accessToken));
    await signOut(attributes);
    const [logout] = await storeLog();
    expect(logout?.headers['authorization']).to.equal(`Bearer ${tokens.accessToken}`);
  });

  it('fetches from the page’s own origin unless base-url names the store', () => {
    expect(platform.baseUrl?.({}, 'fetch', 'https://shop.example/ar/cart?x=1')).to.equal(
      'https://shop.example',
    );
    expect(platform.defaultMode?.({}, 'https://shop.example/ar/')).to.equal('fetch');
    expect(platform.defaultMode?.({ baseUrl: 'https://other.example' }, 'https://shop.example/')).to.equal(
      'navigate',
    );
  });

  for (const { name, rule } of [
    { name: 'the documented answer with status 202', rule: { json: { success: true, status: 202 } } },
    { name: 'the documented answer without its success', rule: { json: { status: 201 } } },
    { name: 'the documented answer without its status', rule: { json: { success: true } } },
    { name: 'an empty answer', rule: { status: 200, text: '' } },
  ]) {
    it(`understands ${name}`, async () => {
      await simulators.signIn('salla');
      await simulators.rules({ path: '/logout', process: true, ...rule });
      expectEvent(await signOut(attributes), ended);
      expect(await simulators.isAlive('salla')).to.equal(false);
    });
  }

  it('follows the redirect of a store to its page after the logout', async () => {
    await simulators.signIn('salla');
    const headers = { Location: `${store}/` };
    await simulators.rules({ path: '/logout', status: 302, text: '', process: true, headers });
    expectEvent(await signOut(attributes), ended);
    expect(steps(await storeLog())).to.deep.equal(['GET /logout', 'GET /']);
    expect(await simulators.isAlive('salla')).to.equal(false);
  });

  it('takes the store’s own 401 for the end of the session', async () => {
    await simulators.signIn('salla');
    await simulators.endSessions('salla');
    expectEvent(await signOut(attributes), { ...ended, server: 'already-ended', status: 401 });
    expect(localStorage.getItem('token')).to.equal(null);
    expect(cookie('s-token')).to.equal(undefined);
  });

  const failures: readonly { name: string; rule: Rule; detail: Readonly<Record<string, unknown>> }[] = [
    {
      name: 'a 400',
      rule: { path: '/logout', error: 400 },
      detail: { reason: 'rejected', server: 'refused', status: 400, code: 'error', retryable: false },
    },
    {
      name: 'a 200 that says success: false',
      rule: { path: '/logout', json: { success: false, status: 200, error: { code: 'busy' } } },
      detail: { reason: 'rejected', server: 'refused', status: 200, code: 'busy', retryable: false },
    },
    {
      name: 'a 200 with a status of 500 inside',
      rule: { path: '/logout', json: { status: 500 } },
      detail: { reason: 'rejected', server: 'refused', status: 200, retryable: false },
    },
    {
      name: 'a page that nobody was sent on to',
      rule: 'captive-portal',
      detail: { reason: 'unexpected-response', server: 'unknown', status: 200, retryable: true },
    },
    {
      name: 'JSON of somebody else',
      rule: { path: '/logout', json: { hello: 'world' } },
      detail: { reason: 'unexpected-response', server: 'unknown', status: 200, retryable: true },
    },
    {
      name: 'a 401 of a proxy',
      rule: 'unauthorized-stranger',
      detail: { reason: 'http', server: 'unknown', status: 401, retryable: false },
    },
    {
      name: 'a 404 of a web server',
      rule: { path: '/logout', status: 404, html: '<h1>Not Found</h1>' },
      detail: { reason: 'http', server: 'unknown', status: 404, retryable: false },
    },
    {
      name: 'a 500',
      rule: { path: '/logout', error: 500 },
      detail: { reason: 'http', server: 'unknown', status: 500, code: 'error', retryable: true },
    },
  ];

  for (const { name, rule, detail } of failures) {
    it(`tells the failure and keeps everything after ${name}`, async () => {
      const { tokens } = await simulators.signIn('salla');
      await simulators.rules(rule);
      const before = document.cookie;
      expectEvent(
        await signOut(attributes),
        { ok: false, platform: 'salla', local: 'kept', attempts: 1, ...detail },
        [tokens.accessToken],
      );
      expect(document.cookie).to.equal(before);
      expect(localStorage.getItem('token')).to.equal(tokens.accessToken);
      expect(await simulators.isAlive('salla')).to.equal(true);
    });
  }

  it('says before anything is sent that a store on another origin cannot be fetched', async () => {
    const elsewhere = await Simulators.open();
    const { detail } = await signOut({
      ...attributes,
      mode: 'fetch',
      'base-url': `${elsewhere.root}/salla`,
    });
    expect(detail).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked', attempts: 0 });
    expect(detail).to.have.property('message').that.includes('mode="navigate"');
    expect(await elsewhere.log()).to.deep.equal([]);
  });

  it('is used in the mode sdk while there is no SDK', async () => {
    await simulators.signIn('salla');
    const redirect = pageUrl('goodbye.html');
    expectEvent(await signOut({ ...attributes, mode: 'sdk', redirect }), { ...ended, redirect });
    expect(steps(await storeLog())).to.deep.equal(['GET /logout']);
  });
});

describe('Salla’s accounts page, without the SDK', () => {
  it('is signed out of on another origin too', async () => {
    const elsewhere = await Simulators.open();
    await simulators.signIn('salla');
    const accounts = `${elsewhere.root}/salla/accounts`;
    expectEvent(await signOut({ ...attributes, 'accounts-url': accounts }), ended);
    expect(steps(await elsewhere.log())).to.deep.equal([
      'GET /accounts/logout',
      'POST /accounts/end-session',
    ]);
  });

  it('is the one that the store’s SDK knows, before that can log out', async () => {
    const login: Record<string, string> = { 'login.url': `${store}/accounts` };
    Object.assign(window, { salla: { config: { get: (key: string) => login[key] } } });
    afterTest(() => delete (window as { salla?: unknown }).salla);
    await simulators.signIn('salla');
    const { 'accounts-url': _, ...others } = attributes;
    expectEvent(await signOut(others), ended);
    expect(await simulators.credentials('salla')).to.include({ accounts: false });
  });

  for (const accounts of ['silent', 'stuck', 'wrong-source', 'unauthorized', 'server-error']) {
    it(`costs a warning, not the logout, if it is ${accounts}`, async () => {
      await simulators.signIn('salla');
      await simulators.options('salla', { accounts });
      const heard = await signOut({ ...attributes, timeout: SHORT });
      expectEvent(heard, { ...ended, warnings: [ACCOUNTS_UNKNOWN] });
      expect(heard.detail.duration).to.be.below(2500);
      expect(await simulators.credentials('salla')).to.include({ store: false, access: false });
      expect(document.querySelector('iframe'), 'the hidden frame').to.equal(null);
    });
  }

  it('is signed out of even if the store’s session had ended, because it could sign the shopper in again', async () => {
    await simulators.signIn('salla');
    await simulators.rules({ path: '/logout', error: 401 });
    expectEvent(await signOut(attributes), { ...ended, server: 'already-ended', status: 401 });
    expect(await simulators.credentials('salla')).to.include({ accounts: false });
  });

  itWaits('delays the logout by three seconds at most', async () => {
    await simulators.signIn('salla');
    await simulators.options('salla', { accounts: 'silent' });
    const heard = await signOut({ ...attributes, timeout: '8000' });
    expectEvent(heard, { ...ended, warnings: [ACCOUNTS_UNKNOWN] });
    expect(heard.detail.duration).to.be.within(2900, 5000);
  });

  it('is not believed if another frame answers for it', async () => {
    await simulators.signIn('salla');
    await simulators.options('salla', { accounts: 'silent' });
    const button = await place({ ...attributes, timeout: SHORT });
    button.addEventListener('before-logout', () => {
      window.postMessage({ source: 'login', type: 'iframe::logged-out' }, location.origin);
    });
    expectEvent(await press(button), { ...ended, warnings: [ACCOUNTS_UNKNOWN] });
  });

  it('is not asked if the address is unusable', async () => {
    await simulators.signIn('salla');
    expectEvent(await signOut({ ...attributes, 'accounts-url': 'javascript:alert(1)' }), {
      ...ended,
      warnings: [ACCOUNTS_UNKNOWN],
    });
    expect(steps(await simulators.log())).to.deep.equal(['GET /logout']);
  });

  it('does not delay a failure', async () => {
    await simulators.signIn('salla');
    await simulators.options('salla', { accounts: 'silent' });
    await simulators.rules({ path: '/logout', error: 500 });
    const { detail } = await signOut(attributes);
    expect(detail).to.include({ ok: false, reason: 'http' });
    expect(detail.duration).to.be.below(2000);
  });
});

describe('Salla by navigation', () => {
  it('clears, says so, and takes the page to the store’s logout', async () => {
    const { tokens } = await simulators.signIn('salla');
    const shop = await openShop();
    const button = await place({ ...attributes, mode: 'navigate' }, {}, shop.document);
    const arrival = shop.arrival();
    const heard = await press(button);
    expectEvent(
      heard,
      {
        ok: true,
        platform: 'salla',
        server: 'redirecting',
        local: 'cleared',
        attempts: 0,
        redirect: `${store}/logout?from=store-logout`,
      },
      [tokens.accessToken],
    );
    expect(document.cookie).to.equal('');
    expect(Object.keys(localStorage).filter((key) => !key.startsWith('store-logout:'))).to.deep.equal([]);
    expect(await arrival).to.equal(`${store}/`);
    const [logout] = (await storeLog()).map(asSent);
    expect(logout).to.deep.include({
      method: 'GET',
      path: '/logout',
      query: { from: 'store-logout' },
      cookies: ['s-session'],
    });
    expect(logout?.headers).not.to.have.property('authorization');
    expect(await simulators.credentials('salla')).to.deep.equal({
      store: false,
      access: false,
      accounts: false,
    });
  });

  it('is the default for a store on another origin', async () => {
    const elsewhere = await Simulators.open();
    const { detail } = await signOut({ ...attributes, 'base-url': `${elsewhere.root}/salla` });
    expect(detail).to.include({
      ok: true,
      server: 'redirecting',
      redirect: `${elsewhere.root}/salla/logout?from=store-logout`,
    });
  });

  it('continues in time although the accounts page is silent', async () => {
    await simulators.signIn('salla');
    await simulators.options('salla', { accounts: 'silent' });
    const shop = await openShop();
    const button = await place({ ...attributes, mode: 'navigate', timeout: '500' }, {}, shop.document);
    const arrival = shop.arrival();
    const { detail } = await press(button);
    expect(detail.warnings).to.deep.equal([ACCOUNTS_UNKNOWN]);
    expect(await arrival).to.equal(`${store}/`);
    expect(await simulators.isAlive('salla')).to.equal(false);
  });

  it('stays if somebody signs in while the accounts page is asked', async () => {
    await simulators.signIn('salla');
    await simulators.options('salla', { accounts: 'silent' });
    const shop = await openShop();
    const button = await place({ ...attributes, mode: 'navigate', timeout: SHORT }, {}, shop.document);
    const outcome = press(button);
    button.signedIn();
    await simulators.signIn('salla');
    expect((await outcome).detail).to.include({ ok: false, reason: 'rejected', server: 'not-asked' });
    expect(await simulators.isAlive('salla')).to.equal(true);
  });

  it('cannot honour a redirect, and says so', async () => {
    const redirect = pageUrl('goodbye.html');
    const { detail } = await signOut({ ...attributes, mode: 'navigate', redirect });
    expect(detail).to.include({ redirect: `${store}/logout?from=store-logout` });
    expect(detail.warnings.join()).to.include('redirect has no effect');
  });
});

describe('Salla by its SDK', () => {
  let shop: ShopFrame;
  let salla: SallaSdk;
  const redirecting = () => ({
    ok: true,
    platform: 'salla',
    server: 'redirecting',
    local: 'cleared',
    attempts: 0,
    redirect: `${store}/logout?from=store-logout`,
  });
  const names = (): string[] => salla.emitted.map(({ name }) => name);

  beforeEach(async () => {
    shop = await openShop();
    salla = shop.window.SallaSdk.install({ store, accounts: `${store}/accounts` });
  });

  it('calls the SDK once, which takes the page to the store’s logout', async () => {
    const { tokens } = await simulators.signIn('salla');
    const button = await place(attributes, {}, shop.document);
    const arrival = shop.arrival();
    const pressed = press(button);
    button.click();
    expectEvent(await pressed, redirecting(), [tokens.accessToken]);
    expect(await arrival).to.equal(`${store}/`);
    expect(salla.calls).to.deep.equal([['store-logout', true]]);
    expect(steps(await simulators.log())).to.deep.equal([
      'GET /accounts/logout',
      'POST /accounts/end-session',
      'GET /logout',
      'GET /',
    ]);
    expect(await simulators.credentials('salla')).to.deep.equal({
      store: false,
      access: false,
      accounts: false,
    });
    expect(await statusOfMe(tokens.accessToken)).to.equal(401);
  });

  it('leaves it to the SDK to tell its bus of the logout', async () => {
    await simulators.signIn('salla');
    const button = await place(attributes, {}, shop.document);
    const arrival = shop.arrival();
    expectEvent(await press(button), redirecting());
    await arrival;
    expect(names()).to.deep.equal(['auth::logged.out']);
  });

  it('uses an SDK that the page hands over', async () => {
    await simulators.signIn('salla');
    Reflect.deleteProperty(shop.window, 'salla');
    const button = await place(attributes, { sdk: salla }, shop.document);
    const arrival = shop.arrival();
    expectEvent(await press(button), redirecting());
    expect(await arrival).to.equal(`${store}/`);
    expect(salla.calls.length).to.equal(1);
  });

  it('leaves the SDK alone in the mode fetch', async () => {
    await simulators.signIn('salla');
    const button = await place({ ...attributes, mode: 'fetch' }, {}, shop.document);
    expectEvent(await press(button), ended);
    expect(salla.calls).to.deep.equal([]);
    expect(salla.emitted).to.deep.equal([]);
  });

  it('removes tokens from places that the SDK does not know', async () => {
    const { tokens } = await simulators.signIn('salla');
    sessionStorage.setItem('member', tokens.accessToken ?? '');
    const button = await place({ ...attributes, 'token-key': 'member' }, {}, shop.document);
    const arrival = shop.arrival();
    await press(button);
    expect(sessionStorage.getItem('member')).to.equal(null);
    await arrival;
  });

  it('leaves the keys and cookies of other apps alone', async () => {
    const survived = plantForeign({ session: 'of-another-app' });
    await simulators.signIn('salla');
    const button = await place(attributes, {}, shop.document);
    const arrival = shop.arrival();
    await press(button);
    await arrival;
    expect(survived()).to.equal(true);
  });

  for (const { name, timeout, prepare } of [
    {
      name: 'a listener of the store rejects, so that the SDK stops and resolves',
      timeout: '4000',
      prepare: async () => salla.event.auth.onLoggedOut(() => Promise.reject(new Error('No'))),
    },
    {
      name: 'a listener of the store never settles, so that the SDK hangs',
      timeout: '700',
      prepare: async () => salla.event.auth.onLoggedOut(() => new Promise(() => undefined)),
    },
    ...['silent', 'stuck', 'unauthorized', 'server-error'].map((accounts) => ({
      name: `the accounts page is ${accounts}, so that the SDK hangs`,
      timeout: '700',
      prepare: async () => simulators.options('salla', { accounts }),
    })),
  ]) {
    it(`finishes by itself when ${name}`, async () => {
      const { tokens } = await simulators.signIn('salla');
      await prepare();
      const button = await place({ ...attributes, timeout }, {}, shop.document);
      const arrival = shop.arrival();
      expectEvent(await press(button), { ...redirecting(), warnings: [SDK_UNFINISHED] }, [
        tokens.accessToken,
      ]);
      expect(await arrival).to.equal(`${store}/`);
      expect(await simulators.isAlive('salla')).to.equal(false);
      expect(salla.calls.length).to.equal(1);
      expect(names()).to.deep.equal(['auth::logged.out']);
    });
  }

  itWaits('is followed by a navigation after ten seconds, if the SDK did not leave', async () => {
    await simulators.signIn('salla');
    await simulators.rules({ path: '/logout', status: 204, times: 1 });
    const button = await place(attributes, {}, shop.document);
    const arrival = shop.arrival();
    expectEvent(await press(button), redirecting());
    expect(await simulators.isAlive('salla')).to.equal(true);

    expect(await arrival).to.equal(`${store}/`);
    expect(await simulators.isAlive('salla')).to.equal(false);
  });

  itWaits('is followed by no navigation after a sign-in, here or in another tab', async () => {
    await simulators.signIn('salla');
    await simulators.rules({ path: '/logout', status: 204, times: 2 });
    const other = await openShop();
    other.window.SallaSdk.install({ store, accounts: `${store}/accounts` });
    const buttons = await Promise.all(
      [shop, other].map(async ({ document: page }) => place(attributes, {}, page)),
    );
    await Promise.all(buttons.map(async (button) => press(button)));

    buttons[0]?.signedIn();
    await simulators.signIn('salla');
    await aTimeout(11_000);
    for (const { window: page } of [shop, other]) expect(page.location.href).to.equal(pageUrl('shop.html'));
    expect(await simulators.isAlive('salla')).to.equal(true);
  });

  it('cannot honour a redirect, and says so', async () => {
    await simulators.signIn('salla');
    const button = await place({ ...attributes, redirect: pageUrl('goodbye.html') }, {}, shop.document);
    const arrival = shop.arrival();
    const { detail } = await press(button);
    expect(detail).to.include(redirecting());
    expect(detail.warnings.length).to.equal(1);
    expect(detail.warnings[0]).to.include('redirect has no effect');
    expect(await arrival).to.equal(`${store}/`);
  });

  describe('tells failures on Salla’s bus as well', () => {
    const goOffline = (): void => {
      Object.defineProperty(shop.window.navigator, 'onLine', { get: () => false });
    };
    const throwError = (): void => {
      salla.auth.logout = () => {
        throw new Error('secret of the SDK');
      };
    };
    const reject = (): void => {
      salla.auth.logout = () => Promise.reject(new Error('secret of the SDK'));
    };

    const failures: readonly {
      name: string;
      spoil?: () => void;
      rule?: Rule;
      attributes?: Readonly<Record<string, string>>;
      detail: Readonly<Record<string, unknown>>;
    }[] = [
      {
        name: 'the SDK throws',
        spoil: throwError,
        detail: { reason: 'sdk', server: 'unknown', retryable: true },
      },
      {
        name: 'the SDK rejects',
        spoil: reject,
        detail: { reason: 'sdk', server: 'unknown', retryable: true },
      },
      {
        name: 'the browser is offline',
        spoil: goOffline,
        detail: { reason: 'offline', server: 'not-asked', retryable: true },
      },
      {
        name: 'a fetch met a 500',
        attributes: { mode: 'fetch' },
        rule: { path: '/logout', error: 500 },
        detail: {
          reason: 'http',
          server: 'unknown',
          status: 500,
          code: 'error',
          attempts: 1,
          retryable: true,
        },
      },
      {
        name: 'a fetch got no answer in time',
        attributes: { mode: 'fetch', timeout: '400' },
        rule: 'hanging',
        detail: { reason: 'timeout', server: 'unknown', attempts: 1, retryable: true },
      },
      {
        name: 'the tag is misconfigured',
        attributes: { mode: 'teleport' },
        detail: { reason: 'misconfigured', server: 'not-asked', retryable: false },
      },
    ];

    for (const { name, spoil, rule, attributes: more, detail } of failures) {
      it(`when ${name}`, async () => {
        const { tokens } = await simulators.signIn('salla');
        if (rule) await simulators.rules(rule);
        spoil?.();
        const order: string[] = [];
        salla.event.auth.onFailedLogout(() => order.push('bus'));
        const button = await place({ ...attributes, ...more }, {}, shop.document);
        button.addEventListener('failed-logout', () => order.push('page'));
        const heard = await press(button);
        expectEvent(heard, { ok: false, platform: 'salla', local: 'kept', attempts: 0, ...detail }, [
          tokens.accessToken,
          'secret',
        ]);
        expect(order).to.deep.equal(['bus', 'page']);
        expect(names()).to.deep.equal(['auth::failed.logout']);
        const [error] = salla.emitted[0]?.values ?? [];
        expect(error).to.have.property('message', 'message' in heard.detail && heard.detail.message);
        expect(localStorage.getItem('token')).to.equal(tokens.accessToken);
        expect(await simulators.isAlive('salla')).to.equal(true);
      });
    }

    it('and continues although a listener of the store throws', async () => {
      await simulators.signIn('salla');
      throwError();
      salla.event.auth.onFailedLogout(() => {
        throw new Error('No');
      });
      const button = await place(attributes, {}, shop.document);
      const { detail } = await press(button);
      expect(detail).to.include({ ok: false, reason: 'sdk' });
    });

    it('but not if a before-logout listener cancels the logout', async () => {
      await simulators.signIn('salla');
      const button = await place(attributes, {}, shop.document);
      button.addEventListener('before-logout', (event) => event.preventDefault());
      const outcome = await button.logout();
      expect(outcome).to.include({ ok: false, reason: 'cancelled' });
      expect(salla.emitted).to.deep.equal([]);
      expect(salla.calls).to.deep.equal([]);
    });
  });
});
