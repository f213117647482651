import { isExpired, jwtClaims } from '../tokens/jwt.js';
import { pairPlace } from '../tokens/token-store.js';
import { commerceEngineSdk } from './commerce-engine-sdk.js';
import { bearer, endpoint, record, text, tokenPair, type Platform } from './platform.js';

/**
 * Commerce Engine's storefront API: `POST /auth/logout` answers with a new anonymous pair. It replaces the member's pair,
 * so that cart and analytics go on.
 *
 * Documented at https://llm-docs.commercengine.io/storefront/operations/logout; token places and the refresh as
 * seen in `@commercengine/storefront-sdk` 0.15.0.
 */
export const commerceEngine: Platform = {
  name: 'commerce-engine',

  missing: ({ storeId, baseUrl }) => (storeId || baseUrl ? undefined : 'store-id'),
  baseUrl({ storeId = '', environment }) {
    const host = environment === 'staging' ? 'staging' : 'prod';
    return `https://${host}.api.commercengine.io/api/v1/${encodeURIComponent(storeId)}/storefront`;
  },

  isBrowserWide: true,
  userClaim: 'customer_id',
  places: [
    pairPlace('localStorage', 'storefront_access_token', 'storefront_refresh_token'),
    pairPlace('cookie', 'storefront_access_token', 'storefront_refresh_token', {
      maxAge: 604_800,
      sameSite: 'Lax',
    }),
    pairPlace('localStorage', 'ce_access_token', 'ce_refresh_token'),
    pairPlace('cookie', 'ce_access_token', 'ce_refresh_token', { maxAge: 2_592_000, sameSite: 'Lax' }),
  ],
  isGuest({ accessToken }) {
    const { is_logged_in, is_anonymous } = jwtClaims(accessToken);
    return is_logged_in === false || is_anonymous === true;
  },
  isExpired: ({ accessToken }, now) => isExpired(accessToken, now),

  request: ({ base, tokens }) => ({
    method: 'POST',
    url: endpoint(base, '/auth/logout'),
    headers: bearer(tokens),
  }),
  refresh: ({ base, tokens }) =>
    tokens.refreshToken
      ? {
          method: 'POST',
          url: endpoint(base, '/auth/refresh-token'),
          headers: {},
          json: { refresh_token: tokens.refreshToken },
        }
      : undefined,
  refreshed: pairIn,

  accept({ body, json }) {
    const { success, content } = record(json);
    const tokens = pairIn(json);
    if (tokens) return { tokens };
    return body === 'empty' || success === true || content ? {} : undefined;
  },
  error(json) {
    const { success, message, code } = record(json);
    return success === false && text(message) ? { code } : undefined;
  },

  sdk: commerceEngineSdk,
};

function pairIn(json: unknown): ReturnType<typeof tokenPair> {
  const content = record(record(json)['content']);
  return tokenPair(content['access_token'], content['refresh_token']);
}
