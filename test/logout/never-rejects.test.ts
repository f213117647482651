import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import '../../src/define.js';
import { custom, logout, memoryTokens, type LogoutOutcome, type Platform } from '../../src/index.js';
import { afterTest, hear, recordErrors, recordWarnings } from '../support/recorders.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

/** Signs out on a real server, and checks what holds for every logout. */
async function check(settings: Parameters<typeof logout>[0]): Promise<LogoutOutcome> {
  const errors = recordErrors();
  const heard = hear(document);
  let flight: Promise<LogoutOutcome> | undefined;
  expect(() => {
    flight = logout(settings);
  }, 'nothing is thrown').not.to.throw();
  const outcome = await flight!;
  expect(heard.map(({ type, detail }) => [type, detail])).to.deep.equal([
    [outcome.ok ? 'logged-out' : 'failed-logout', outcome],
  ]);
  expect(errors).to.deep.equal([]);
  return outcome;
}

function fail(): never {
  throw new Error('a fault of the adapter, which may quote secret-token');
}

describe('logout() never rejects', () => {
  afterEach(forgetEverything);

  const functions = [
    'defaultMode',
    'missing',
    'problem',
    'ignoresRedirect',
    'baseUrl',
    'isExpired',
    'isGuest',
    'cookieSession',
    'navigation',
    'request',
    'refresh',
    'accept',
    'error',
    'alongside',
    'onFailed',
  ] as const;
  for (const name of functions) {
    it(`when ${name}() of an adapter throws`, async () => {
      const simulators = await Simulators.open();
      const { tokens } = await simulators.signIn('custom');
      const adapter: Platform = {
        ...custom,
        missing: () => undefined,
        name: `broken-${name}`,
        [name]: fail,
      };
      const isForGuests = name === 'cookieSession' || name === 'refresh';
      // What is asked for only now and then is asked for here.
      if (name === 'error' || name === 'onFailed') await simulators.rules({ path: '/logout', error: 500 });
      const outcome = await check({
        platform: adapter,
        baseUrl: name === 'baseUrl' ? undefined : `${simulators.root}/custom/logout`,
        redirect: name === 'ignoresRedirect' ? '/anywhere' : undefined,
        tokens: memoryTokens(isForGuests ? undefined : tokens),
      });
      expect(outcome.ok).to.equal(name === 'alongside' || name === 'isGuest');
      expect(JSON.stringify(outcome)).not.to.include('secret-token');
    });
  }

  const stores: Record<string, unknown> = {
    'has no functions': {},
    'throws at read()': { read: fail, clear: () => undefined },
    'rejects at read()': { read: async () => fail(), clear: () => undefined },
    'reads a string': { read: () => 'token', clear: () => undefined },
    'reads null': { read: () => null, clear: () => undefined },
    'reads something without tokens': { read: () => ({ token: 'x' }), clear: () => undefined },
    'reads a token with a line break': { read: () => ({ accessToken: 'a\nb' }), clear: () => undefined },
    'reads an object that throws': {
      read: () => ({
        get accessToken() {
          return fail();
        },
      }),
      clear: () => undefined,
    },
    'reads an object, later, that throws': {
      read: async () => ({
        get accessToken() {
          return fail();
        },
      }),
      clear: () => undefined,
    },
    'throws at clear()': { read: () => undefined, clear: fail },
    'rejects at clear()': { read: () => undefined, clear: async () => fail() },
  };
  for (const [name, tokens] of Object.entries(stores)) {
    it(`with a token store that ${name}`, async () => {
      const simulators = await Simulators.open();
      await simulators.signIn('custom');
      const outcome = await check({
        platform: 'custom',
        baseUrl: `${simulators.root}/custom/logout`,
        tokens: tokens as never,
      });
      expect(JSON.stringify(outcome)).not.to.include('secret-token');
    });
  }

  it('when it is called without settings', async () => {
    recordWarnings();
    expect(await logout(undefined)).to.include({ ok: false, reason: 'misconfigured' });
  });

  it('when the page makes the console throw', async () => {
    const { warn } = console;
    console.warn = fail;
    afterTest(() => {
      console.warn = warn;
    });
    const simulators = await Simulators.open();
    await simulators.signIn('custom');
    const settings = { platform: 'custom', baseUrl: `${simulators.root}/custom/logout` };
    expect(await check({ ...settings, timeout: -2 })).to.include({ ok: true, server: 'ended' });
    expect(await check({ platform: 'none-that-throws' })).to.include({ reason: 'misconfigured' });
  });

  it('when read() of an adapter’s place throws: nobody knows whether somebody is signed in', async () => {
    const simulators = await Simulators.open();
    const { tokens } = await simulators.signIn('custom');
    localStorage.setItem('own', tokens.accessToken ?? '');
    const outcome = await check({
      platform: {
        ...custom,
        name: 'broken-place',
        places: [{ in: 'localStorage', keys: ['own'], read: fail }],
        cookieSession: () => false,
      },
      baseUrl: `${simulators.root}/custom/logout`,
    });
    expect(outcome).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked', local: 'kept' });
    expect(localStorage.getItem('own')).to.equal(tokens.accessToken);
    expect(JSON.stringify(outcome)).not.to.include('secret-token');
  });

  it('when alongside() of an adapter never settles: it ends in time', async () => {
    const simulators = await Simulators.open();
    await simulators.signIn('custom');
    const adapter: Platform = { ...custom, name: 'endless', alongside: () => new Promise(() => undefined) };
    const outcome = await check({
      platform: adapter,
      baseUrl: `${simulators.root}/custom/logout`,
      timeout: 1500,
    });
    expect(outcome).to.include({ ok: true, server: 'ended' });
    expect(outcome.duration).to.be.below(2500);
  });

  it('when an adapter names a path where an address is due', async () => {
    const simulators = await Simulators.open('same-origin');
    await simulators.signIn('custom');
    await simulators.rules({ path: '/logout', status: 404, json: { message: 'No session' } });
    const url = new URL(`${simulators.root}/custom/logout`).pathname;
    const adapter: Platform = {
      ...custom,
      name: 'path',
      request: () => ({ method: 'POST', url, headers: {}, credentials: 'include' }),
      error: (json) => (json ? {} : undefined),
    };
    expect(await check({ platform: adapter, baseUrl: '/logout' })).to.include({
      ok: true,
      server: 'already-ended',
      status: 404,
    });
  });

  it('when unfinished() of an SDK driver does not know who is signed in: the logout has failed', async () => {
    const adapter: Platform = {
      ...custom,
      name: 'unfinished',
      sdk: {
        find: () => true,
        logout: () => new Promise(() => undefined),
        unfinished: () => ({ is: 'unauthorized', own: false, status: 401 }),
      },
    };
    const outcome = await check({ platform: adapter, baseUrl: '/logout', timeout: 300 });
    expect(outcome).to.include({ ok: false, reason: 'http', server: 'unknown', status: 401 });
  });

  it('when an SDK cannot name its tokens any more after its logout', async () => {
    let isOver = false;
    const adapter: Platform = {
      ...custom,
      name: 'over',
      sdk: {
        find: () => true,
        async logout() {
          isOver = true;
          return Promise.resolve({ is: 'ended' });
        },
        tokens() {
          if (isOver) throw new Error('no session');
          return memoryTokens({ accessToken: 'a' });
        },
      },
    };
    const outcome = await check({ platform: adapter, baseUrl: '/logout', sdk: {} });
    expect(outcome).to.include({ ok: true, server: 'ended' });
  });

  it('whatever the platform is called', async () => {
    recordWarnings();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (platform) => {
        expect(await logout({ platform: `no-${platform}` })).to.include({
          ok: false,
          reason: 'misconfigured',
        });
      }),
    );
  });
});
