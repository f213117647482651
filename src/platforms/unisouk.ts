import { isExpired } from '../tokens/jwt.js';
import { bearer, endpoint, record, tokenPair, type LogoutCall, type Platform } from './platform.js';

/**
 * UniSouk's storefront API: the access token is in page memory, the refresh token in an HTTP-only cookie that the logout
 * clears. That needs `credentials: 'include'`, which the vendor's own snippet forgets.
 *
 * Documented at UniSouk's developer pages, "Logout User" v1: `GET /auth/logout`.
 */
export const unisouk: Platform = {
  name: 'unisouk',

  missing: ({ storeId }) => (storeId ? undefined : 'store-id'),
  baseUrl: () => 'https://dev-sfapi.unisouk.com',

  isBrowserWide: true,
  cookieSession: () => true,
  isExpired: ({ accessToken }, now) => isExpired(accessToken, now),

  request: (call) => get(call, '/auth/logout', bearer(call.tokens)),
  refresh: (call) => get(call, `/auth/refresh/${encodeURIComponent(call.settings.storeId ?? '')}`, {}),
  refreshed: (json) => tokenPair(record(record(json)['data'])['accessToken']),

  accept({ body, json }) {
    const { data, error } = record(json);
    // A message alone is no success: UniSouk has sent "Invalid token" with a 200.
    const isDocumented = error === undefined && typeof data === 'object' && data !== null;
    return body === 'empty' || isDocumented ? {} : undefined;
  },
  error(json, status) {
    const { statusCode, error } = record(json);
    return statusCode === status && typeof error === 'string' ? { code: error } : undefined;
  },
};

/** A GET with side effects: never from a cache, and never a link, which a browser could prefetch. */
function get(call: LogoutCall, path: string, authorization: Record<string, string>) {
  return {
    method: 'GET',
    url: endpoint(call.base, path),
    headers: {
      'Content-Type': 'application/json',
      'x-store-id': call.settings.storeId ?? '',
      ...authorization,
    },
    credentials: 'include',
    cache: 'no-store',
  } as const;
}
