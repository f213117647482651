import type { ConnectionSettings, FailedLogout, LogoutOutcome } from '../../src/index.js';
import type { Rule, Simulators } from '../support/simulators.js';
import type { Backend } from './backends.js';

/** One way for a row to happen. */
export interface Case {
  readonly name: string;
  /** Where it can happen; everywhere if not said. */
  on?(backend: Backend): boolean;
  readonly signIn?: Readonly<Record<string, unknown>>;
  rules?(backend: Backend): readonly Rule[];
  settings?(backend: Backend, simulators: Simulators): ConnectionSettings;
  /** Done after the sign-in; what it returns is done after the logout. */
  prepare?(simulators: Simulators, backend: Backend): Promise<(() => void) | void>;
  expect(backend: Backend): Expectation;
}

/** What the outcome must be, member by member, and what else must hold. */
export interface Expectation {
  readonly ok: boolean;
  /** More than one where engines differ in what they send by themselves. */
  readonly server: LogoutOutcome['server'] | readonly LogoutOutcome['server'][];
  readonly local?: LogoutOutcome['local'];
  readonly reason?: FailedLogout['reason'];
  readonly status?: number;
  readonly attempts?: number;
  readonly retryable?: boolean;
  readonly retryAfter?: number;
  readonly verified?: boolean;
  /** Something that the message, or one of the warnings, says. */
  readonly says?: RegExp;
  /** Whether the member's session lives on at the server; not looked at if not said. */
  readonly alive?: boolean;
  /** The logout took no longer than this, in ms. */
  readonly within?: number;
  /** Whether no request at all may have arrived. */
  readonly silent?: boolean;
}

/** One row of the table in the README: what happened, and what the element says about it. */
export interface Row {
  readonly what: string;
  readonly event: string;
  readonly server: string;
  readonly tokens: string;
  readonly cases: readonly Case[];
}

const TIMEOUT = 700;
const html = '<!doctype html><title>Welcome to the guest network</title><script>alert(1)</script>';

function at({ logoutPath, platform }: Backend, rule: Record<string, unknown>): Rule {
  return { platform, path: logoutPath, ...rule };
}

const success = ({ success: { server, local } }: Backend): Expectation => ({ ok: true, server, local });
const failed = (reason: FailedLogout['reason'], server: FailedLogout['server']): Expectation => ({
  ok: false,
  reason,
  server,
  local: 'kept',
});
const gone: Expectation = { ok: true, server: 'already-ended', local: 'cleared' };

/** An address of the platform's own that tells whether somebody is signed in. */
const lookedAt = ({ platform }: Backend, { root }: Simulators): ConnectionSettings => ({
  sessionUrl: `${root}/${platform}/look`,
});
const saying = ({ platform }: Backend, rule: Record<string, unknown>): Rule => ({
  platform,
  path: '/look',
  ...rule,
});
/** Where the page is not left to end the session. */
const stays = ({ success: { server } }: Backend): boolean => server === 'ended';
/** The token of a revocation is in its body, so that a look goes without. */
const canTell = ({ platform }: Backend): boolean => platform !== 'openid';
const isCustom = ({ takesAnyJson }: Backend): boolean => takesAnyJson;

function inTime(ms: number, expectation: Expectation): Expectation {
  return { ...expectation, within: ms };
}

/** A refresh, where the platform has one, is never the logout request. */
const refreshable = ({ canRefresh }: Backend): boolean => canRefresh;
const isOtherOrigin = ({ where }: Backend): boolean => where === 'other-origin';

async function endElsewhere({ root }: Simulators, { platform }: Backend): Promise<void> {
  await fetch(`${root}/~session?platform=${platform}`, { method: 'DELETE' });
}

function goOffline(): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  return () => Reflect.deleteProperty(navigator, 'onLine');
}

/** As soon as the request is on its way. */
function goOfflineMeanwhile(): () => void {
  const { fetch } = window;
  const comeBack: (() => void)[] = [];
  window.fetch = (...request) => {
    comeBack.push(goOffline());
    return fetch(...request);
  };
  return () => {
    window.fetch = fetch;
    comeBack.forEach((back) => back());
  };
}

