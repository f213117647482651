/**
 * Where our request differs from the vendor's, and why. A difference that is not listed fails the run. A listed
 * difference that is gone fails the run too.
 *
 * @typedef {object} Difference
 * @property {number} request  its number, counted from 1
 * @property {string} what
 * @property {string | undefined} [vendor]  the vendor's value, if it sends one
 * @property {string | undefined} [ours]
 * @property {string} reason
 */

const ARRIVES = 'A logout has to arrive even if the shopper leaves the page at once.';
const NO_TRAVEL = 'A redirect must not send a token or key to another server.';
const NOT_CACHED = 'A cache must never answer a request that changes something.';
const BY_XHR = 'The vendor uses XMLHttpRequest, which has no such setting.';
const COUNTED = 'With this header the vendor counts calls by package. A logout does not need it.';

/** The differences of every request that the vendor, too, sends with `fetch`. */
const fetched = (/** @type {number} */ request) => [
  { request, what: 'fetch keepalive', vendor: 'false', ours: 'true', reason: ARRIVES },
  { request, what: 'fetch redirect', vendor: 'follow', ours: 'manual', reason: NO_TRAVEL },
];

/** The headers that browsers add to a request with `cache: 'no-store'`. */
const uncached = (/** @type {number} */ request) => [
  { request, what: 'header cache-control', ours: 'no-cache', reason: NOT_CACHED },
  { request, what: 'header pragma', ours: 'no-cache', reason: NOT_CACHED },
];

/**
 * @param {number} request
 * @param {{ credentials: string, redirect: string }} settings
 */
const notByXhr = (request, { credentials, redirect }) => [
  { request, what: 'fetch credentials', ours: credentials, reason: BY_XHR },
  { request, what: 'fetch cache', ours: 'no-store', reason: NOT_CACHED },
  { request, what: 'fetch redirect', ours: redirect, reason: BY_XHR },
  { request, what: 'fetch keepalive', ours: 'true', reason: ARRIVES },
];

/**
 * @param {number} request
 * @param {string} vendor
 */
const gateway = (request, vendor) => ({
  request,
  what: 'header x-wix-bi-gateway',
  vendor: `environment=js-sdk,${vendor}`,
  reason: COUNTED,
});

const about = (/** @type {string} */ what, /** @type {string} */ vendor) => [
  { request: 1, what, vendor, reason: 'The SDK describes itself and its user.' },
];

const redirectSession = (/** @type {number} */ request) => [
  gateway(
    request,
    'package-name=@wix/auto_sdk_redirects_redirects,' +
      'method-fqn=wix.headless.v1.RedirectSessionService.CreateRedirectSession,entity=wix.headless.v1.redirect_session',
  ),
  ...fetched(request),
  {
    request: request + 1,
    what: 'header cookie',
    vendor: 'session, smSession',
    ours: 'smSession',
    reason: 'We remove the tokens that the page keeps. The SDK removes only those in its memory.',
  },
];

/** @type {Readonly<Record<string, readonly Difference[]>>} */
export const differences = {
  'salla: SDK on the page': [
    {
      request: 3,
      what: 'query from',
      vendor: 'twilight',
      ours: 'store-logout',
      reason: 'In this parameter, the caller of the SDK gives its name.',
    },
  ],
  'salla: the request the SDK declares': [
    ...about('header s-app-os', 'browser'),
    ...about('header s-app-version', '2.14.569'),
    ...about('header s-source', 'twilight'),
    ...about('header s-user-id', '7'),
    {
      request: 1,
      what: 'header accept',
      vendor: 'application/json, text/plain, */*',
      ours: 'application/json',
      reason: 'The vendor sends the default of axios. The documented answer is JSON.',
    },
    { request: 1, what: 'header currency', vendor: 'SAR', reason: 'A logout has no prices.' },
    { request: 1, what: 'header pragma', ours: 'no-cache', reason: NOT_CACHED },
    ...notByXhr(1, { credentials: 'same-origin', redirect: 'follow' }),
  ],
  'commerce-engine: logout': fetched(1),
  'commerce-engine: logout with a token that has expired': [...fetched(1), ...fetched(2)],
  'unisouk: documented snippet': [
    {
      request: 1,
      what: 'header accept',
      vendor: 'application/json, text/plain, */*',
      ours: '*/*',
      reason: 'The vendor sends the default of axios. The documentation has no such header.',
    },
    {
      request: 1,
      what: 'header content-type',
      ours: 'application/json',
      reason: 'The header is documented. axios drops it from every request without a body.',
    },
    {
      request: 1,
      what: 'header cookie',
      ours: 'unisouk.demo-store.refresh-token',
      reason: 'The documented purpose is to clear this cookie, but the snippet does not send it.',
    },
    ...uncached(1),
    ...notByXhr(1, { credentials: 'include', redirect: 'manual' }),
  ],
  'wix: redirect session (@wix/sdk)': redirectSession(1),
  'wix: redirect session with a token that has expired': [
    gateway(
      1,
      'package-name=@wix/sdk,method-fqn=wix.identity.oauth2.v1.Oauth2Ng.Token,entity=wix.identity.oauth.v1.refresh_token',
    ),
    ...fetched(1),
    ...redirectSession(2),
  ],
  'wix: documented call (@wix/identity)': [
    gateway(
      1,
      'package-name=@wix/auto_sdk_identity_authentication,' +
        'method-fqn=wix.iam.authentication.v1.AuthenticationService.Logout,' +
        'entity=wix.iam.authentication.v1.authentication',
    ),
    ...fetched(1),
    ...uncached(1),
    { request: 1, what: 'fetch cache', vendor: 'default', ours: 'no-store', reason: NOT_CACHED },
  ],
  'medusa: session cookie': [
    ...about('header x-medusa-locale', ''),
    {
      request: 1,
      what: 'header content-type',
      vendor: 'application/json',
      reason: 'There is no body.',
    },
    ...fetched(1),
    ...uncached(1),
    { request: 1, what: 'fetch cache', vendor: 'default', ours: 'no-store', reason: NOT_CACHED },
  ],
};
