import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import '../../src/define.js';
import { wix } from '../../src/index.js';
import { openShop, pageUrl } from '../support/frame.js';
import { itWaits } from '../support/it-waits.js';
import { cookie, inMemory, namedPlaces, plantForeign } from '../support/places.js';
import { asSent, expectEvent, place, press, signOut, steps } from '../support/sign-out.js';
import { forgetEverything, Simulators, type Rule, type SignIn } from '../support/simulators.js';
import type { Tokens } from '../support/tokens.js';
import { WixClient } from '../support/wix-client.js';

const REDIRECT_SESSION = '/_api/redirects-api/v1/redirect-session';
const API_LOGOUT = '/_api/iam/authentication/v1/logout';
const TOKEN = '/oauth2/token';

let simulators: Simulators;
let base: string;
let attributes: Record<string, string>;

async function begin(where?: 'same-origin'): Promise<void> {
  simulators = await Simulators.open(where);
  base = `${simulators.root}/wix`;
  attributes = { platform: 'wix', 'client-id': 'demo-client', 'base-url': base, timeout: '4000' };
}

beforeEach(() => begin());
afterEach(forgetEverything);

/** Signs in without leaving the tokens anywhere. */
async function signInWithoutTrace(options?: Record<string, unknown>): Promise<SignIn> {
  const signIn = await simulators.signIn('wix', options);
  document.cookie = 'session=; Path=/; Max-Age=0';
  return signIn;
}

function setCookie(name: string, value: unknown): void {
  document.cookie = `${name}=${encodeURIComponent(JSON.stringify(value))}; Path=/`;
}

/** The tokens as `@wix/sdk` writes them. */
function sdkTokens({ accessToken, refreshToken }: Tokens, expiresAt = Date.now() / 1000 + 3600) {
  return {
    accessToken: { value: accessToken, expiresAt: Math.floor(expiresAt) },
    refreshToken: { value: refreshToken, role: 'member' },
  };
}

async function statusOfMe(accessToken = ''): Promise<number> {
  const { status } = await fetch(`${base}/me`, { headers: { Authorization: accessToken } });
  return status;
}

async function refreshStatus(refreshToken: string | undefined): Promise<number> {
  const { status } = await fetch(base + TOKEN, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ clientId: 'demo-client', refreshToken, grantType: 'refresh_token' }),
  });
  return status;
}

const json = { accept: '*/*', 'content-type': 'application/json' };
const uncached = { 'cache-control': 'no-cache', pragma: 'no-cache' };

/** The four cookies of Wix's templates, and the variants of what is in them. */
const cookies: readonly { name: string; value: (signIn: SignIn) => unknown; variant: string }[] = [
  { name: 'session', variant: '', value: ({ tokens }) => sdkTokens(tokens) },
  { name: 'wix-session', variant: '', value: ({ tokens }) => sdkTokens(tokens) },
  {
    name: 'wix-session',
    variant: ', which ends at a time in milliseconds',
    value: ({ tokens }) => sdkTokens(tokens, Date.now() + 3_600_000),
  },
  { name: 'wixSession', variant: ' as the tokens alone', value: ({ tokens }) => sdkTokens(tokens) },
  {
    name: 'wixSession',
    variant: ' beside the client id',
    value: ({ tokens }) => ({ clientId: 'demo-client', tokens: sdkTokens(tokens) }),
  },
  {
    name: 'wix_refreshToken',
    variant: '',
    value: ({ tokens }) => ({ value: tokens.refreshToken, role: 'member' }),
  },
];

