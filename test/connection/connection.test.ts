import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import {
  connectionKey,
  type ConnectionSettings,
  resolveConnection,
} from '../../src/connection/connection.js';
import { builtInPlatforms } from '../../src/platforms/all.js';

const PAGE = 'https://shop.example/account?tab=1#top';

/** Strings that come near to an address, and strings that do not. */
const addresses = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.webUrl(),
  fc
    .array(
      fc.constantFrom(
        'https:',
        'http:',
        'javascript:',
        'data:',
        'blob:',
        'ftp:',
        '//',
        '/',
        '\\',
        '@',
        ':',
        '?',
        '#',
        '.',
        '[',
        ']',
        '%',
        '%00',
        ' ',
        '\t',
        '\n',
        '\u00a0',
        '\ufeff',
        'shop.example',
        'evil.example',
        'user',
        '443',
        '99999',
        '*',
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
);

const settings = fc.record(
  {
    platform: fc.constantFrom(...builtInPlatforms),
    storeId: fc.oneof(fc.constant('demo'), fc.string({ unit: 'binary' })),
    clientId: fc.oneof(fc.constant('demo'), fc.string({ unit: 'binary' })),
    environment: fc.oneof(fc.constantFrom('production', 'staging'), fc.string()),
    baseUrl: addresses,
    mode: fc.oneof(
      fc.constantFrom('sdk', 'fetch', 'navigate', 'headless', 'api', 'site', 'managed'),
      fc.string(),
    ),
    method: fc.oneof(fc.constantFrom('GET', 'delete'), fc.string()),
    tokenKey: fc.string(),
    refreshTokenKey: fc.string(),
    tokenPrefix: fc.string(),
    redirect: addresses,
    redirectOrigins: fc.array(addresses, { maxLength: 3 }).map((origins) => origins.join(' ')),
    timeout: fc.double(),
  },
  { requiredKeys: ['platform'] },
);

const check = (
  property: (resolved: ReturnType<typeof resolveConnection>, given: ConnectionSettings) => void,
): void =>
  fc.assert(
    fc.property(settings, (given) => {
      property(resolveConnection(given, PAGE), given);
    }),
    { numRuns: 2000 },
  );

describe('A connection', () => {
  it('is complete or has a problem in one printable sentence, whatever was set', () => {
    check((resolved) => {
      if ('problem' in resolved) expect(resolved.problem).to.match(/^[A-Za-z][ -~]*\.$/);
      else expect(resolved.timeout).to.be.within(Number.MIN_VALUE, 2 ** 31 - 1);
    });
  });

  it('goes to nothing but http and https, without a user name', () => {
    check((resolved) => {
      if ('problem' in resolved) return;
      const { protocol, username, password } = new URL(resolved.base);
      expect(['http:', 'https:']).to.include(protocol);
      expect(username + password).to.equal('');
    });
  });

  it('redirects to nothing but the page’s origin and those that were named', () => {
    check((resolved, { redirectOrigins = '' }) => {
      if ('problem' in resolved || !resolved.redirect) return;
      const named = redirectOrigins
        .split(/\s+/)
        .filter((each) => URL.canParse(each))
        .map((each) => new URL(each).origin);
      expect([new URL(PAGE).origin, ...named]).to.include(new URL(resolved.redirect).origin);
    });
  });

  it('warns of a redirect that it refuses', () => {
    check((resolved, { redirect }) => {
      if ('problem' in resolved || resolved.redirect || !redirect) return;
      expect(resolved.warnings.some((warning) => warning.startsWith('redirect'))).to.equal(true);
    });
  });

  const same: Record<string, [ConnectionSettings, ConnectionSettings, boolean]> = {
    'differ in the redirect only': [{}, { redirect: '/bye' }, true],
    'differ in the timeout only': [{}, { timeout: 1 }, true],
    'name the default and leave it out': [{ environment: 'production' }, {}, true],
    'differ in the environment': [{ environment: 'staging' }, {}, false],
    'differ in the store': [{ storeId: 'other' }, {}, false],
    'differ in the base address': [{ baseUrl: 'https://shop.example' }, {}, false],
  };
  for (const [name, [one, other, expected]] of Object.entries(same)) {
    it(`is ${expected ? 'the same' : 'another'} when two of them ${name}`, () => {
      const [first, second] = [one, other].map((each) => {
        const platform = builtInPlatforms.find(({ name: called }) => called === 'commerce-engine');
        const resolved = resolveConnection({ platform, storeId: 'demo', ...each }, PAGE);
        if ('problem' in resolved) throw new Error(resolved.problem);
        return connectionKey(resolved);
      });
      expect(first === second).to.equal(expected);
    });
  }
});
