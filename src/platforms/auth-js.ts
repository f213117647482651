import { isSameOrigin } from '../client/url.js';
import { endpoint, record, text, type LogoutCall, type Platform } from './platform.js';
import { hasError } from './signs-of-failure.js';

/**
 * Auth.js and NextAuth.js: fetches the CSRF token, then posts the sign-out with it. `base-url` is the path of its routes:
 * `/auth` or `/api/auth`. It answers 200 to a bad CSRF token as well; then the `url` in its answer has an `error`.
 *
 * Documented at https://authjs.dev/reference/core, "REST API"; the header and the answers as seen in `@auth/core`
 * 0.41.3, the field `json` as in `next-auth` 4.
 */
export const authJs: Platform = {
  name: 'auth-js',

  isBrowserWide: true,
  cookieSession: () => true,

  prepare: (call) => ({ ...usual, method: 'GET', url: endpoint(call.base, '/csrf'), isPrivate: true }),
  request: (call) => ({
    ...usual,
    method: 'POST',
    url: endpoint(call.base, '/signout'),
    headers: { ...usual.headers, 'X-Auth-Return-Redirect': '1' },
    form: { csrfToken: text(record(call.prepared)['csrfToken']) ?? '', json: 'true' },
  }),
  sessionUrl: (call) => endpoint(call.base, '/session'),

  // Auth.js answers the same if nobody was signed in.
  accept: ({ json }) => (addressIn(json) && !hasError(addressIn(json)) ? {} : undefined),
  error: (json, status) => (status < 300 && hasError(addressIn(json)) ? { code: errorIn(json) } : undefined),
  explain: ({ status }, { base, page }: LogoutCall) =>
    status < 300 && !isSameOrigin(base, page)
      ? "Auth.js gives out its CSRF token to pages of its own site only: give base-url an address of this page's origin."
      : undefined,
};

const usual = {
  headers: { Accept: 'application/json' },
  credentials: 'include',
  cache: 'no-store',
} as const;

function addressIn(json: unknown): string {
  return text(record(json)['url']) ?? '';
}

function errorIn(json: unknown): string | null {
  return new URL(addressIn(json), 'https://any.example').searchParams.get('error');
}
