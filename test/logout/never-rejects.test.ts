import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import '../../src/define.js';
import { custom, logout, memoryTokens, type LogoutOutcome, type Platform } from '../../src/index.js';
import { hear, recordErrors, recordWarnings } from '../support/recorders.js';
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
      if (name !== 'alongside') expect(outcome.ok).to.equal(false);
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
