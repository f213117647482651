import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import '../../src/define.js';
import { commerceEngine, memoryTokens, type MemoryTokenStore, type Tokens } from '../../src/index.js';
import { CommerceEngineSdk } from '../support/commerce-engine-sdk.js';
import { inCookies, inMemory, inStorage, namedPlaces, plantForeign } from '../support/places.js';
import { asSent, expectEvent, place as placeButton, press, signOut, steps } from '../support/sign-out.js';
import { forgetEverything, Simulators, type Rule } from '../support/simulators.js';
import { managedStorage, manualStorage } from '../support/tokens.js';

const STOREFRONT = '/api/v1/demo-store/storefront';
const LOGOUT = `${STOREFRONT}/auth/logout`;
const REFRESH = `${STOREFRONT}/auth/refresh-token`;

const usual = inStorage('localStorage', ['storefront_access_token', 'storefront_refresh_token']);

let simulators: Simulators;
let base: string;
let attributes: Record<string, string>;

beforeEach(async () => {
  simulators = await Simulators.open();
  base = `${simulators.root}/commerce-engine${STOREFRONT}`;
  attributes = { platform: 'commerce-engine', 'base-url': base, timeout: '4000' };
});
afterEach(forgetEverything);

/** Who the server takes the bearer of a token for; `refused` if it does not accept it. */
async function whoIs(accessToken = ''): Promise<'member' | 'visitor' | 'refused'> {
  const answer = await fetch(`${base}/me`, { headers: { Authorization: `Bearer ${accessToken}` } });
  if (!answer.ok) return 'refused';
  const { content } = (await answer.json()) as { content: { user: { is_logged_in: boolean } } };
  return content.user.is_logged_in ? 'member' : 'visitor';
}

