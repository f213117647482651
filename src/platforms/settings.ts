import type { TokenStore } from '../tokens/token-store.js';

/** What a request to a backend of one's own carries besides the cookies and the token. */
export interface OwnRequest {
  /** Added to the library's headers; of two with one name, this one is sent. */
  readonly headers?: HeadersInit | undefined;
  /** A plain object is sent as JSON. */
  readonly body?: string | URLSearchParams | FormData | Readonly<Record<string, unknown>> | undefined;
  /** Which cookies go along. @default 'include' */
  readonly credentials?: RequestCredentials | undefined;
}

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
  /**
   * The member of a JSON value that is the access token, as a path: `access_token`, `state.user.token`. The value is
   * the one that `tokenKey` names. It is removed as a whole after the logout, and cannot be replaced.
   */
  tokenPath?: string | undefined;
  /** What stands before `access_token` and `refresh_token` in the names of their places. */
  tokenPrefix?: string | undefined;
  /**
   * Where the page keeps its CSRF token, and how it is sent, `custom` only: `cookie:NAME` or `meta:NAME`, and
   * `header:NAME` or `field:NAME`. Read at the click; sent to the page's own origin only.
   */
  csrf?: string | undefined;
  /**
   * What the request carries, `custom` only: an object, or a function that returns one at the click. A promise of one
   * delays the request.
   */
  requestInit?: OwnRequest | (() => OwnRequest | Promise<OwnRequest>) | undefined;
  /**
   * An address that tells whether somebody is signed in. Asked once, by GET, after the platform has answered. Nobody
   * is: a 401 or 403, a redirect, an empty body, or JSON in which nothing is truthy.
   */
  sessionUrl?: string | undefined;
  /** OpenID Connect: who is to be logged out, as the parameter `logout_hint`. */
  logoutHint?: string | undefined;
  /** Salla: the accounts page, if not `https://accounts.salla.com`. */
  accountsUrl?: string | undefined;
  /** Where to go afterwards. */
  redirect?: string | undefined;
  /** Space-separated origins, besides the page's own, that `redirect` may name. */
  redirectOrigins?: string | undefined;
  /** Milliseconds for the whole logout, retries and the look at `sessionUrl` included. @default 8000 */
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
