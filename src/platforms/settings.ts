import type { TokenStore } from '../tokens/token-store.js';

/** Everything that can be said about a connection, as on the elements, but the platform itself. */
export interface Settings {
  /** Store at the platform. */
  storeId?: string | undefined;
  /** Wix OAuth client. */
  clientId?: string | undefined;
  /** `production` or `staging` (Commerce Engine). @default 'production' */
  environment?: string | undefined;
  /** Replaces the platform's API base. Salla: the store's address. Custom: the whole logout address. */
  baseUrl?: string | undefined;
  /** One of the platform's variants. */
  mode?: string | undefined;
  /** HTTP method, `custom` only. @default 'POST' */
  method?: string | undefined;
  /** Storage key or cookie name of the access token, if not the platform's usual one. */
  tokenKey?: string | undefined;
  /** Storage key or cookie name of the refresh token. */
  refreshTokenKey?: string | undefined;
  /** What stands before `access_token` and `refresh_token` in the names of their places. */
  tokenPrefix?: string | undefined;
  /** Salla: the accounts page, if not `https://accounts.salla.com`. */
  accountsUrl?: string | undefined;
  /** Where to go afterwards. */
  redirect?: string | undefined;
  /** Space-separated origins, besides the page's own, that `redirect` may name. */
  redirectOrigins?: string | undefined;
  /** Milliseconds for the whole logout, retries included. @default 8000 */
  timeout?: number | undefined;
  /** Remove the tokens even if the server could not be told. @default false */
  clearOnFailure?: boolean | undefined;
  /** What else goes with the session, by name: `local:` `session:` `cache:` `indexeddb:`. */
  clearAlso?: string | undefined;
  /** Where the page keeps its tokens, if not in the platform's usual places. */
  tokens?: TokenStore | undefined;
  /** The vendor's SDK object, where the page has one. */
  sdk?: unknown;
}