async function refreshStatus(refreshToken = ''): Promise<number> {
  const { status } = await fetch(`${base}/auth/refresh-token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ refresh_token: refreshToken }),
  });
  return status;
}

async function anonymousPair() {
  const answer = await fetch(`${base}/auth/anonymous`, { method: 'POST' });
  const { content } = (await answer.json()) as { content: Record<string, string> };
  return { accessToken: content['access_token'] ?? '', refreshToken: content['refresh_token'] ?? '' };
}

/** Takes the tokens out of localStorage, where the sign-in put them. */
function takeTokens(): void {
  for (const key of ['storefront_access_token', 'storefront_refresh_token']) localStorage.removeItem(key);
}

describe('Commerce Engine', () => {
  it('posts to /auth/logout with the bearer token, and with nothing else', async () => {
    document.cookie = 'session=of-another-app; Path=/';
    const { tokens } = await simulators.signIn('commerce-engine');
    await signOut({ ...attributes, 'store-id': 'demo-store' });
    expect((await simulators.log()).map(asSent)).to.deep.equal([
      {
        method: 'POST',
        path: LOGOUT,
        query: {},
        headers: { accept: '*/*', authorization: `Bearer ${tokens.accessToken}` },
        cookies: [],
        body: null,
      },
    ]);
  });

  for (const [environment, host] of [
    [undefined, 'prod'],
    ['production', 'prod'],
    ['staging', 'staging'],
  ] as const) {
    it(`lives at ${host}.api.commercengine.io in the environment ${environment ?? 'that is the default'}`, () => {
      expect(commerceEngine.baseUrl!({ storeId: 'a b', environment }, '', location.href)).to.equal(
        `https://${host}.api.commercengine.io/api/v1/a%20b/storefront`,
      );
    });
  }

  it('ends the session, replaces the member’s pair by the anonymous one, and says so', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    const heard = await signOut(attributes);
    const now = usual.get();
    expectEvent(
      heard,
      {
        ok: true,
        platform: 'commerce-engine',
        server: 'ended',
        local: 'replaced',
        status: 200,
        attempts: 1,
      },
      [tokens.accessToken, tokens.refreshToken, now.accessToken, now.refreshToken],
    );
    expect(await simulators.isAlive('commerce-engine')).to.equal(false);
    expect(await whoIs(now.accessToken)).to.equal('visitor');
    expect(await refreshStatus(now.refreshToken)).to.equal(200);
  });

  it('leaves nothing that a thief of the old tokens could replay', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    expect(await whoIs(tokens.accessToken)).to.equal('member');
    await signOut(attributes);
    expect(await whoIs(tokens.accessToken)).to.equal('refused');
    expect(await refreshStatus(tokens.refreshToken)).to.equal(401);
  });

  const places = () => [
    usual,
    inCookies(['storefront_access_token', 'storefront_refresh_token']),
    inStorage('localStorage', ['ce_access_token', 'ce_refresh_token']),
    inCookies(['ce_access_token', 'ce_refresh_token']),
    ...namedPlaces(),
    inMemory(),
  ];

  for (const place of places()) {
    it(`replaces the pair in ${place.name}`, async () => {
      const { tokens } = await simulators.signIn('commerce-engine');
      takeTokens();
      place.put(tokens);
      const { detail } = await signOut({ ...attributes, ...place.attributes }, place.properties);
      expect(detail).to.include({ ok: true, local: 'replaced' });
      const now = place.get();
      expect(await whoIs(now.accessToken)).to.equal('visitor');
      expect(await refreshStatus(now.refreshToken)).to.equal(200);
    });

    it(`removes the pair from ${place.name} if none comes back`, async () => {
      const { tokens } = await simulators.signIn('commerce-engine');
      takeTokens();
      place.put(tokens);
      await simulators.rules({ path: LOGOUT, status: 204, process: true });
      const { detail } = await signOut({ ...attributes, ...place.attributes }, place.properties);
      expect(detail).to.include({ ok: true, server: 'ended', status: 204, local: 'cleared' });
      expect(place.get()).to.deep.equal(
        place.name === 'page memory' ? {} : { accessToken: undefined, refreshToken: undefined },
      );
      expect(await simulators.isAlive('commerce-engine')).to.equal(false);
    });

    it(`keeps the pair in ${place.name} if the logout fails`, async () => {
      const { tokens } = await simulators.signIn('commerce-engine');
      takeTokens();
      place.put(tokens);
      await simulators.rules({ path: LOGOUT, error: 500 });
      const { detail } = await signOut({ ...attributes, ...place.attributes }, place.properties);
      expect(detail).to.include({ ok: false, local: 'kept' });
      expect(place.get()).to.deep.equal(tokens);
    });
  }

  it('replaces the pair wherever it is kept more than once', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    const copies = [usual, inCookies(['ce_access_token', 'ce_refresh_token']), inMemory()];
    for (const copy of copies) copy.put(tokens);
    await signOut(attributes, copies[2]?.properties);
    for (const copy of copies) expect(await whoIs(copy.get().accessToken), copy.name).to.equal('visitor');
  });

  it('clears a store of the page that cannot take a new pair', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    takeTokens();
    let kept: Tokens | undefined = tokens;
    const { detail } = await signOut(attributes, {
      tokens: {
        read: () => kept,
        clear() {
          kept = undefined;
        },
      },
    });
    expect(detail.local).to.equal('cleared');
    expect(kept).to.equal(undefined);
  });

  it('leaves the keys and cookies of other apps alone', async () => {
    const survived = plantForeign({ session: 'of-another-app' });
    await simulators.signIn('commerce-engine');
    await signOut(attributes);
    await simulators.signIn('commerce-engine');
    await simulators.rules({ path: LOGOUT, status: 204, process: true });
    await signOut(attributes);
    expect(survived()).to.equal(true);
  });

  it('sends nothing if there is no token', async () => {
    expectEvent(await signOut(attributes), {
      ok: true,
      platform: 'commerce-engine',
      server: 'already-ended',
      local: 'cleared',
      attempts: 0,
    });
    expect(await simulators.log()).to.deep.equal([]);
  });

  describe('with a token that is no longer accepted', () => {
    const ended = {
      ok: true,
      platform: 'commerce-engine',
      server: 'ended',
      local: 'replaced',
      status: 200,
    };

    it('refreshes a token that has expired, then logs out with the new one', async () => {
      const { tokens } = await simulators.signIn('commerce-engine', { expired: true });
      const heard = await signOut(attributes);
      expectEvent(heard, { ...ended, attempts: 2 }, [tokens.accessToken, tokens.refreshToken]);
      const [refresh, logout] = (await simulators.log()).map(asSent);
      expect(refresh).to.deep.equal({
        method: 'POST',
        path: REFRESH,
        query: {},
        headers: { accept: '*/*', 'content-type': 'application/json' },
        cookies: [],
        body: { refresh_token: tokens.refreshToken },
      });
      expect(logout?.path).to.equal(LOGOUT);
      expect(logout?.headers['authorization'])
        .to.match(/^Bearer /)
        .and.not.include(tokens.accessToken ?? '');
      expect(await simulators.isAlive('commerce-engine')).to.equal(false);
      expect(await whoIs(usual.get().accessToken)).to.equal('visitor');
    });

    it('refreshes and tries again after a 401', async () => {
      await simulators.signIn('commerce-engine');
      await simulators.rules({ path: LOGOUT, error: 401, times: 1 });
      expectEvent(await signOut(attributes), { ...ended, attempts: 3 });
      expect(steps(await simulators.log())).to.deep.equal([
        `POST ${LOGOUT}`,
        `POST ${REFRESH}`,
        `POST ${LOGOUT}`,
      ]);
      expect(await simulators.isAlive('commerce-engine')).to.equal(false);
      expect(await whoIs(usual.get().accessToken)).to.equal('visitor');
    });

    it('takes a refused refresh for the end of the session', async () => {
      await simulators.signIn('commerce-engine');
      await simulators.endSessions('commerce-engine');
      expectEvent(await signOut(attributes), {
        ok: true,
        platform: 'commerce-engine',
        server: 'already-ended',
        local: 'cleared',
        status: 401,
        attempts: 2,
      });
      expect(usual.get()).to.deep.equal({ accessToken: undefined, refreshToken: undefined });
    });

    it('takes a 401 for the end of the session if there is nothing to refresh with', async () => {
      await simulators.signIn('commerce-engine');
      localStorage.removeItem('storefront_refresh_token');
      await simulators.endSessions('commerce-engine');
      expectEvent(await signOut(attributes), {
        ok: true,
        platform: 'commerce-engine',
        server: 'already-ended',
        local: 'cleared',
        status: 401,
        attempts: 1,
      });
    });

    it('does not report the end of a session if a lost answer has used up its refresh token', async () => {
      await simulators.signIn('commerce-engine');
      await simulators.rules(
        { path: LOGOUT, error: 401, times: 1 },
        { path: REFRESH, status: 503, process: true, times: 1 },
      );
      const { type, detail } = await signOut(attributes);
      expect(steps(await simulators.log())).to.deep.equal([
        `POST ${LOGOUT}`,
        `POST ${REFRESH}`,
        `POST ${REFRESH}`,
      ]);
      expect(await simulators.isAlive('commerce-engine')).to.equal(true);
      expect(type).to.equal('failed-logout');
      expect(detail).to.include({ reason: 'network', status: 401, local: 'kept' });
    });

    it('does not believe a refresh that calls itself a failure', async () => {
      const { tokens } = await simulators.signIn('commerce-engine');
      const content = { access_token: 'a', refresh_token: 'r' };
      await simulators.rules(
        { path: LOGOUT, error: 401, times: 1 },
        { path: REFRESH, status: 200, json: { success: false, content } },
      );
      const { detail } = await signOut(attributes);
      expect(detail).to.include({ ok: false, reason: 'unexpected-response', local: 'kept' });
      expect(usual.get().accessToken).to.equal(tokens.accessToken);
    });

    it('does not report the end of a session if a lost answer came before the 401, and the refresh has failed', async () => {
      await simulators.signIn('commerce-engine');
      await simulators.rules(
        { path: LOGOUT, fault: 'reset', times: 1 },
        { path: LOGOUT, error: 401 },
        { path: REFRESH, error: 500 },
      );
      const before = usual.get();
      const { detail } = await signOut(attributes);
      expect(detail).to.include({ ok: false, reason: 'http', server: 'unknown', status: 500, local: 'kept' });
      expect(usual.get()).to.deep.equal(before);
      expect(await simulators.isAlive('commerce-engine')).to.equal(true);
    });

    it('does not report the end of a session that it has just refreshed', async () => {
      await simulators.signIn('commerce-engine');
      await simulators.rules({ path: LOGOUT, error: 401 });
      const { type, detail } = await signOut(attributes);
      expect(await simulators.isAlive('commerce-engine')).to.equal(true);
      expect(type).to.equal('failed-logout');
      expect(detail).to.include({ server: 'unknown', reason: 'http', status: 401, local: 'kept' });
    });

    it('keeps the refreshed pair, since the old one may be used up, if the logout then fails', async () => {
      await simulators.signIn('commerce-engine');
      await simulators.rules({ path: LOGOUT, error: 401, times: 1 }, { path: LOGOUT, error: 500 });
      const { detail } = await signOut(attributes);
      expect(detail).to.include({ ok: false, reason: 'http', status: 500, local: 'kept', attempts: 3 });
      expect(await whoIs(usual.get().accessToken)).to.equal('member');
      expect(await refreshStatus(usual.get().refreshToken)).to.equal(200);
    });
  });

  describe('does not announce a success that the platform did not confirm', () => {
    const failures: readonly {
      name: string;
      rule: Rule;
      detail: Readonly<Record<string, unknown>>;
    }[] = [
      {
        name: 'a 400',
        rule: { path: LOGOUT, error: 400 },
        detail: { reason: 'rejected', server: 'refused', status: 400, code: 'bad_request', retryable: false },
      },
      {
        name: 'a 200 that says success: false',
        rule: { path: LOGOUT, status: 200, json: { message: 'No', success: false, code: 'busy' } },
        detail: { reason: 'rejected', server: 'refused', status: 200, code: 'busy', retryable: false },
      },
      {
        name: 'a 200 with JSON of somebody else',
        rule: { path: LOGOUT, status: 200, json: { hello: 'world' } },
        detail: { reason: 'unexpected-response', server: 'unknown', status: 200, retryable: true },
      },
      {
        name: 'a captive portal',
        rule: 'captive-portal',
        detail: { reason: 'unexpected-response', server: 'unknown', status: 200, retryable: true },
      },
      {
        name: 'a 401 of a proxy',
        rule: { status: 401, html: '<h1>Proxy</h1>' },
        detail: { reason: 'http', server: 'unknown', status: 401, retryable: false, attempts: 2 },
      },
      {
        name: 'a 404 of a web server',
        rule: { path: LOGOUT, status: 404, html: '<h1>Not Found</h1>' },
        detail: { reason: 'http', server: 'unknown', status: 404, retryable: false },
      },
      {
        name: 'a 429 without Retry-After',
        rule: { path: LOGOUT, error: 429 },
        detail: {
          reason: 'http',
          server: 'unknown',
          status: 429,
          code: 'too_many_requests',
          retryable: true,
        },
      },
      {
        name: 'a 500',
        rule: { path: LOGOUT, error: 500 },
        detail: { reason: 'http', server: 'unknown', status: 500, code: 'internal_error', retryable: true },
      },
      {
        name: 'a 503 that stays',
        rule: { path: LOGOUT, status: 503 },
        detail: { reason: 'http', server: 'unknown', status: 503, retryable: true, attempts: 2 },
      },
      {
        name: 'a platform that refuses this page by CORS',
        rule: 'no-cors',
        detail: { reason: 'network', server: 'unknown', retryable: true, attempts: 2 },
      },
    ];

    for (const { name, rule, detail } of failures) {
      it(`after ${name}`, async () => {
        const { tokens } = await simulators.signIn('commerce-engine');
        await simulators.rules(rule);
        const heard = await signOut(attributes);
        expectEvent(
          heard,
          { ok: false, platform: 'commerce-engine', local: 'kept', attempts: 1, ...detail },
          [tokens.accessToken, tokens.refreshToken],
        );
        expect(usual.get()).to.deep.equal(tokens);
        expect(await simulators.isAlive('commerce-engine')).to.equal(true);
      });
    }

    it('after no answer in time', async () => {
      await simulators.signIn('commerce-engine');
      await simulators.rules('hanging');
      expectEvent(await signOut({ ...attributes, timeout: '300' }), {
        ok: false,
        platform: 'commerce-engine',
        server: 'unknown',
        local: 'kept',
        reason: 'timeout',
        attempts: 1,
        retryable: true,
      });
    });
  });

  for (const status of [403, 404, 410]) {
    it(`believes the platform's own ${status}: there is no session any more`, async () => {
      await simulators.signIn('commerce-engine');
      await simulators.rules({ path: LOGOUT, error: status });
      expectEvent(await signOut(attributes), {
        ok: true,
        platform: 'commerce-engine',
        server: 'already-ended',
        local: 'cleared',
        status,
        attempts: 1,
        warnings: [`The platform answered ${status}.`],
      });
      expect(usual.get()).to.deep.equal({ accessToken: undefined, refreshToken: undefined });
    });
  }

  it('needs to know the store', async () => {
    const { detail } = await signOut({ platform: 'commerce-engine' });
    expect(detail).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked' });
    expect(detail).to.have.property('message').that.includes('store-id');
  });
});

