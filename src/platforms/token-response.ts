import { parsed } from '../client/json.js';
import { pairPlace, type TokenPlace } from '../tokens/token-store.js';
import { record, text } from './platform.js';

/**
 * A place that the author names. Its value is one plain token, or a token endpoint's whole answer as JSON (RFC 6749 section
 * 5.1, with the `id_token` of OpenID Connect Core section 3.1.3.3). `oidc-client-ts` 3.5.0 stores its user as such JSON,
 * under `oidc.user:<authority>:<client id>`.
 *
 * @param plain the token that a plain value is
 */
export function tokenResponsePlace(plain: 'accessToken' | 'idToken') {
  return (where: TokenPlace['in'], key: string, refreshKey?: string): TokenPlace => ({
    in: where,
    keys: pairPlace(where, key, refreshKey).keys,
    read([value, refreshToken]) {
      const { access_token, refresh_token, id_token } = record(parsed(value));
      const tokens = value?.startsWith('{')
        ? { accessToken: text(access_token), refreshToken: text(refresh_token), idToken: text(id_token) }
        : { [plain]: value };
      const all = { ...tokens, ...(refreshToken && { refreshToken }) };
      return Object.values(all).some(Boolean) ? all : undefined;
    },
  });
}