export const rows: readonly Row[] = [
  {
    what: '2xx as documented',
    event: '`logged-out`',
    server: '`ended`, or `redirecting` where the page must go on to end it',
    tokens: 'cleared, or replaced by the pair that came back',
    cases: [
      { name: 'an answer without a fault', expect: (b) => ({ ...success(b), attempts: 1, status: 200 }) },
      ...[201, 202].map((status) => ({
        name: `status ${status}`,
        rules: (b: Backend) => [at(b, { status, json: b.documented })],
        expect: (b: Backend) => ({ ...success(b), status }),
      })),
      ...['text/plain', 'text/html', 'application/octet-stream', ''].map((type) => ({
        name: `JSON that is labelled "${type}"`,
        rules: (b: Backend) => [
          at(b, { text: JSON.stringify(b.documented), headers: { 'Content-Type': type } }),
        ],
        expect: success,
      })),
    ],
  },
  {
    what: '2xx, empty body',
    event: '`logged-out`',
    server: '`ended`',
    tokens: 'cleared',
    cases: [
      { name: '204', fields: { status: 204 } },
      { name: '200 without a body', fields: { text: '' } },
      { name: '200 with white space', fields: { text: ' \n' } },
    ].map(({ name, fields }) => ({
      name,
      rules: (b) => [at(b, fields)],
      expect: (b) =>
        b.takesEmpty
          ? { ok: true, server: 'ended', local: 'cleared' }
          : failed('unexpected-response', 'unknown'),
    })),
  },
  {
    what: '2xx and the body says `success: false`, or an inner status of 400 or more',
    event: '`failed-logout` `rejected`',
    server: '`refused`',
    tokens: 'kept',
    cases: [
      { success: false },
      { success: false, message: '<img src=x onerror=alert(1)>' },
      { statusCode: 500 },
      { status: 401 },
    ].map((json) => ({
      name: JSON.stringify(json),
      rules: (b) => [at(b, { json })],
      expect: () => ({ ...failed('rejected', 'refused'), status: 200, alive: true }),
    })),
  },
  {
    what: '2xx with HTML, or a redirect, from Wix in `api` mode',
    event: '`logged-out`, with a warning',
    server: '`ended`',
    tokens: 'cleared',
    cases: [
      { name: 'a page', fields: { html } },
      { name: 'a redirect', fields: { status: 302, text: '', headers: { Location: '/' } } },
    ].map(({ name, fields }) => ({
      name,
      on: (b) => b.takesHtml,
      rules: (b) => [at(b, { process: true, ...fields })],
      expect: () => ({ ok: true, server: 'ended', local: 'cleared', says: /page/, alive: false }),
    })),
  },
  {
    what: '2xx with HTML where JSON was due (a captive portal, a single-page fallback), or with nothing that the platform sends',
    event: '`failed-logout` `unexpected-response`',
    server: '`unknown`',
    tokens: 'kept',
    cases: [
      {
        name: 'a sign-in page of the network',
        on: (b) => !b.takesHtml,
        rules: (b) => [at(b, { html })],
        expect: () => ({ ...failed('unexpected-response', 'unknown'), alive: true }),
      },
      {
        name: 'HTML that is labelled as JSON',
        on: (b) => !b.takesHtml,
        rules: (b) => [at(b, { text: html, headers: { 'Content-Type': 'application/json' } })],
        expect: () => ({ ...failed('unexpected-response', 'unknown'), alive: true }),
      },
      ...['[]', 'null', '"ok"', '42', 'OK'].map((text) => ({
        name: `the body ${text}`,
        on: ({ takesAnyJson }: Backend) => !takesAnyJson,
        rules: (b: Backend) => [at(b, { text })],
        expect: () => ({ ...failed('unexpected-response', 'unknown'), alive: true }),
      })),
      {
        name: 'JSON that breaks off',
        rules: (b) => [at(b, { text: '{"success":true,"content":{' })],
        expect: () => ({ ...failed('unexpected-response', 'unknown'), attempts: 2 }),
      },
      {
        name: 'JSON with 100,000 brackets',
        on: ({ takesAnyJson }) => !takesAnyJson,
        rules: (b) => [at(b, { text: '['.repeat(50_000) + ']'.repeat(50_000) })],
        expect: () => failed('unexpected-response', 'unknown'),
      },
      {
        name: 'a body of 10 MB',
        rules: (b) => [at(b, { fault: 'big', json: b.documented })],
        settings: () => ({ timeout: 8000 }),
        expect: () => failed('unexpected-response', 'unknown'),
      },
    ],
  },
  {
    what: '`custom`: 2xx with a sign of failure: `false`; a flag, an error or an inner status that says no, in `data` too',
    event: '`failed-logout` `rejected`',
    server: '`refused`',
    tokens: 'kept',
    cases: [
      'false',
      '{"ok":0}',
      '{"result":"false"}',
      '{"isSuccess":false}',
      '{"error_code":"invalid"}',
      '{"status_code":401}',
      '{"data":{"logout":{"userErrors":[{"message":"no"}]}}}',
      '{"authenticated":false}',
      '{"data":false}',
      '{"data":{"success":false}}',
      '{"data":{"logout":false}}',
      '{"data":{"status":401}}',
      '{"data":[{"success":false}]}',
      '{"data":{"revokeCustomerToken":{"result":false}}}',
      '{"error":"invalid"}',
      '{"errors":[{"message":"no"}]}',
      '{"status":"error"}',
      '{"status":"fail"}',
      '{"status":false}',
      '{"result":"error"}',
      '{"code":"UNAUTHORIZED"}',
      '{"loggedOut":false}',
      '{"signed_out":false}',
      '{"authenticated":true}',
      '{"isLoggedIn":true}',
      '{"hasError":true}',
      '{"data":{"logout":{"accountErrors":[{"message":"no"}]}}}',
      '{"ErrorMessages":["no"]}',
      '{"code":401}',
      '{"statusCode":"500"}',
      '{"url":"/signin?error=MissingCSRF"}',
      '[{"ok":false}]',
      '[{"ok":true},{"errors":[{"message":"no"}]}]',
      ')]}\',\n{"success":false}',
    ].map((text) => ({
      name: text,
      on: isCustom,
      rules: (b) => [at(b, { text })],
      expect: () => ({ ...failed('rejected', 'refused'), status: 200, alive: true }),
    })),
  },
  {
    what: '`custom`: a redirect to another page of this site, without `error` in its query',
    event: '`logged-out`, with the warning that only `session-url` can make this certain',
    server: '`ended`',
    tokens: 'cleared',
    cases: ['/custom/', '/custom/goodbye', '/custom/login?logout'].map((path) => ({
      name: path,
      on: isCustom,
      rules: (b) => [
        { platform: b.platform, path: '^/(goodbye|login)?$', html },
        at(b, { status: 302, text: '', process: true, headers: { Location: `..${path}` } }),
      ],
      expect: () => ({ ok: true, server: 'ended', local: 'cleared', says: /session-url/, alive: false }),
    })),
  },
  {
    what: '`custom`: a redirect to the same address in another form (a slash, a language, an extension, a `;jsessionid=`), to an `error`, or to another site',
    event: '`failed-logout` `unexpected-response`; the message says what to set',
    server: '`unknown`',
    tokens: 'kept',
    cases: [
      'logout/',
      'en/logout',
      'zh-Hant-TW/logout',
      'logout.html',
      'logout;jsessionid=1',
      'login?error=x',
      'login?error_code=1',
      'login?logout_error=1',
      'http://127.0.0.1:9/',
    ].map((to) => ({
      name: to,
      on: isCustom,
      rules: (b) => [
        at(b, { status: 302, text: '', headers: { Location: to } }),
        { platform: b.platform, path: '/', html },
        { platform: b.platform, path: '^/(en|zh|login|logout)', html },
      ],
      expect: () => ({
        ...failed('unexpected-response', 'unknown'),
        says: /session-url|csrf/,
        alive: true,
      }),
    })),
  },
  {
    what: '`session-url`, asked after the answer, whatever that was, says that nobody is signed in: 401, 403, a redirect, nothing, or JSON in which nothing is truthy',
    event: '`logged-out`, `verified: true`',
    server: '`ended`, or `already-ended` where the platform did not confirm it',
    tokens: 'cleared',
    cases: [
      ...[
        { name: '401', rule: { status: 401, html } },
        { name: '403', rule: { status: 403, json: { user: 'unknown' } } },
        { name: 'a redirect', rule: { status: 302, text: '', headers: { Location: '/login' } } },
        { name: 'an empty body', rule: { text: '' } },
        ...['null', '{}', '{"user":null}', '{"authenticated":false,"roles":[{"id":0}]}'].map((text) => ({
          name: text,
          rule: { text },
        })),
      ].map(({ name, rule }): Case => ({
        name,
        on: (b) => stays(b) && canTell(b),
        settings: lookedAt,
        rules: (b) => [saying(b, rule)],
        expect: (b) => ({ ...success(b), status: 200, verified: true, alive: false }),
      })),
      {
        name: 'null, after a 500',
        on: canTell,
        settings: lookedAt,
        rules: (b) => [saying(b, { text: 'null' }), at(b, { error: 500 })],
        expect: () => ({ ...gone, status: 500, verified: true }),
      },
      {
        name: 'null, after a page',
        on: (b) => canTell(b) && !b.takesHtml,
        settings: lookedAt,
        rules: (b) => [saying(b, { text: 'null' }), at(b, { html })],
        expect: () => ({ ...gone, status: 200, verified: true }),
      },
    ],
  },
  {
    what: '`session-url` says that somebody is: any other 2xx',
    event: '`failed-logout` `still-signed-in`, `verified: false`',
    server: '`refused`',
    tokens: 'kept',
    cases: [
      ...['{"user":{"id":1}}', '[[[[1]]]]', 'true', 'nora', html].map((text): Case => ({
        name: `${text}, after a success`,
        on: stays,
        settings: lookedAt,
        rules: (b) => [saying(b, { text }), at(b, { json: b.documented })],
        expect: () => ({ ...failed('still-signed-in', 'refused'), verified: false, retryable: false }),
      })),
      {
        name: 'after a 500',
        settings: lookedAt,
        rules: (b) => [saying(b, { json: { user: 1 } }), at(b, { error: 500 })],
        expect: () => ({ ...failed('still-signed-in', 'refused'), verified: false, retryable: true }),
      },
    ],
  },
  {
    what: '`session-url` cannot be asked, or does not tell: 404, 5xx, no answer, no time left, the 401 or 403 that refused the logout too, or a redirect where the logout got no readable answer',
    event: 'as without it, and a warning',
    server: 'as without it',
    tokens: 'as without it',
    cases: [
      { status: 404, html },
      { status: 500, html },
      { fault: 'reset' },
      { cors: 'off', json: null },
    ].map((rule): Case => ({
      name: JSON.stringify(rule).slice(0, 20),
      on: (b) => stays(b) && !('cors' in rule && b.where === 'same-origin'),
      settings: lookedAt,
      rules: (b) => [saying(b, rule)],
      expect: (b) => ({ ...success(b), says: /session-url did not tell/, alive: false }),
    })),
  },
  {
    what: 'the token has expired, or 401, and a refresh works',
    event: 'the retried request decides',
    server: '',
    tokens: '',
    cases: [
      {
        name: 'expired',
        on: refreshable,
        signIn: { expired: true },
        expect: (b) => ({ ...success(b), attempts: 2, alive: b.success.server === 'redirecting' }),
      },
      {
        name: '401 once',
        on: refreshable,
        rules: (b) => [at(b, { times: 1, error: 401 })],
        expect: (b) => ({ ...success(b), attempts: 3 }),
      },
      {
        name: '401 once, from something on the way',
        on: refreshable,
        rules: (b) => [at(b, { times: 1, status: 401, html })],
        expect: (b) => ({ ...success(b), attempts: 3 }),
      },
      {
        name: '401 each time, although the refresh works',
        on: refreshable,
        rules: (b) => [at(b, { error: 401 })],
        expect: () => ({ ...failed('http', 'unknown'), status: 401, alive: true }),
      },
      {
        name: 'the retried request fails',
        on: refreshable,
        signIn: { expired: true },
        rules: (b) => [at(b, { error: 500 })],
        expect: () => ({ ...failed('http', 'unknown'), status: 500 }),
      },
    ],
  },
  {
    what: '401 and the refresh is refused, or there is nothing to refresh with',
    event: '`logged-out`',
    server: '`already-ended`',
    tokens: 'cleared',
    cases: [
      {
        name: 'ended elsewhere',
        prepare: endElsewhere,
        expect: (b) => (b.tellsEndedBefore ? gone : success(b)),
      },
      {
        name: 'expired and ended elsewhere',
        on: refreshable,
        signIn: { expired: true },
        prepare: endElsewhere,
        expect: () => gone,
      },
    ],
  },
  {
    what: "403, 404, 410 in the platform's own error form (account suspended, user unknown)",
    event: '`logged-out`, with a warning that names the status',
    server: '`already-ended`',
    tokens: 'cleared',
    cases: [403, 404, 410].map((status) => ({
      name: String(status),
      // A backend of one's own has no form to be known by; others never say it by a status.
      on: ({ hasGoneStatus }) => hasGoneStatus,
      rules: (b) => [at(b, { error: status })],
      expect: () => ({ ...gone, status, says: new RegExp(String(status)) }),
    })),
  },
  {
    what: '401, 403, 404, 410 from something else (a proxy, a wrong address)',
    event: '`failed-logout` `http`',
    server: '`unknown`',
    tokens: 'kept',
    cases: [401, 403, 404, 410].flatMap((status) =>
      [
        { name: `${status} with a page`, fields: { status, html } },
        { name: `${status} without a body`, fields: { status, text: '' } },
        { name: `${status} with other JSON`, fields: { status, json: { detail: 'no' } } },
      ].map(({ name, fields }) => ({
        name,
        on: ({ takesJson401 }: Backend) => !(takesJson401 && status === 401 && 'json' in fields),
        rules: (b: Backend) => [{ ...fields, platform: b.platform, path: '^(?!/accounts)' }],
        expect: () => ({ ...failed('http', 'unknown'), status, alive: true }),
      })),
    ),
  },
  {
    what: 'no token or only a guest’s, and no cookie session possible',
    event: '`logged-out`, no request',
    server: '`already-ended`',
    tokens: 'cleared; a guest’s stay',
    cases: [
      {
        name: 'nobody is signed in here',
        on: (b) => !b.hasCookieSession,
        prepare: async () => {
          localStorage.clear();
          document.cookie = 'session=; Path=/; Max-Age=0';
        },
        expect: () => ({ ...gone, attempts: 0, silent: true }),
      },
    ],
  },
  {
    what: '400',
    event: '`failed-logout` `rejected`',
    server: '`refused`',
    tokens: 'kept',
    cases: [
      {
        name: "in the platform's own form",
        rules: (b) => [at(b, { error: 400 })],
        expect: () => ({ ...failed('rejected', 'refused'), status: 400, retryable: false, alive: true }),
      },
      {
        name: 'in any form',
        rules: (b) => [at(b, { status: 400, html })],
        expect: () => ({ ...failed('rejected', 'refused'), status: 400, alive: true }),
      },
    ],
  },
  {
    what: '429',
    event:
      'waits for `Retry-After` if that fits into `timeout`, else `failed-logout` `http` with `retryAfter`',
    server: '`unknown`',
    tokens: 'kept',
    cases: [
      {
        name: 'a second, once',
        settings: () => ({ timeout: 5000 }),
        rules: (b) => [at(b, { times: 1, error: 429, headers: { 'Retry-After': '1' } })],
        expect: (b) => ({ ...success(b), attempts: 2 }),
      },
      {
        name: 'a second, each time',
        settings: () => ({ timeout: 5000 }),
        rules: (b) => [at(b, { error: 429, headers: { 'Retry-After': '1' } })],
        expect: () => ({ ...failed('http', 'unknown'), status: 429, attempts: 2, retryAfter: 1 }),
      },
      {
        name: 'two minutes',
        rules: (b) => [at(b, { error: 429, headers: { 'Retry-After': '120' } })],
        expect: () =>
          inTime(600, {
            ...failed('http', 'unknown'),
            status: 429,
            attempts: 1,
            retryAfter: 120,
            retryable: true,
          }),
      },
      {
        name: 'a date',
        rules: (b) => [
          at(b, {
            error: 429,
            headers: {
              'Retry-After': 'Wed, 21 Oct 2015 07:30:00 GMT',
              Date: 'Wed, 21 Oct 2015 07:28:00 GMT',
            },
          }),
        ],
        expect: () => inTime(600, { ...failed('http', 'unknown'), status: 429, retryAfter: 120 }),
      },
      {
        name: 'no time named',
        rules: (b) => [at(b, { error: 429 })],
        expect: () => inTime(600, { ...failed('http', 'unknown'), status: 429, attempts: 1, alive: true }),
      },
    ],
  },
  {
    what: '500',
    event: '`failed-logout` `http`',
    server: '`unknown`',
    tokens: 'kept',
    cases: [
      {
        name: "in the platform's own form",
        rules: (b) => [at(b, { error: 500 })],
        expect: () => ({ ...failed('http', 'unknown'), status: 500, attempts: 1, retryable: true }),
      },
      {
        name: 'with a page',
        rules: (b) => [at(b, { status: 500, html })],
        expect: () => ({ ...failed('http', 'unknown'), status: 500, attempts: 1 }),
      },
    ],
  },
  {
    what: '502, 503, 504, connection reset, body cut off',
    event: 'one more try; then `failed-logout`',
    server: '`unknown`; a 401 on the second try means that the first one worked: `ended`',
    tokens: 'kept',
    cases: [
      ...[502, 503, 504].flatMap((status): Case[] => [
        {
          name: `${status} once`,
          rules: (b) => [at(b, { times: 1, status, html })],
          expect: (b) => ({ ...success(b), attempts: 2 }),
        },
        {
          name: `${status} each time`,
          rules: (b) => [at(b, { status, html })],
          expect: () => ({ ...failed('http', 'unknown'), status, attempts: 2, alive: true }),
        },
      ]),
      {
        name: 'reset once',
        rules: (b) => [at(b, { times: 1, fault: 'reset' })],
        expect: success,
      },
      {
        name: 'reset each time',
        rules: (b) => [at(b, { fault: 'reset' })],
        expect: () => ({ ...failed('network', 'unknown'), attempts: 2, alive: true }),
      },
      {
        name: 'cut off each time',
        rules: (b) => [at(b, { fault: 'truncate', json: b.documented })],
        expect: () => ({ ok: false, server: 'unknown', local: 'kept', attempts: 2 }),
      },
      {
        name: '502 once although the session has ended',
        // A redirect session may be asked for twice.
        on: (b) => b.success.server === 'ended',
        rules: (b) => [at(b, { times: 1, process: true, status: 502, html })],
        // Where a token can be refreshed, that is asked as well: only its refusal leaves no doubt.
        expect: (b) => ({
          ok: true,
          server: 'ended',
          local: 'cleared',
          attempts: b.canRefresh ? 3 : 2,
          alive: false,
        }),
      },
      {
        name: 'reset once although the session has ended',
        on: (b) => b.success.server === 'ended',
        rules: (b) => [at(b, { times: 1, fault: 'reset-after' })],
        // Firefox asks again by itself, so that the 401 answers what is the first try here.
        expect: () => ({ ok: true, local: 'cleared', server: ['ended', 'already-ended'], alive: false }),
      },
    ],
  },
  {
    what: 'refused by CORS, DNS or TLS, or nobody listens',
    event: '`failed-logout` `network`; the message names CORS when the address is cross-origin',
    server: '`unknown`',
    tokens: 'kept',
    cases: [
      {
        name: 'CORS',
        on: isOtherOrigin,
        rules: (b) => [at(b, { cors: 'off' })],
        expect: () => ({ ...failed('network', 'unknown'), says: /CORS/ }),
      },
      {
        name: 'a closed port',
        on: isOtherOrigin,
        settings: ({ platform }) => ({
          baseUrl: platform === 'custom' ? 'http://localhost:9/logout' : 'http://localhost:9',
        }),
        expect: () => ({ ...failed('network', 'unknown'), says: /CORS/, alive: true }),
      },
      {
        name: 'redirects without end',
        on: (b) => !b.takesRedirect,
        rules: (b) => [at(b, { fault: 'loop' })],
        settings: () => ({ timeout: 8000 }),
        // Where tokens travel, no redirect is followed, and what came is not the platform's answer.
        expect: () => ({ ok: false, server: 'unknown', local: 'kept', alive: true }),
      },
    ],
  },
  {
    what: 'the browser is offline',
    event: '`failed-logout` `offline`, no request',
    server: '`not-asked`',
    tokens: 'kept',
    cases: [
      {
        name: 'before the click',
        prepare: async () => goOffline(),
        expect: () => ({ ...failed('offline', 'not-asked'), attempts: 0, silent: true, alive: true }),
      },
    ],
  },
  {
    what: 'the browser goes offline while the request is under way',
    event: 'one more try; then `failed-logout` `offline`',
    server: '`unknown`',
    tokens: 'kept',
    cases: [
      {
        name: 'and stays so',
        rules: (b) => [at(b, { fault: 'reset' })],
        prepare: async () => goOfflineMeanwhile(),
        expect: () => ({ ...failed('offline', 'unknown'), attempts: 2, alive: true }),
      },
    ],
  },
  {
    what: 'no answer',
    event: '`failed-logout` `timeout` at `timeout` ms',
    server: '`unknown`',
    tokens: 'kept',
    cases: [
      { name: 'silence', fields: { fault: 'hang' } },
      { name: 'a head and no body', fields: { fault: 'half-open' } },
      { name: 'a byte now and then', fields: { fault: 'drip' } },
      { name: 'an answer that comes too late', fields: { delay: 2 * TIMEOUT } },
    ].map(({ name, fields }) => ({
      name,
      rules: (b) => [at(b, fields)],
      settings: () => ({ timeout: TIMEOUT }),
      expect: () => inTime(TIMEOUT + 400, failed('timeout', 'unknown')),
    })),
  },
  {
    what: 'a required attribute is missing, the platform is unknown, an address is unusable',
    event: '`failed-logout` `misconfigured`, one console warning, nothing thrown',
    server: '`not-asked`',
    tokens: 'kept',
    cases: [
      {
        name: 'base-url="javascript:alert(1)"',
        settings: () => ({ baseUrl: 'javascript:alert(1)' }),
        expect: () => ({ ...failed('misconfigured', 'not-asked'), attempts: 0, silent: true, alive: true }),
      },
    ],
  },
  {
    what: 'plain `http:` to a host that is not loopback, with a token to send',
    event: '`failed-logout` `insecure`',
    server: '`not-asked`',
    tokens: 'kept',
    cases: [
      {
        name: 'http://shop.example',
        // Medusa's has nothing but its cookie.
        on: (b) => isOtherOrigin(b) && b.platform !== 'medusa',
        // Without a token, UniSouk's refresh would have to go first.
        settings: () => ({ baseUrl: 'http://shop.example/logout' }),
        expect: () => ({ ...failed('insecure', 'not-asked'), attempts: 0, silent: true, alive: true }),
      },
    ],
  },
  {
    what: 'storage throws while tokens are removed',
    event: 'as above',
    server: 'as above',
    tokens: '`partly`, and a warning',
    cases: [
      {
        name: 'the platform has ended the session',
        on: ({ platform }) => ['salla', 'custom'].includes(platform),
        prepare: async () => {
          const { removeItem } = Storage.prototype;
          Storage.prototype.removeItem = () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          };
          return () => {
            Storage.prototype.removeItem = removeItem;
          };
        },
        expect: (b) => ({ ...success(b), local: 'partly', says: /could not be removed/, alive: false }),
      },
    ],
  },
  {
    what: 'any failure with `clear-on-failure`',
    event: 'as above',
    server: 'as above',
    tokens: 'cleared; what a retry needs stays in memory until the page goes',
    cases: [
      {
        name: '500',
        rules: (b) => [at(b, { error: 500 })],
        settings: () => ({ clearOnFailure: true }),
        expect: () => ({ ...failed('http', 'unknown'), local: 'cleared', alive: true }),
      },
      {
        name: 'offline',
        prepare: async () => goOffline(),
        settings: () => ({ clearOnFailure: true }),
        expect: () => ({ ...failed('offline', 'not-asked'), local: 'cleared', silent: true }),
      },
    ],
  },
];