describe('Commerce Engine with its SDK', () => {
  const sdkWithStorage = () =>
    new CommerceEngineSdk(base, managedStorage('storefront_access_token', 'storefront_refresh_token'));

  it("logs out by the SDK's own request, once", async () => {
    await simulators.signIn('commerce-engine');
    const heard = await signOut(attributes, { sdk: sdkWithStorage() });
    expectEvent(heard, {
      ok: true,
      platform: 'commerce-engine',
      server: 'ended',
      local: 'replaced',
      status: 200,
      attempts: 0,
    });
    expect(steps(await simulators.log())).to.deep.equal([`POST ${LOGOUT}`]);
    expect(await simulators.isAlive('commerce-engine')).to.equal(false);
  });

  it('tells Hosted Checkout of the anonymous pair, once', async () => {
    await simulators.signIn('commerce-engine');
    const sdk = sdkWithStorage();
    await signOut(attributes, { sdk });
    expect(sdk.updates).to.deep.equal([usual.get()]);
    expect(await whoIs(usual.get().accessToken)).to.equal('visitor');
  });

  it('hands the anonymous pair to an SDK that has no storage of its own', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    takeTokens();
    const storage = manualStorage(tokens);
    const sdk = new CommerceEngineSdk(base, storage);
    const { detail } = await signOut(attributes, { sdk });
    expect(detail).to.include({ ok: true, server: 'ended' });
    expect(sdk.updates).to.deep.equal([storage.read()]);
    expect(await whoIs(storage.read().accessToken)).to.equal('visitor');
  });

  it('hands the anonymous pair to an SDK whose page stores the tokens as well, before they are stored', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    const sdk = new CommerceEngineSdk(base, manualStorage(tokens));
    const order: string[] = [];
    const setTokens = sdk.setTokens.bind(sdk);
    sdk.setTokens = (...pair) => {
      order.push(
        usual.get().accessToken === tokens.accessToken ? 'sdk before storage' : 'storage before sdk',
      );
      return setTokens(...pair);
    };
    await signOut(attributes, { sdk });
    expect(order).to.deep.equal(['sdk before storage']);
    expect(sdk.updates).to.deep.equal([usual.get()]);
  });

  it('replaces the member whom the SDK would keep after a refresh of its own', async () => {
    await simulators.signIn('commerce-engine');
    await simulators.rules({ path: LOGOUT, error: 401, times: 1 });
    const sdk = sdkWithStorage();
    const { detail } = await signOut(attributes, { sdk });
    expect(detail).to.include({ ok: true, server: 'ended', local: 'replaced' });
    expect(await whoIs(usual.get().accessToken)).to.equal('visitor');
    expect(sdk.updates.at(-1)).to.deep.equal(usual.get());
  });

  it('clears the SDK after an answer without a pair', async () => {
    await simulators.signIn('commerce-engine');
    await simulators.rules({ path: LOGOUT, status: 204, process: true });
    const sdk = sdkWithStorage();
    const heard = await signOut(attributes, { sdk });
    expectEvent(heard, {
      ok: true,
      platform: 'commerce-engine',
      server: 'ended',
      local: 'cleared',
      status: 204,
      attempts: 0,
    });
    expect(await sdk.getAccessToken()).to.equal(null);
    expect(await simulators.isAlive('commerce-engine')).to.equal(false);
  });

  it('takes a 401 for the end of the session where the refresh is refused too', async () => {
    await simulators.signIn('commerce-engine');
    await simulators.endSessions('commerce-engine');
    const sdk = sdkWithStorage();
    const { detail } = await signOut(attributes, { sdk });
    expect(detail).to.include({ ok: true, server: 'already-ended', status: 401, local: 'cleared' });
    expect(await sdk.getAccessToken()).to.equal(null);
  });

  it('does not let an SDK without a session create one only to end it', async () => {
    const { detail } = await signOut(attributes, { sdk: sdkWithStorage() });
    expect(detail).to.include({ ok: true, server: 'already-ended', attempts: 0 });
    expect(await simulators.log()).to.deep.equal([]);
  });

  const hang = (sdk: CommerceEngineSdk): void => {
    sdk.auth.logout = () => new Promise(() => undefined);
  };
  const reject = (sdk: CommerceEngineSdk): void => {
    sdk.auth.logout = () => Promise.reject(new Error('No'));
  };
  const failThrough = (sdk: CommerceEngineSdk): void => {
    sdk.auth.logout = () => {
      throw new Error('No');
    };
  };

  for (const { name, rules = [], timeout, spoil, detail } of [
    {
      name: 'a 500',
      rules: [{ path: LOGOUT, error: 500 }],
      detail: { reason: 'http', status: 500, code: 'internal_error' },
    },
    {
      name: 'a broken connection',
      rules: ['connection-reset'],
      detail: { reason: 'sdk' },
    },
    {
      name: 'an answer that says success: false',
      rules: [{ path: LOGOUT, status: 200, json: { success: false, message: 'No', code: 'busy' } }],
      detail: { reason: 'rejected', server: 'refused', status: 200, code: 'busy', retryable: false },
    },
    { name: 'an SDK that hangs', timeout: '500', spoil: hang, detail: { reason: 'sdk' } },
    { name: 'an SDK that rejects', spoil: reject, detail: { reason: 'sdk' } },
    { name: 'an SDK that throws', spoil: failThrough, detail: { reason: 'sdk' } },
  ] as readonly {
    name: string;
    rules?: readonly Rule[];
    timeout?: string;
    spoil?: (sdk: CommerceEngineSdk) => void;
    detail: object;
  }[]) {
    it(`tells the failure and keeps the tokens after ${name}`, async () => {
      const { tokens } = await simulators.signIn('commerce-engine');
      await simulators.rules(...rules);
      const sdk = sdkWithStorage();
      spoil?.(sdk);
      expectEvent(
        await signOut({ ...attributes, ...(timeout && { timeout }) }, { sdk }),
        {
          ok: false,
          platform: 'commerce-engine',
          server: 'unknown',
          local: 'kept',
          attempts: 0,
          retryable: true,
          ...detail,
        },
        [tokens.accessToken, tokens.refreshToken],
      );
      expect(usual.get()).to.deep.equal(tokens);
      expect(sdk.updates).to.deep.equal([]);
      expect(await simulators.isAlive('commerce-engine')).to.equal(true);
    });
  }

  it('does not say that the tokens are gone if the SDK does not say which it has', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    takeTokens();
    const sdk = new CommerceEngineSdk(base, manualStorage(tokens));
    sdk.getAccessToken = async () => Promise.reject(new Error('No'));
    const { detail } = await signOut({ ...attributes, 'clear-on-failure': '' }, { sdk });
    expect(detail).to.include({ ok: false, reason: 'sdk', local: 'partly' });
    expect(detail.warnings.join()).to.include('may still hold the old tokens');
  });

  it('does not let the SDK log out whoever signs in before it has said who is signed in', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    takeTokens();
    const sdk = new CommerceEngineSdk(base, manualStorage(tokens));
    const read = sdk.getAccessToken.bind(sdk);
    sdk.getAccessToken = async () => {
      await aTimeout(200);
      return read();
    };
    const button = await placeButton(attributes, { sdk });
    const outcome = press(button);
    button.signedIn();
    expect((await outcome).detail).to.include({ ok: false, reason: 'rejected', server: 'not-asked' });
    expect(await simulators.log()).to.deep.equal([]);
    expect(await whoIs(tokens.accessToken)).to.equal('member');
  });

  it('asks the server itself if the page has tokens that the SDK does not have', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    const { detail } = await signOut(attributes, { sdk: new CommerceEngineSdk(base, manualStorage({})) });
    expect(detail).to.include({ ok: true, server: 'ended', attempts: 1 });
    expect(await whoIs(tokens.accessToken)).to.equal('refused');
  });

  it('does not take a look without the token of the SDK for a sign that nobody is signed in', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    takeTokens();
    await simulators.rules({ path: LOGOUT, error: 500 });
    const sdk = new CommerceEngineSdk(base, manualStorage(tokens));
    const { detail } = await signOut({ ...attributes, 'session-url': `${base}/me` }, { sdk });
    expect(detail).to.include({ ok: false, reason: 'http', status: 500, local: 'kept' });
    expect(detail).not.to.have.property('verified');
    expect(detail.warnings.join()).to.include('session-url did not tell');
    expect(await whoIs(tokens.accessToken)).to.equal('member');
  });

  it('asks the server itself if the SDK has no refresh token: it would get a guest’s token, and end that', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    takeTokens();
    const { accessToken } = tokens;
    const { detail } = await signOut(attributes, {
      sdk: new CommerceEngineSdk(base, manualStorage({ accessToken })),
    });
    expect(detail).to.include({ ok: true, server: 'ended', attempts: 1 });
    expect(await whoIs(accessToken)).to.equal('refused');
  });

  it('knows that somebody is signed in whose tokens only the SDK has', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    takeTokens();
    const session = document.createElement('store-session');
    const sdk = new CommerceEngineSdk(base, manualStorage(tokens));
    Object.assign(session, { platform: 'commerce-engine', baseUrl: base, sdk });
    document.body.append(session);
    await waitUntil(() => session.state === 'signed-in', 'signed in', { timeout: 5000 });
    session.remove();

    const button = await placeButton({ ...attributes, 'hide-when-signed-out': '' }, { sdk });
    await aTimeout(50);
    expect(getComputedStyle(button).display).not.to.equal('none');
  });

  it('is set up wrongly if only an object that is not the SDK may have the tokens', async () => {
    const { detail } = await signOut(attributes, { sdk: { auth: {} } });
    expect(detail).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked' });
    expect(detail).to.have.property('message').that.includes('sdk was not used');
  });

  it('does not take a refresh that failed for the end of a session that the SDK alone knows', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    localStorage.clear();
    const sdk = new CommerceEngineSdk(base, manualStorage(tokens));
    await simulators.rules({ path: REFRESH, error: 503 }, { path: LOGOUT, error: 401 });
    const { detail } = await signOut(attributes, { sdk });
    expect(detail).to.include({ ok: false, reason: 'http' });
    expect(await whoIs(tokens.accessToken)).to.equal('member');
  });

  it('works without an object that is not the SDK, and says so', async () => {
    await simulators.signIn('commerce-engine');
    const { detail } = await signOut(attributes, { sdk: { auth: {} } });
    expect(detail).to.include({ ok: true, server: 'ended', attempts: 1 });
    expect(detail.warnings.join()).to.include('sdk was not used');
  });
});