describe('Wix headless', () => {
  const redirecting = {
    ok: true,
    platform: 'wix',
    server: 'redirecting',
    local: 'cleared',
    status: 200,
    attempts: 1,
  };

  it('asks for a redirect session with the raw token, and without cookies', async () => {
    const { tokens } = await simulators.signIn('wix');
    await signOut(attributes);
    expect((await simulators.log()).map(asSent)).to.deep.equal([
      {
        method: 'POST',
        path: REDIRECT_SESSION,
        query: {},
        headers: { ...json, authorization: tokens.accessToken },
        cookies: [],
        body: { logout: { clientId: 'demo-client' }, callbacks: { postFlowUrl: location.href } },
      },
    ]);
  });

  it('names the redirect, made absolute, as the page to come back to', async () => {
    await simulators.signIn('wix');
    await signOut({ ...attributes, redirect: '/bye?a=1' });
    const [request] = await simulators.log();
    expect(request?.body).to.deep.include({ callbacks: { postFlowUrl: `${location.origin}/bye?a=1` } });
  });

  it('removes the tokens and says where the session ends', async () => {
    const { tokens } = await simulators.signIn('wix');
    const heard = await signOut({ ...attributes, redirect: '/bye' });
    const [, redirect] = /"redirect":"([^"]+)"/.exec(JSON.stringify(heard.detail)) ?? [];
    expectEvent(heard, { ...redirecting, redirect }, [tokens.accessToken, tokens.refreshToken]);
    expect(redirect?.startsWith(`${base}/redirect-session/`)).to.equal(true);
    expect(document.cookie).to.equal('');
  });

  it('goes to the address that ends the session, and from there to the redirect', async () => {
    await begin('same-origin');
    const { tokens } = await simulators.signIn('wix');
    const shop = await openShop();
    const redirect = pageUrl('goodbye.html');
    const button = await place({ ...attributes, redirect }, {}, shop.document);
    const arrival = shop.arrival();
    const { detail } = await press(button);
    expect(detail).to.include({ ok: true, server: 'redirecting' });
    expect(await arrival).to.equal(redirect);
    const [asked, visited] = await simulators.log();
    expect(asked?.path).to.equal(REDIRECT_SESSION);
    expect(visited?.url).to.equal('redirect' in detail ? detail.redirect : undefined);
    expect(await simulators.isAlive('wix')).to.equal(false);
    expect(await statusOfMe(tokens.accessToken)).to.equal(401);
    expect(await refreshStatus(tokens.refreshToken)).to.equal(401);
  });

  itWaits('still has the tokens for the next click if the page could not be left', async () => {
    await begin('same-origin');
    await simulators.signIn('wix');
    await simulators.rules({ path: '^/redirect-session/', status: 204, times: 1 });
    const shop = await openShop();
    const button = await place(attributes, {}, shop.document);
    const { detail } = await press(button);
    expect(detail).to.include({ ok: true, server: 'redirecting', local: 'cleared' });
    await waitUntil(() => button.state === 'failed', 'failed', { timeout: 15_000 });
    expect(await simulators.isAlive('wix')).to.equal(true);

    const arrival = shop.arrival();
    button.click();
    expect(await arrival).to.equal(pageUrl('shop.html'));
    expect(await simulators.isAlive('wix')).to.equal(false);
  });

  it('stays if somebody signs in while Wix is asked where to go', async () => {
    await begin('same-origin');
    await simulators.signIn('wix');
    await simulators.rules({ path: REDIRECT_SESSION, delay: 1500 });
    const shop = await openShop();
    const button = await place(attributes, {}, shop.document);
    const outcome = press(button);
    await aTimeout(200);
    button.signedIn();
    expect((await outcome).detail).to.include({ ok: false, reason: 'rejected', server: 'unknown' });
    await aTimeout(300);
    expect(shop.window.location.href).to.equal(pageUrl('shop.html'));
    expect(await simulators.isAlive('wix')).to.equal(true);
  });

  it('comes back to the same page without a redirect', async () => {
    await begin('same-origin');
    await simulators.signIn('wix');
    const shop = await openShop();
    const button = await place(attributes, {}, shop.document);
    const arrival = shop.arrival();
    await press(button);
    expect(await arrival).to.equal(pageUrl('shop.html'));
    expect(await simulators.isAlive('wix')).to.equal(false);
  });

  for (const { name, variant, value } of cookies) {
    it(`finds and removes the tokens in the cookie ${name}${variant}`, async () => {
      const signIn = await signInWithoutTrace();
      setCookie(name, value(signIn));
      const { detail } = await signOut(attributes);
      expect(detail).to.include({ ok: true, server: 'redirecting', local: 'cleared' });
      expect(cookie(name)).to.equal(undefined);
      const log = await simulators.log();
      const hasAccessToken = name !== 'wix_refreshToken';
      expect(steps(log)).to.deep.equal(
        hasAccessToken ? [`POST ${REDIRECT_SESSION}`] : [`POST ${TOKEN}`, `POST ${REDIRECT_SESSION}`],
      );
      if (hasAccessToken) expect(log[0]?.headers['authorization']).to.equal(signIn.tokens.accessToken);
    });
  }

  for (const where of [...namedPlaces(), inMemory()]) {
    it(`takes the tokens out of ${where.name}`, async () => {
      const { tokens } = await signInWithoutTrace();
      where.put(tokens);
      const { detail } = await signOut({ ...attributes, ...where.attributes }, where.properties);
      expect(detail).to.include({ ok: true, server: 'redirecting', local: 'cleared' });
      expect(where.get().accessToken).to.equal(undefined);
      expect(where.get().refreshToken).to.equal(undefined);
      const [request] = await simulators.log();
      expect(request?.headers['authorization']).to.equal(tokens.accessToken);
    });
  }

  it('leaves the keys and cookies of other apps alone, also those that are called as Wix calls its own', async () => {
    const { tokens } = await signInWithoutTrace();
    const survived = plantForeign({ session: 'of-another-app', 'wix-session': '{"theme":"dark"}' });
    setCookie('wixSession', sdkTokens(tokens));
    await signOut(attributes);
    expect(cookie('wixSession')).to.equal(undefined);
    expect(survived()).to.equal(true);
  });

  describe('with a token that is no longer accepted', () => {
    it('renews a token that has expired', async () => {
      const { tokens } = await simulators.signIn('wix', { expired: true });
      const { detail } = await signOut(attributes);
      expect(detail).to.include({ ...redirecting, attempts: 2 });
      const [renewal, logout] = (await simulators.log()).map(asSent);
      expect(renewal).to.deep.equal({
        method: 'POST',
        path: TOKEN,
        query: {},
        headers: json,
        cookies: [],
        body: { clientId: 'demo-client', refreshToken: tokens.refreshToken, grantType: 'refresh_token' },
      });
      expect(logout?.path).to.equal(REDIRECT_SESSION);
      expect(logout?.headers['authorization'])
        .to.match(/^OauthNG\.JWS\./)
        .and.not.equal(tokens.accessToken);
    });

    it('knows that a token in page memory has expired by the token itself', async () => {
      const { tokens } = await signInWithoutTrace({ expired: true });
      const memory = inMemory();
      memory.put(tokens);
      await signOut(attributes, memory.properties);
      expect(steps(await simulators.log())).to.deep.equal([`POST ${TOKEN}`, `POST ${REDIRECT_SESSION}`]);
    });

    it('renews after a 401, and tries again', async () => {
      await simulators.signIn('wix');
      await simulators.rules({ path: REDIRECT_SESSION, error: 401, times: 1 });
      const { detail } = await signOut(attributes);
      expect(detail).to.include({ ...redirecting, attempts: 3 });
      expect(steps(await simulators.log())).to.deep.equal([
        `POST ${REDIRECT_SESSION}`,
        `POST ${TOKEN}`,
        `POST ${REDIRECT_SESSION}`,
      ]);
    });

    it('takes a refused renewal for the end of the session', async () => {
      await simulators.signIn('wix');
      await simulators.endSessions('wix');
      expectEvent(await signOut(attributes), {
        ...redirecting,
        server: 'already-ended',
        status: 401,
        attempts: 2,
      });
      expect(document.cookie).to.equal('');
    });

    it('does not report the end of a session that it has just renewed', async () => {
      const { tokens } = await simulators.signIn('wix');
      await simulators.rules({ path: REDIRECT_SESSION, error: 401 });
      const { type, detail } = await signOut(attributes);
      expect(await refreshStatus(tokens.refreshToken)).to.equal(200);
      expect(type).to.equal('failed-logout');
      expect(detail).to.include({ server: 'unknown', reason: 'http', status: 401, local: 'kept' });
    });

    it('takes an anonymous token if there is none, for a session that may live in a cookie of Wix', async () => {
      const heard = await signOut(attributes);
      expect(heard.detail).to.include({ ...redirecting, attempts: 2 });
      const [anonymous, logout] = (await simulators.log()).map(asSent);
      expect(anonymous).to.deep.equal({
        method: 'POST',
        path: TOKEN,
        query: {},
        headers: json,
        cookies: [],
        body: { clientId: 'demo-client', grantType: 'anonymous' },
      });
      expect(logout?.headers['authorization']).to.match(/^OauthNG\.JWS\./);
    });
  });

  describe('does not announce a success that Wix did not confirm', () => {
    const failures: readonly { name: string; rule: Rule; detail: Readonly<Record<string, unknown>> }[] = [
      {
        name: 'a 400',
        rule: { path: REDIRECT_SESSION, error: 400 },
        detail: {
          reason: 'rejected',
          server: 'refused',
          status: 400,
          code: 'INVALID_ARGUMENT',
          retryable: false,
        },
      },
      {
        name: 'a 404 of a web server',
        rule: { path: REDIRECT_SESSION, status: 404, html: '<h1>Not Found</h1>' },
        detail: { reason: 'http', server: 'unknown', status: 404, retryable: false },
      },
      {
        name: 'a 500',
        rule: { path: REDIRECT_SESSION, error: 500 },
        detail: { reason: 'http', server: 'unknown', status: 500, code: 'INTERNAL', retryable: true },
      },
      {
        name: 'a captive portal',
        rule: 'captive-portal',
        detail: { reason: 'unexpected-response', server: 'unknown', status: 200, retryable: true },
      },
      ...['javascript:alert(1)', '/relative', '//evil.example', 'https://user:pass@wix.com/', ''].map(
        (fullUrl) => ({
          name: `the address ${fullUrl || 'that is empty'}`,
          rule: { path: REDIRECT_SESSION, json: { redirectSession: { id: '1', fullUrl } } },
          detail: { reason: 'unexpected-response', server: 'unknown', status: 200, retryable: true },
        }),
      ),
      {
        name: 'a platform that refuses this page by CORS',
        rule: 'no-cors',
        detail: { reason: 'network', server: 'unknown', attempts: 2, retryable: true },
      },
    ];

    for (const { name, rule, detail } of failures) {
      it(`after ${name}`, async () => {
        const { tokens } = await simulators.signIn('wix');
        const before = document.cookie;
        await simulators.rules(rule);
        expectEvent(
          await signOut(attributes),
          { ok: false, platform: 'wix', local: 'kept', attempts: 1, ...detail },
          [tokens.accessToken, tokens.refreshToken],
        );
        expect(document.cookie).to.equal(before);
        expect(await simulators.isAlive('wix')).to.equal(true);
      });
    }
  });

  it('needs to know the client', async () => {
    const { detail } = await signOut({ platform: 'wix', 'base-url': base });
    expect(detail).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked' });
    expect(detail).to.have.property('message').that.includes('client-id');
  });
});

