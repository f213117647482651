import type { TokenStore } from '../tokens/token-store.js';

/** What the request of `custom` carries besides the cookies and the token. */
export interface OwnRequest {
  /** Added to the library's headers. If both have the same header, this one is sent. */
  readonly headers?: HeadersInit | undefined;
  /** A plain object is sent as JSON. */
  readonly body?: string | URLSearchParams | FormData | Readonly<Record<string, unknown>> | undefined;
  /** Which cookies go along. @default 'include' */
  readonly credentials?: RequestCredentials | undefined;
}

/** The settings of a connection, as on the elements, without the platform. */
export interface Settings {
  /** Store at the platform. */
  storeId?: string | undefined;
  /** Wix OAuth client. */
  clientId?: string | undefined;
  /** `production` or `staging` (Commerce Engine). @default 'production' */
  environment?: string | undefined;
  /** Replaces the platform's API base. Salla: the store's address. Custom: the whole logout address. */
  baseUrl?: string | undefined;
  /** The platform's variant. Salla: `sdk`, `fetch`, `navigate`. Wix: `headless`, `api`, `site`, `managed`. Custom: `fetch`, `navigate`, `form`. */
  mode?: string | undefined;
  /** HTTP method, `custom` only. @default 'POST' */
  method?: string | undefined;
  /** Storage key or cookie name of the access token, if not the platform's usual one. */
  tokenKey?: string | undefined;
  /** Storage key or cookie name of the refresh token. */
  refreshTokenKey?: string | undefined;
  /** Path to the access token in a JSON value: `access_token`, `state.user.token`. The whole value is removed. */
  tokenPath?: string | undefined;
  /** Prefix of the keys `access_token` and `refresh_token`. */
  tokenPrefix?: string | undefined;
  /** Custom: where the page keeps its CSRF token (`cookie:NAME` or `meta:NAME`), and how it is sent (`header:NAME` or `field:NAME`). */
  csrf?: string | undefined;
  /** Custom: headers, body and credentials of the request, or a function that returns them. It is called at the click. */
  requestInit?: OwnRequest | (() => OwnRequest | Promise<OwnRequest>) | undefined;
  /** An address that tells whether somebody is signed in, asked once after the logout. */
  sessionUrl?: string | undefined;
  /** OpenID Connect: the parameter `logout_hint`, which names the user. */
  logoutHint?: string | undefined;
  /** Salla: address of the accounts page. @default 'https://accounts.salla.com' */
  accountsUrl?: string | undefined;
  /** Where to go after the logout: same-origin, or an origin named in `redirect-origins`. */
  redirect?: string | undefined;
  /** Space-separated origins, besides the page's own, that `redirect` may name. */
  redirectOrigins?: string | undefined;
  /** Milliseconds for the whole logout, retries and the look at `session-url` included. @default 8000 */
  timeout?: number | undefined;
  /** For shared computers: removes the tokens even if the logout failed. @default false */
  clearOnFailure?: boolean | undefined;
  /** More data to remove with the session, by name: `local:recent session:draft cache:pages indexeddb:cart`. */
  clearAlso?: string | undefined;
  /** Where the page keeps its tokens, if not in the platform's usual places. */
  tokens?: TokenStore | undefined;
  /** The vendor's SDK object, where the page has one. */
  sdk?: unknown;
}