describe('Commerce Engine and a guest', () => {
  let guest: Awaited<ReturnType<typeof anonymousPair>>;
  const keepers: Record<string, () => { sdk?: CommerceEngineSdk; tokens?: MemoryTokenStore }> = {
    'in localStorage': () => {
      usual.put(guest);
      return {};
    },
    'in page memory': () => ({ tokens: memoryTokens(guest) }),
    'in the memory of the SDK': () => ({ sdk: new CommerceEngineSdk(base, manualStorage(guest)) }),
  };
  for (const [where, keep] of Object.entries(keepers)) {
    it(`sends nothing, and leaves the guest's tokens with the cart: ${where}`, async () => {
      guest = await anonymousPair();
      const kept = keep();
      const { detail } = await signOut(attributes, kept);
      expect(detail).to.deep.include({ ok: true, server: 'already-ended', attempts: 0, warnings: [] });
      expect((await simulators.log()).some(({ path }) => path === LOGOUT)).to.equal(false);
      expect(await whoIs(guest.accessToken)).to.equal('visitor');
      const left = kept.tokens?.read() ?? (await kept.sdk?.getAccessToken()) ?? usual.get();
      expect(JSON.stringify(left)).to.include(guest.accessToken);
    });

    it(`ends the session of a member whose tokens are in another place than the guest's: ${where}`, async () => {
      const { tokens } = await simulators.signIn('commerce-engine');
      takeTokens();
      guest = await anonymousPair();
      const kept = keep();
      inStorage('localStorage', ['ce_access_token', 'ce_refresh_token']).put(tokens);
      const { detail } = await signOut(attributes, kept);
      expect(detail).to.include({ ok: true, server: 'ended', attempts: 1 });
      expect(await whoIs(tokens.accessToken)).to.equal('refused');
      expect(await whoIs(guest.accessToken)).to.equal('visitor');
    });
  }
});