describe('Wix headless with its SDK', () => {
  const failed = {
    ok: false,
    platform: 'wix',
    server: 'unknown',
    local: 'kept',
    attempts: 0,
    retryable: true,
  };
  let tokens: SignIn['tokens'];
  let client: WixClient;

  async function signIn(): Promise<void> {
    ({ tokens } = await simulators.signIn('wix'));
    client = new WixClient(base, 'demo-client', tokens);
  }

  it('logs out by the SDK, removes the tokens of the page too, and says where the session ends', async () => {
    await signIn();
    const heard = await signOut({ ...attributes, redirect: '/bye' }, { sdk: client });
    const [request] = await simulators.log();
    expect(request?.body).to.deep.include({ callbacks: { postFlowUrl: `${location.origin}/bye` } });
    const [, redirect] = /"redirect":"([^"]+)"/.exec(JSON.stringify(heard.detail)) ?? [];
    expectEvent(
      heard,
      { ok: true, platform: 'wix', server: 'redirecting', local: 'cleared', attempts: 0, redirect },
      [tokens.accessToken, tokens.refreshToken],
    );
    expect(redirect?.startsWith(`${base}/redirect-session/`)).to.equal(true);
    expect(client.hasTokens).to.equal(false);
    expect(document.cookie).to.equal('');
  });

  it('goes to the SDK’s address, which ends the session', async () => {
    await begin('same-origin');
    await signIn();
    const shop = await openShop();
    const redirect = pageUrl('goodbye.html');
    const button = await place({ ...attributes, redirect }, { sdk: client }, shop.document);
    const arrival = shop.arrival();
    await press(button);
    expect(await arrival).to.equal(redirect);
    expect(await simulators.isAlive('wix')).to.equal(false);
  });

  it('does not need a client id of its own', async () => {
    await signIn();
    const { 'client-id': _, ...rest } = attributes;
    const { detail } = await signOut(rest, { sdk: client });
    expect(detail).to.include({ ok: true, server: 'redirecting' });
  });

  it('does not need one either if only the page has the tokens of a member', async () => {
    await signIn();
    const { 'client-id': _, ...rest } = attributes;
    const none = { value: '', expiresAt: 0 };
    client.auth.setTokens({ accessToken: none, refreshToken: { value: '', role: 'visitor' } });
    const { detail } = await signOut(rest, { sdk: client });
    expect((await simulators.log()).at(-1)?.body).to.have.nested.property('logout.clientId', 'demo-client');
    expect(detail.attempts).to.equal(0);
  });

  it('gives the SDK its tokens back if the answer names no address', async () => {
    await signIn();
    await simulators.rules({ path: REDIRECT_SESSION, json: { redirectSession: { id: '1' } } });
    expectEvent(await signOut(attributes, { sdk: client }), { ...failed, reason: 'unexpected-response' });
    expect(client.auth.getTokens().accessToken.value).to.equal(tokens.accessToken);
  });

  it('says nothing certain after a 401 if only the SDK could renew the tokens', async () => {
    ({ tokens } = await signInWithoutTrace());
    client = new WixClient(base, 'demo-client', tokens);
    await simulators.rules({ path: REDIRECT_SESSION, error: 401, times: 1 });
    const { 'client-id': _, ...rest } = attributes;
    const { detail } = await signOut(rest, { sdk: client });
    expect(detail).to.include({ ok: false, reason: 'http', status: 401, local: 'kept' });
    expect(client.hasTokens).to.equal(true);
  });

  it('gives the client no tokens back after the event', async () => {
    await signIn();
    client.auth.logout = async () => {
      await aTimeout(600);
      throw Object.assign(new Error('No'), { status: 504 });
    };
    const { setTokens } = client.auth;
    const given: string[] = [];
    client.auth.setTokens = (latest) => {
      given.push(latest.refreshToken.role);
      setTokens(latest);
    };
    const named = { ...attributes, timeout: '300', 'clear-on-failure': '' };
    const { detail } = await signOut(named, { sdk: client });
    expect(detail).to.include({ ok: false, reason: 'sdk', local: 'cleared' });
    await aTimeout(600);
    expect(given).not.to.include('member');
  });

  it('gives the client no old tokens in place of those of somebody who has signed in meanwhile', async () => {
    await signIn();
    await simulators.rules({
      path: REDIRECT_SESSION,
      status: 200,
      json: { redirectSession: {} },
      delay: 1500,
    });
    const button = await place(attributes, { sdk: client });
    const outcome = press(button);
    await aTimeout(100);
    button.signedIn();
    expect((await outcome).detail.ok).to.equal(false);
    expect(client.hasTokens).to.equal(false);
  });

  it('lends the client the tokens of the first try for the second, without a client id', async () => {
    ({ tokens } = await signInWithoutTrace());
    client = new WixClient(base, 'demo-client', tokens);
    await simulators.rules({ path: REDIRECT_SESSION, error: 500, times: 1 });
    const { 'client-id': _, ...rest } = attributes;
    const button = await place({ ...rest, 'clear-on-failure': '' }, { sdk: client });
    button.addEventListener('logged-out', (event) => event.preventDefault());
    expect((await press(button)).detail).to.include({ ok: false, local: 'cleared' });
    expect(client.hasTokens).to.equal(false);

    expect((await press(button)).detail).to.include({ ok: true, server: 'redirecting', local: 'cleared' });
    const requests = (await simulators.log()).map(({ headers }) => headers['authorization']);
    expect(requests).to.deep.equal([tokens.accessToken, tokens.accessToken]);
    expect(client.hasTokens).to.equal(false);
  });

  for (const status of [400, 500]) {
    it(`keeps the tokens of somebody who has signed in before a ${status} came`, async () => {
      await signIn();
      await simulators.rules({ path: REDIRECT_SESSION, error: status, delay: 300 });
      const other = {
        accessToken: { value: 'other', expiresAt: Date.now() / 1000 + 3600 },
        refreshToken: { value: 'other', role: 'member' },
      };
      setTimeout(() => client.auth.setTokens(other), 100);
      const { detail } = await signOut(attributes, { sdk: client });
      expect(detail.ok).to.equal(false);
      expect(client.auth.getTokens()).to.equal(other);
    });
  }

  it('renews the tokens that the SDK alone has after a 401, and ends the member’s session with them', async () => {
    ({ tokens } = await signInWithoutTrace());
    client = new WixClient(base, 'demo-client', tokens);
    await simulators.rules({ path: REDIRECT_SESSION, error: 401, times: 1 });
    const { detail } = await signOut(attributes, { sdk: client });
    expect(detail).to.include({ ok: true, server: 'redirecting', local: 'cleared', attempts: 2 });
    const [, renewal] = await simulators.log();
    expect(renewal?.body).to.deep.equal({
      clientId: 'demo-client',
      refreshToken: tokens.refreshToken,
      grantType: 'refresh_token',
    });
    await fetch(('redirect' in detail && detail.redirect) || '', { redirect: 'manual' });
    expect(await simulators.isAlive('wix')).to.equal(false);
    expect(client.hasTokens).to.equal(false);
  });

  it('takes a 401 for the end of the session where the renewal is refused too', async () => {
    await signIn();
    await simulators.endSessions('wix');
    const { detail } = await signOut(attributes, { sdk: client });
    expect(detail).to.include({ ok: true, server: 'already-ended', status: 401, local: 'cleared' });
    expect(client.hasTokens).to.equal(false);
    expect(document.cookie).to.equal('');
  });

  const failures: readonly {
    name: string;
    rule?: Rule;
    timeout?: string;
    spoil?: (client: WixClient) => void;
    detail: Readonly<Record<string, unknown>>;
  }[] = [
    {
      name: 'a 500',
      rule: { path: REDIRECT_SESSION, error: 500 },
      detail: { reason: 'http', status: 500, code: 'INTERNAL' },
    },
    {
      name: 'a 400',
      rule: { path: REDIRECT_SESSION, error: 400 },
      detail: {
        reason: 'rejected',
        server: 'refused',
        status: 400,
        code: 'INVALID_ARGUMENT',
        retryable: false,
      },
    },
    ...[403, 404, 410].map((status) => ({
      name: `a ${status} of a web server`,
      rule: { path: REDIRECT_SESSION, status, html: '<h1>No</h1>' },
      detail: { reason: 'http', status, retryable: false },
    })),
    {
      name: 'a 404 of a stranger who speaks JSON',
      rule: { path: REDIRECT_SESSION, status: 404, json: { message: 'no route' } },
      detail: { reason: 'http', status: 404, retryable: false },
    },
    { name: 'a broken connection', rule: 'connection-reset', detail: { reason: 'sdk' } },
    { name: 'a page instead of JSON', rule: 'captive-portal', detail: { reason: 'sdk' } },
    {
      name: 'an SDK that hangs',
      timeout: '500',
      spoil: ({ auth }) => {
        auth.logout = () => new Promise(() => undefined);
      },
      detail: { reason: 'sdk' },
    },
    {
      name: 'an SDK that throws',
      spoil: ({ auth }) => {
        auth.logout = () => {
          throw new Error('No');
        };
      },
      detail: { reason: 'sdk' },
    },
  ];

  for (const { name, rule, timeout, spoil, detail } of failures) {
    it(`tells the failure and keeps the tokens after ${name}`, async () => {
      await signIn();
      if (rule) await simulators.rules(rule);
      spoil?.(client);
      const before = document.cookie;
      expectEvent(
        await signOut({ ...attributes, ...(timeout && { timeout }) }, { sdk: client }),
        { ...failed, ...detail },
        [tokens.accessToken, tokens.refreshToken],
      );
      expect(client.auth.getTokens().accessToken.value).to.equal(tokens.accessToken);
      expect(document.cookie).to.equal(before);
      expect(await simulators.isAlive('wix')).to.equal(true);
    });
  }
});

