import { expect } from '@open-wc/testing';

import '../../src/define.js';
import { memoryTokens, type TokenStore, unisouk } from '../../src/index.js';
import { inMemory, namedPlaces, plantForeign } from '../support/places.js';
import { asSent, expectEvent, signOut, steps } from '../support/sign-out.js';
import { forgetEverything, Simulators, type Rule } from '../support/simulators.js';

const LOGOUT = '/auth/logout';
const REFRESH = '/auth/refresh/demo-store';
const REFRESH_COOKIE = 'unisouk.demo-store.refresh-token';

let simulators: Simulators;
let base: string;
let attributes: Record<string, string>;

beforeEach(async () => {
  simulators = await Simulators.open();
  base = `${simulators.root}/unisouk`;
  attributes = { platform: 'unisouk', 'store-id': 'demo-store', 'base-url': base, timeout: '4000' };
});
afterEach(forgetEverything);

async function statusOf(path: string, accessToken?: string): Promise<number> {
  const { status } = await fetch(base + path, {
    credentials: 'include',
    headers: {
      'x-store-id': 'demo-store',
      ...(accessToken && { Authorization: `Bearer ${accessToken}` }),
    },
  });
  return status;
}

/** The refresh cookie and the bearer token, as the platform wants them. */
function request(path: string, accessToken?: string) {
  return {
    method: 'GET',
    path,
    query: {},
    headers: {
      accept: '*/*',
      // Never from a cache: a GET that ends a session must reach the server.
      'cache-control': 'no-cache',
      'content-type': 'application/json',
      pragma: 'no-cache',
      'x-store-id': 'demo-store',
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
    },
    cookies: [REFRESH_COOKIE],
    body: null,
  };
}

/** Another site than `localhost`, on the same server. */
const elsewhere = (address: string): string => address.replace('//localhost', '//127.0.0.1');

const ended = {
  ok: true,
  platform: 'unisouk',
  server: 'ended',
  local: 'cleared',
  status: 200,
  attempts: 1,
};

