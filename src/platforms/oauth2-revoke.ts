import { record, type Platform } from './platform.js';
import { tokenResponsePlace } from './token-response.js';

/**
 * An OAuth 2.0 authorization server, for a public client: revokes the refresh token, because that ends the whole grant (RFC
 * 7009 section 2.1). Without one, it revokes the access token.
 *
 * Documented in RFC 7009: `base-url` is the server's `revocation_endpoint`. The server answers 200 to an unknown token as
 * well (section 2.2), so no status says that the session had ended before.
 */
export const oauth2Revoke: Platform = {
  name: 'oauth2-revoke',

  missing({ clientId, tokenKey, refreshTokenKey, tokenPrefix, tokens }) {
    if (!clientId) return 'client-id';
    // There are no usual places. Without a named place, the library would find no token, and report no session.
    return tokenKey || refreshTokenKey || tokenPrefix || tokens ? undefined : 'token-key';
  },

  namedPlace: tokenResponsePlace('accessToken'),

  request: ({ base, settings, tokens: { accessToken, refreshToken } }) => ({
    method: 'POST',
    url: base,
    headers: { Accept: 'application/json' },
    form: {
      token: refreshToken ?? accessToken ?? '',
      token_type_hint: refreshToken ? 'refresh_token' : 'access_token',
      client_id: settings.clientId ?? '',
    },
    // The server knows the client by its id, not by a cookie.
    credentials: 'omit',
    cache: 'no-store',
  }),

  // The status decides (section 2.2). Some servers send an empty object with it.
  accept: ({ body, json }) => (body === 'empty' || (isObject(json) && !('error' in json)) ? {} : undefined),
  error(json, status) {
    // A refusal is a 400 (RFC 6749 section 5.2). A 401 or 403 is about the client: the token lives on.
    const { error } = record(json);
    const isOwn = typeof error === 'string' && (status < 401 || status >= 500);
    return isOwn ? { code: error } : undefined;
  },
};

function isObject(json: unknown): json is object {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