describe('Wix api', () => {
  const ended = {
    ok: true,
    platform: 'wix',
    server: 'ended',
    local: 'cleared',
    status: 200,
    attempts: 1,
  };

  beforeEach(() => {
    attributes = { ...attributes, mode: 'api' };
  });

  it('gets the logout path with its two parameters and the raw token', async () => {
    const { tokens } = await simulators.signIn('wix');
    const redirect = `${location.origin}/bye`;
    expectEvent(await signOut({ ...attributes, redirect: '/bye' }), { ...ended, redirect }, [
      tokens.accessToken,
      tokens.refreshToken,
    ]);
    expect((await simulators.log()).map(asSent)).to.deep.equal([
      {
        method: 'GET',
        path: API_LOGOUT,
        query: { clientId: 'demo-client', postLogoutRedirectUri: redirect },
        headers: { accept: '*/*', authorization: tokens.accessToken, ...uncached },
        cookies: [],
        body: null,
      },
    ]);
  });

  it('ends the session and removes the tokens, which the SDK would leave', async () => {
    const { tokens } = await simulators.signIn('wix');
    expect(await statusOfMe(tokens.accessToken)).to.equal(200);
    expectEvent(await signOut(attributes), ended);
    const request = (await simulators.log()).find(({ path }) => path === API_LOGOUT);
    expect(request?.query).to.deep.equal({ clientId: 'demo-client' });
    expect(document.cookie).to.equal('');
    expect(await simulators.isAlive('wix')).to.equal(false);
    expect(await statusOfMe(tokens.accessToken)).to.equal(401);
    expect(await refreshStatus(tokens.refreshToken)).to.equal(401);
  });

  for (const path of [API_LOGOUT, '/authentication/v1/logout', '/v1/logout']) {
    it(`uses ${path} if base-url names it`, async () => {
      await simulators.signIn('wix');
      expectEvent(await signOut({ ...attributes, 'base-url': base + path }), ended);
      expect(steps(await simulators.log())).to.deep.equal([`GET ${path}`]);
      expect(await simulators.isAlive('wix')).to.equal(false);
    });
  }

  for (const { form, redirect, status } of [
    { form: 'raw', redirect: true, status: 200 },
    { form: 'raw', redirect: false, status: 200 },
    { form: 'html', redirect: false, status: 200 },
    { form: 'redirect', redirect: true, status: undefined },
  ]) {
    it(`understands the answer in the form "${form}"${redirect ? ' with' : ' without'} a redirect`, async () => {
      await simulators.signIn('wix');
      await simulators.options('wix', { logoutAnswer: form });
      const { status: _, ...rest } = ended;
      expectEvent(await signOut({ ...attributes, ...(redirect && { redirect: '/bye' }) }), {
        ...rest,
        ...(status && { status }),
        ...(redirect && { redirect: `${location.origin}/bye` }),
        ...(form !== 'raw' && {
          warnings: ['Wix answered with a page instead of the documented JSON.'],
        }),
      });
      expect(await simulators.isAlive('wix')).to.equal(false);
    });
  }

  it('goes to the page’s own redirect, not to one that the answer names', async () => {
    await begin('same-origin');
    await simulators.signIn('wix');
    await simulators.rules({
      path: API_LOGOUT,
      process: true,
      json: { statusCode: 302, body: '', headers: [{ key: 'Location', value: 'https://evil.example/' }] },
    });
    const shop = await openShop();
    const redirect = pageUrl('goodbye.html');
    const button = await place({ ...attributes, mode: 'api', redirect }, {}, shop.document);
    const arrival = shop.arrival();
    await press(button);
    expect(await arrival).to.equal(redirect);
  });

  it('sends the cookies of the site when it is on the site', async () => {
    await begin('same-origin');
    await signInWithoutTrace();
    expectEvent(await signOut({ ...attributes, mode: 'api' }), ended);
    const [request] = (await simulators.log()).map(asSent);
    expect(request?.cookies).to.deep.equal(['smSession']);
    expect(request?.headers).not.to.have.property('authorization');
    expect(await simulators.isAlive('wix')).to.equal(false);
  });

  it('sends nothing to another origin if there is no token', async () => {
    const { status: _, ...rest } = ended;
    expectEvent(await signOut(attributes), { ...rest, server: 'already-ended', attempts: 0 });
    expect(await simulators.log()).to.deep.equal([]);
  });

  it('renews a token that has expired, then logs out with the new one', async () => {
    await simulators.signIn('wix', { expired: true });
    expectEvent(await signOut(attributes), { ...ended, attempts: 2 });
    expect(steps(await simulators.log())).to.deep.equal([`POST ${TOKEN}`, `GET ${API_LOGOUT}`]);
    expect(await simulators.isAlive('wix')).to.equal(false);
  });

  it('takes a 401 for the end of the session where the renewal is refused too', async () => {
    await simulators.signIn('wix');
    await simulators.endSessions('wix');
    expectEvent(await signOut(attributes), { ...ended, server: 'already-ended', status: 401, attempts: 2 });
  });

  for (const { name, rule, detail } of [
    {
      name: 'a status of 401 inside',
      rule: { path: API_LOGOUT, json: { statusCode: 401, headers: [], body: '' } },
      detail: { reason: 'rejected', server: 'refused', status: 200, retryable: false },
    },
    {
      name: 'a 400',
      rule: { path: API_LOGOUT, error: 400 },
      detail: {
        reason: 'rejected',
        server: 'refused',
        status: 400,
        code: 'INVALID_ARGUMENT',
        retryable: false,
      },
    },
    {
      name: 'JSON of somebody else',
      rule: { path: API_LOGOUT, json: { hello: 'world' } },
      detail: { reason: 'unexpected-response', status: 200 },
    },
    {
      name: 'a 500',
      rule: { path: API_LOGOUT, error: 500 },
      detail: { reason: 'http', status: 500, code: 'INTERNAL' },
    },
    { name: 'a refusal by CORS', rule: 'no-cors', detail: { reason: 'network', attempts: 2 } },
  ] as readonly { name: string; rule: Rule; detail: object }[]) {
    it(`tells the failure and keeps the tokens after ${name}`, async () => {
      const { tokens } = await simulators.signIn('wix');
      const before = document.cookie;
      await simulators.rules(rule);
      expectEvent(
        await signOut(attributes),
        {
          ok: false,
          platform: 'wix',
          server: 'unknown',
          local: 'kept',
          attempts: 1,
          retryable: true,
          ...detail,
        },
        [tokens.accessToken, tokens.refreshToken],
      );
      expect(document.cookie).to.equal(before);
      expect(await simulators.isAlive('wix')).to.equal(true);
    });
  }

  for (const { address, url } of [
    { address: 'https://www.wixapis.com', url: `https://www.wixapis.com${API_LOGOUT}` },
    { address: 'https://shop.example/', url: `https://shop.example${API_LOGOUT}` },
    { address: 'https://users.wix.com', url: 'https://users.wix.com/authentication/v1/logout' },
    { address: 'https://www.wixapis.com/v1/logout', url: 'https://www.wixapis.com/v1/logout' },
  ]) {
    it(`knows where the logout is at ${address}`, () => {
      const call = { base: address, mode: 'api', page: location.href, settings: {}, tokens: {} };
      expect(wix.request(call).url).to.equal(url);
    });
  }
});