describe('UniSouk', () => {
  it('gets /auth/logout with the store, the bearer token and the refresh cookie', async () => {
    const { tokens } = await simulators.signIn('unisouk');
    await signOut(attributes, { tokens: memoryTokens(tokens) });
    expect((await simulators.log()).map(asSent)).to.deep.equal([request(LOGOUT, tokens.accessToken)]);
  });

  it('ends the session, empties the page memory, and says so', async () => {
    const { tokens } = await simulators.signIn('unisouk');
    const memory = memoryTokens(tokens);
    expectEvent(await signOut(attributes, { tokens: memory }), ended, [
      tokens.accessToken,
      'nora@example.com',
    ]);
    expect(memory.read()).to.equal(undefined);
    expect(await simulators.credentials('unisouk')).to.deep.equal({ access: false, refresh: false });
  });

  it('leaves nothing that could sign the shopper in again', async () => {
    const { tokens } = await simulators.signIn('unisouk');
    expect(await statusOf('/auth/me', tokens.accessToken)).to.equal(200);
    await signOut(attributes, { tokens: memoryTokens(tokens) });
    expect(await statusOf('/auth/me', tokens.accessToken)).to.equal(401);
    expect(await statusOf(REFRESH)).to.equal(401);
  });

  for (const place of [...namedPlaces(), inMemory()]) {
    it(`takes the token out of ${place.name}`, async () => {
      const { tokens } = await simulators.signIn('unisouk');
      place.put(tokens);
      expectEvent(await signOut({ ...attributes, ...place.attributes }, place.properties), ended, [
        tokens.accessToken,
      ]);
      expect(place.get().accessToken).to.equal(undefined);
      const [logout] = await simulators.log();
      expect(logout?.headers['authorization']).to.equal(`Bearer ${tokens.accessToken}`);
    });
  }

  it('waits for a page that reads and clears its tokens asynchronously', async () => {
    const { tokens } = await simulators.signIn('unisouk');
    const memory = memoryTokens(tokens);
    const store: TokenStore = {
      read: () => Promise.resolve(memory.read()),
      clear: async () => {
        await Promise.resolve();
        memory.clear();
      },
    };
    expectEvent(await signOut(attributes, { tokens: store }), ended);
    expect(memory.read()).to.equal(undefined);
  });

  it('leaves the keys and cookies of other apps alone', async () => {
    const survived = plantForeign({ session: 'of-another-app' });
    localStorage.setItem('token', 'of-another-app');
    const { tokens } = await simulators.signIn('unisouk');
    await signOut(attributes, { tokens: memoryTokens(tokens) });
    expect(survived()).to.equal(true);
    expect(localStorage.getItem('token')).to.equal('of-another-app');
  });

  it('speaks to the API of UniSouk unless base-url names another', () => {
    expect(unisouk.baseUrl!({}, '', location.href)).to.equal('https://dev-sfapi.unisouk.com');
  });

  describe('without a usable access token', () => {
    it('gets one by the refresh cookie first, because the cookie alone would sign in again', async () => {
      await simulators.signIn('unisouk');
      expectEvent(await signOut(attributes), { ...ended, attempts: 2 });
      const [refresh, logout] = (await simulators.log()).map(asSent);
      expect(refresh).to.deep.equal(request(REFRESH));
      expect(logout).to.deep.equal(
        request(LOGOUT, logout?.headers['authorization']?.replace('Bearer ', '') ?? 'none'),
      );
      expect(await simulators.credentials('unisouk')).to.deep.equal({ access: false, refresh: false });
    });

    it('refreshes one that has expired', async () => {
      const { tokens } = await simulators.signIn('unisouk', { expired: true });
      const memory = memoryTokens(tokens);
      expectEvent(await signOut(attributes, { tokens: memory }), { ...ended, attempts: 2 });
      expect(steps(await simulators.log())).to.deep.equal([`GET ${REFRESH}`, `GET ${LOGOUT}`]);
      expect(memory.read()).to.equal(undefined);
      expect(await simulators.isAlive('unisouk')).to.equal(false);
    });

    it('refreshes after a 401, and tries again', async () => {
      const { tokens } = await simulators.signIn('unisouk');
      await simulators.rules({ path: LOGOUT, error: 401, times: 1 });
      const memory = memoryTokens(tokens);
      expectEvent(await signOut(attributes, { tokens: memory }), { ...ended, attempts: 3 });
      expect(steps(await simulators.log())).to.deep.equal([
        `GET ${LOGOUT}`,
        `GET ${REFRESH}`,
        `GET ${LOGOUT}`,
      ]);
      expect(await simulators.isAlive('unisouk')).to.equal(false);
    });

    for (const status of [401, 403]) {
      it(`takes a refresh refused with ${status} for the end of the session`, async () => {
        const { tokens } = await simulators.signIn('unisouk');
        await simulators.endSessions('unisouk');
        if (status === 403) await simulators.rules({ path: REFRESH, error: 403 });
        const memory = memoryTokens(tokens);
        expectEvent(await signOut(attributes, { tokens: memory }), {
          ...ended,
          server: 'already-ended',
          status,
          attempts: 2,
        });
        expect(memory.read()).to.equal(undefined);
      });
    }

    it('finds out by one request that there is no session', async () => {
      expectEvent(await signOut(attributes), { ...ended, server: 'already-ended', status: 401 });
      expect(steps(await simulators.log())).to.deep.equal([`GET ${REFRESH}`]);
    });

    it('warns that the browser may have withheld the cookie of another site', async () => {
      await simulators.signIn('unisouk');
      const { detail } = await signOut({ ...attributes, 'base-url': elsewhere(base) });
      expect(detail).to.include({ ok: true, server: 'already-ended', status: 401 });
      expect(detail.warnings.join()).to.include('The browser may have withheld the cookie');
      expect(await simulators.isAlive('unisouk')).to.equal(true);
    });

    it('does not report the end of a session that it has just refreshed', async () => {
      const { tokens } = await simulators.signIn('unisouk');
      await simulators.rules({ path: LOGOUT, error: 401 });
      const { type, detail } = await signOut(attributes, { tokens: memoryTokens(tokens) });
      expect(await statusOf(REFRESH), 'the refresh cookie works').to.equal(200);
      expect(type).to.equal('failed-logout');
      expect(detail).to.include({ server: 'unknown', reason: 'http', status: 401, local: 'kept' });
    });

    it('does not take a rejected refresh for another store for the end of the session', async () => {
      await simulators.signIn('unisouk');
      const { type, detail } = await signOut({ ...attributes, 'store-id': 'misspelt' });
      expect(await simulators.isAlive('unisouk')).to.equal(true);
      expect(type).to.equal('failed-logout');
      expect(detail).to.include({ reason: 'rejected', server: 'refused', status: 400, local: 'kept' });
    });

    it('hands a refreshed token to the page if the logout then fails', async () => {
      const { tokens } = await simulators.signIn('unisouk', { expired: true });
      await simulators.rules({ path: LOGOUT, error: 500 });
      const memory = memoryTokens(tokens);
      const { detail } = await signOut(attributes, { tokens: memory });
      expect(detail).to.include({ ok: false, reason: 'http', local: 'kept' });
      expect(await statusOf('/auth/me', memory.read()?.accessToken)).to.equal(200);
    });
  });

  describe('does not announce a success that the platform did not confirm', () => {
    const failures: readonly {
      name: string;
      rules: readonly Rule[];
      detail: Readonly<Record<string, unknown>>;
    }[] = [
      {
        name: 'a 400',
        rules: [{ path: LOGOUT, error: 400 }],
        detail: {
          reason: 'rejected',
          server: 'refused',
          status: 400,
          code: 'BadRequestException',
          retryable: false,
        },
      },
      {
        name: 'a 200 with a status code of 400 inside',
        rules: [{ path: LOGOUT, json: { statusCode: 400, error: 'BadRequestException', message: 'No' } }],
        detail: { reason: 'rejected', server: 'refused', status: 200, retryable: false },
      },
      {
        name: 'a captive portal',
        rules: ['captive-portal'],
        detail: { reason: 'unexpected-response', server: 'unknown', status: 200, retryable: true },
      },
      {
        name: 'a refresh that was answered with a page',
        rules: [
          { path: LOGOUT, error: 401 },
          { path: REFRESH, status: 200, html: '<h1>Welcome</h1>' },
        ],
        detail: {
          reason: 'unexpected-response',
          server: 'unknown',
          status: 200,
          attempts: 2,
          retryable: true,
        },
      },
      {
        name: 'a refresh that was refused by a proxy',
        rules: [
          { path: LOGOUT, error: 401 },
          { path: REFRESH, status: 403, html: '<h1>Forbidden</h1>' },
        ],
        detail: { reason: 'http', server: 'unknown', status: 403, attempts: 2, retryable: false },
      },
      {
        name: 'a refresh that met a 500',
        rules: [
          { path: LOGOUT, error: 401 },
          { path: REFRESH, error: 500 },
        ],
        detail: {
          reason: 'http',
          server: 'unknown',
          status: 500,
          code: 'InternalServerErrorException',
          attempts: 2,
          retryable: true,
        },
      },
      {
        name: 'a 500',
        rules: [{ path: LOGOUT, error: 500 }],
        detail: {
          reason: 'http',
          server: 'unknown',
          status: 500,
          code: 'InternalServerErrorException',
          retryable: true,
        },
      },
      {
        name: 'a platform that refuses this page by CORS',
        rules: ['no-cors'],
        detail: { reason: 'network', server: 'unknown', attempts: 2, retryable: true },
      },
    ];

    for (const { name, rules, detail } of failures) {
      it(`after ${name}`, async () => {
        const { tokens } = await simulators.signIn('unisouk');
        await simulators.rules(...rules);
        const memory = memoryTokens(tokens);
        expectEvent(
          await signOut(attributes, { tokens: memory }),
          { ok: false, platform: 'unisouk', local: 'kept', attempts: 1, ...detail },
          [tokens.accessToken],
        );
        expect(memory.read()).to.deep.equal(tokens);
        expect(await simulators.isAlive('unisouk')).to.equal(true);
      });
    }

    it('after no answer in time', async () => {
      const { tokens } = await simulators.signIn('unisouk');
      await simulators.rules('hanging');
      expectEvent(await signOut({ ...attributes, timeout: '300' }, { tokens: memoryTokens(tokens) }), {
        ok: false,
        platform: 'unisouk',
        server: 'unknown',
        local: 'kept',
        reason: 'timeout',
        attempts: 1,
        retryable: true,
      });
    });
  });

  for (const status of [403, 404]) {
    it(`believes the platform's own ${status}: there is no session any more`, async () => {
      const { tokens } = await simulators.signIn('unisouk');
      await simulators.rules({ path: LOGOUT, error: status });
      expectEvent(await signOut(attributes, { tokens: memoryTokens(tokens) }), {
        ...ended,
        server: 'already-ended',
        status,
        warnings: [`The platform answered ${status}.`],
      });
    });
  }

  it('needs to know the store', async () => {
    const { detail } = await signOut({ platform: 'unisouk', 'base-url': base });
    expect(detail).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked' });
    expect(detail).to.have.property('message').that.includes('store-id');
    expect(await simulators.log()).to.deep.equal([]);
  });
});