describe('Commerce Engine with session-url', () => {
  it('does not believe that nobody is signed in if only the refresh was asked, and failed', async () => {
    const { tokens } = await simulators.signIn('commerce-engine');
    localStorage.clear();
    const store = memoryTokens({ refreshToken: tokens.refreshToken });
    await simulators.rules({ path: REFRESH, error: 500 });
    const { detail } = await signOut({ ...attributes, 'session-url': `${base}/me` }, { tokens: store });
    expect(detail).to.include({ ok: false, reason: 'http', local: 'kept' });
    expect(detail).not.to.have.property('verified');
    expect(await whoIs(tokens.accessToken)).to.equal('member');
  });
});

describe('Commerce Engine with clear-on-failure, after a logout that failed', () => {
  let tokens: Tokens;

  beforeEach(async () => {
    ({ tokens } = await simulators.signIn('commerce-engine'));
    attributes = { ...attributes, 'clear-on-failure': '' };
    await simulators.rules({ path: LOGOUT, error: 500, times: 1 });
  });

  const sdks: Record<string, () => CommerceEngineSdk | undefined> = {
    'without the SDK': () => undefined,
    'with an SDK that keeps its tokens in memory': () => new CommerceEngineSdk(base, manualStorage(tokens)),
    'with an SDK that alone has the tokens': () => {
      localStorage.clear();
      return new CommerceEngineSdk(base, manualStorage(tokens));
    },
    'with an SDK that keeps them in localStorage': () =>
      new CommerceEngineSdk(base, managedStorage('storefront_access_token', 'storefront_refresh_token')),
  };
  for (const [name, make] of Object.entries(sdks)) {
    it(`no member's token is left, and the next click sends it: ${name}`, async () => {
      const sdk = make();
      const first = await signOut(attributes, sdk && { sdk });
      expect(first.detail).to.deep.include({ ok: false, reason: 'http', local: 'cleared', warnings: [] });
      expect(usual.get().accessToken).to.equal(undefined);
      if (sdk) expect(await sdk.getAccessToken()).to.equal(null);

      const second = await signOut(attributes, sdk && { sdk });
      expect(second.detail).to.include({ ok: true, server: 'ended', attempts: 1 });
      expect(await whoIs(tokens.accessToken)).to.equal('refused');
    });

    it(`the next click sends the member's token although a guest's has come: ${name}`, async () => {
      const sdk = make();
      await signOut(attributes, sdk && { sdk });
      const guest = await anonymousPair();
      if (sdk) await sdk.setTokens(guest.accessToken, guest.refreshToken);
      else usual.put(guest);

      const { detail } = await signOut(attributes, sdk && { sdk });
      expect(detail).to.include({ ok: true, server: 'ended' });
      expect(await whoIs(tokens.accessToken)).to.equal('refused');
    });
  }

  it("leaves a guest's tokens in another place, also when a sign-in replaces one of them before the other", async () => {
    localStorage.clear();
    const other = inStorage('localStorage', ['ce_access_token', 'ce_refresh_token']);
    other.put(tokens);
    const guest = await anonymousPair();
    usual.put(guest);
    const { detail } = await signOut(attributes);
    expect(detail).to.include({ ok: false, reason: 'http', local: 'cleared' });
    expect(other.get().accessToken).to.equal(undefined);
    expect(usual.get()).to.deep.equal(guest);

    const { accessToken = '' } = (await simulators.signIn('commerce-engine')).tokens;
    const half = { accessToken, refreshToken: guest.refreshToken };
    usual.put(half);
    dispatchEvent(new Event('storage'));
    await aTimeout(100);
    expect(usual.get()).to.deep.equal(half);
  });
});