describe('Wix on a site of its own', () => {
  beforeEach(() => begin('same-origin'));

  it('takes the page to the logout path, which ends the session and leads to the redirect', async () => {
    const { tokens } = await simulators.signIn('wix');
    const shop = await openShop();
    const redirect = pageUrl('goodbye.html');
    const button = await place({ ...attributes, mode: 'site', redirect }, {}, shop.document);
    const arrival = shop.arrival();
    const heard = await press(button);
    const query = new URLSearchParams({ clientId: 'demo-client', postLogoutRedirectUri: redirect });
    expectEvent(
      heard,
      {
        ok: true,
        platform: 'wix',
        server: 'redirecting',
        local: 'cleared',
        attempts: 0,
        redirect: `${base}${API_LOGOUT}?${query.toString()}`,
      },
      [tokens.accessToken, tokens.refreshToken],
    );
    expect(await arrival).to.equal(redirect);
    expect(document.cookie).to.equal('');
    expect(await simulators.isAlive('wix')).to.equal(false);
    const [request] = (await simulators.log()).map(asSent);
    expect(request?.path).to.equal(API_LOGOUT);
    expect(request?.headers).not.to.have.property('authorization');
    expect(request?.cookies).to.include('smSession');
  });

  it('comes back to the same page without a redirect', async () => {
    await simulators.signIn('wix');
    const shop = await openShop();
    const { 'client-id': _, ...rest } = attributes;
    const button = await place({ ...rest, mode: 'site' }, {}, shop.document);
    const arrival = shop.arrival();
    await press(button);
    expect(await arrival).to.equal(pageUrl('shop.html'));
    expect(await simulators.isAlive('wix')).to.equal(false);
  });
});

describe('Wix-managed headless sites', () => {
  beforeEach(() => begin('same-origin'));

  it('posts a form to the site, which ends the session and leads to the redirect', async () => {
    const { tokens } = await simulators.signIn('wix');
    const shop = await openShop();
    const redirect = pageUrl('goodbye.html');
    const { pathname } = new URL(redirect);
    const button = await place({ ...attributes, mode: 'managed', redirect }, {}, shop.document);
    const arrival = shop.arrival();
    const heard = await press(button);
    expectEvent(
      heard,
      {
        ok: true,
        platform: 'wix',
        server: 'redirecting',
        local: 'cleared',
        attempts: 0,
        redirect: `${base}/api/auth/logout?${new URLSearchParams({ returnToUrl: pathname }).toString()}`,
      },
      [tokens.accessToken, tokens.refreshToken],
    );
    expect(await arrival).to.equal(redirect);
    expect(document.cookie).to.equal('');
    expect(await simulators.isAlive('wix')).to.equal(false);
    const [request] = (await simulators.log()).map(asSent);
    expect(request).to.deep.include({
      method: 'POST',
      path: '/api/auth/logout',
      query: { returnToUrl: pathname },
      body: null,
    });
    expect(request?.cookies).to.include('smSession');
  });

  it('stays where it is if a listener says so, and then nothing has reached the server', async () => {
    await simulators.signIn('wix');
    const { detail } = await signOut({ ...attributes, mode: 'managed' });
    expect(detail).to.include({ ok: true, server: 'redirecting' });
    expect(await simulators.log()).to.deep.equal([]);
  });
});
