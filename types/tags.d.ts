// Written by `npm run manifest`.
import type {
  BeforeLogoutEvent,
  FailedLogoutEvent,
  LoggedOutEvent,
  SessionChangeEvent,
  StoreLogoutElement,
  StoreSessionElement,
} from '../dist/index.js';

export interface Tags {
  'store-logout': StoreLogoutElementTag;
  'store-session': StoreSessionElementTag;
}

/** A button that signs the shopper out of the store's platform, and reports the true result in one event. */
export interface StoreLogoutElementTag {
  element: StoreLogoutElement;
  attributes: {
    /** The button does nothing. */
    disabled?: boolean | undefined;
    /** Asks first, in a modal dialog. */
    confirm?: boolean | undefined;
    /** Hides the button from guests. After a logout the button says for three seconds that it is done, then it is hidden, but not while it has the keyboard's focus. It shows where no script can tell who is signed in. */
    'hide-when-signed-out'?: boolean | undefined;
    /** The platform: `salla`, `commerce-engine`, `unisouk`, `wix`, `custom`, or a registered one. */
    platform?: string | undefined;
    /** Store at the platform. */
    'store-id'?: string | undefined;
    /** Wix OAuth client. */
    'client-id'?: string | undefined;
    /** `production` or `staging` (Commerce Engine). Default: `production`. */
    environment?: 'production' | 'staging' | (string & {}) | undefined;
    /** Replaces the platform's API base. Salla: the store's address. Custom: the whole logout address. */
    'base-url'?: string | undefined;
    /** The platform's variant. Salla: `sdk`, `fetch`, `navigate`. Wix: `headless`, `api`, `site`, `managed`. Custom: `fetch`, `navigate`, `form`. */
    mode?:
      | 'sdk'
      | 'fetch'
      | 'navigate'
      | 'form'
      | 'headless'
      | 'api'
      | 'site'
      | 'managed'
      | (string & {})
      | undefined;
    /** HTTP method, `custom` only. Default: `POST`. */
    method?: string | undefined;
    /** Storage key or cookie name of the access token, if not the platform's usual one. */
    'token-key'?: string | undefined;
    /** Storage key or cookie name of the refresh token. */
    'refresh-token-key'?: string | undefined;
    /** Prefix of the keys `access_token` and `refresh_token`. */
    'token-prefix'?: string | undefined;
    /** Path to the access token in a JSON value: `access_token`, `state.user.token`. The whole value is removed. */
    'token-path'?: string | undefined;
    /** Custom: where the page keeps its CSRF token (`cookie:NAME` or `meta:NAME`), and how it is sent (`header:NAME` or `field:NAME`). */
    csrf?: string | undefined;
    /** An address that tells whether somebody is signed in, asked once after the logout. */
    'session-url'?: string | undefined;
    /** OpenID Connect: the parameter `logout_hint`, which names the user. */
    'logout-hint'?: string | undefined;
    /** Salla: address of the accounts page. Default: `https://accounts.salla.com`. */
    'accounts-url'?: string | undefined;
    /** Where to go after the logout: same-origin, or an origin named in `redirect-origins`. */
    redirect?: string | undefined;
    /** Space-separated origins, besides the page's own, that `redirect` may name. */
    'redirect-origins'?: string | undefined;
    /** Milliseconds for the whole logout, retries and the look at `session-url` included. Default: `8000`. */
    timeout?: number | `${number}` | undefined;
    /** For shared computers: removes the tokens even if the logout failed. */
    'clear-on-failure'?: boolean | undefined;
    /** More data to remove with the session, by name: `local:recent session:draft cache:pages indexeddb:cart`. */
    'clear-also'?: string | undefined;
  };
  properties: {
    /** The button does nothing. */
    disabled?: StoreLogoutElement['disabled'] | undefined;
    /** Asks first, in a modal dialog. */
    confirm?: StoreLogoutElement['confirm'] | undefined;
    /** Hides the button from guests. After a logout the button says for three seconds that it is done, then it is hidden, but not while it has the keyboard's focus. It shows where no script can tell who is signed in. */
    hideWhenSignedOut?: StoreLogoutElement['hideWhenSignedOut'] | undefined;
    /** Any subset of the visible strings; they replace the translated ones. */
    strings?: StoreLogoutElement['strings'] | undefined;
    /** The platform: `salla`, `commerce-engine`, `unisouk`, `wix`, `custom`, or a registered one. */
    platform?: StoreLogoutElement['platform'] | undefined;
    /** Store at the platform. */
    storeId?: StoreLogoutElement['storeId'] | undefined;
    /** Wix OAuth client. */
    clientId?: StoreLogoutElement['clientId'] | undefined;
    /** `production` or `staging` (Commerce Engine). Default: `production`. */
    environment?: StoreLogoutElement['environment'] | undefined;
    /** Replaces the platform's API base. Salla: the store's address. Custom: the whole logout address. */
    baseUrl?: StoreLogoutElement['baseUrl'] | undefined;
    /** The platform's variant. Salla: `sdk`, `fetch`, `navigate`. Wix: `headless`, `api`, `site`, `managed`. Custom: `fetch`, `navigate`, `form`. */
    mode?: StoreLogoutElement['mode'] | undefined;
    /** HTTP method, `custom` only. Default: `POST`. */
    method?: StoreLogoutElement['method'] | undefined;
    /** Storage key or cookie name of the access token, if not the platform's usual one. */
    tokenKey?: StoreLogoutElement['tokenKey'] | undefined;
    /** Storage key or cookie name of the refresh token. */
    refreshTokenKey?: StoreLogoutElement['refreshTokenKey'] | undefined;
    /** Prefix of the keys `access_token` and `refresh_token`. */
    tokenPrefix?: StoreLogoutElement['tokenPrefix'] | undefined;
    /** Path to the access token in a JSON value: `access_token`, `state.user.token`. The whole value is removed. */
    tokenPath?: StoreLogoutElement['tokenPath'] | undefined;
    /** Custom: where the page keeps its CSRF token (`cookie:NAME` or `meta:NAME`), and how it is sent (`header:NAME` or `field:NAME`). */
    csrf?: StoreLogoutElement['csrf'] | undefined;
    /** An address that tells whether somebody is signed in, asked once after the logout. */
    sessionUrl?: StoreLogoutElement['sessionUrl'] | undefined;
    /** OpenID Connect: the parameter `logout_hint`, which names the user. */
    logoutHint?: StoreLogoutElement['logoutHint'] | undefined;
    /** Salla: address of the accounts page. Default: `https://accounts.salla.com`. */
    accountsUrl?: StoreLogoutElement['accountsUrl'] | undefined;
    /** Where to go after the logout: same-origin, or an origin named in `redirect-origins`. */
    redirect?: StoreLogoutElement['redirect'] | undefined;
    /** Space-separated origins, besides the page's own, that `redirect` may name. */
    redirectOrigins?: StoreLogoutElement['redirectOrigins'] | undefined;
    /** Milliseconds for the whole logout, retries and the look at `session-url` included. Default: `8000`. */
    timeout?: StoreLogoutElement['timeout'] | undefined;
    /** For shared computers: removes the tokens even if the logout failed. */
    clearOnFailure?: StoreLogoutElement['clearOnFailure'] | undefined;
    /** More data to remove with the session, by name: `local:recent session:draft cache:pages indexeddb:cart`. */
    clearAlso?: StoreLogoutElement['clearAlso'] | undefined;
    /** Custom: headers, body and credentials of the request, or a function that returns them. It is called at the click. */
    requestInit?: StoreLogoutElement['requestInit'] | undefined;
    /** Where the page keeps its tokens, if not in the platform's usual places. */
    tokens?: StoreLogoutElement['tokens'] | undefined;
    /** The vendor's SDK object, where the page has one. */
    sdk?: StoreLogoutElement['sdk'] | undefined;
  };
  events: {
    /** fires before a request is sent; cancelable, with `waitUntil()` */
    'before-logout': BeforeLogoutEvent;
    /** the session has ended; `preventDefault()` stops the navigation that follows */
    'logged-out': LoggedOutEvent;
    /** the session may still be alive */
    'failed-logout': FailedLogoutEvent;
  };
}

/** Provides one connection to every `<store-logout>` below it, and knows whether somebody is signed in. An attribute of an element wins over the session's. */
export interface StoreSessionElementTag {
  element: StoreSessionElement;
  attributes: {
    /** The platform: `salla`, `commerce-engine`, `unisouk`, `wix`, `custom`, or a registered one. */
    platform?: string | undefined;
    /** Store at the platform. */
    'store-id'?: string | undefined;
    /** Wix OAuth client. */
    'client-id'?: string | undefined;
    /** `production` or `staging` (Commerce Engine). Default: `production`. */
    environment?: 'production' | 'staging' | (string & {}) | undefined;
    /** Replaces the platform's API base. Salla: the store's address. Custom: the whole logout address. */
    'base-url'?: string | undefined;
    /** The platform's variant. Salla: `sdk`, `fetch`, `navigate`. Wix: `headless`, `api`, `site`, `managed`. Custom: `fetch`, `navigate`, `form`. */
    mode?:
      | 'sdk'
      | 'fetch'
      | 'navigate'
      | 'form'
      | 'headless'
      | 'api'
      | 'site'
      | 'managed'
      | (string & {})
      | undefined;
    /** HTTP method, `custom` only. Default: `POST`. */
    method?: string | undefined;
    /** Storage key or cookie name of the access token, if not the platform's usual one. */
    'token-key'?: string | undefined;
    /** Storage key or cookie name of the refresh token. */
    'refresh-token-key'?: string | undefined;
    /** Prefix of the keys `access_token` and `refresh_token`. */
    'token-prefix'?: string | undefined;
    /** Path to the access token in a JSON value: `access_token`, `state.user.token`. The whole value is removed. */
    'token-path'?: string | undefined;
    /** Custom: where the page keeps its CSRF token (`cookie:NAME` or `meta:NAME`), and how it is sent (`header:NAME` or `field:NAME`). */
    csrf?: string | undefined;
    /** An address that tells whether somebody is signed in, asked once after the logout. */
    'session-url'?: string | undefined;
    /** OpenID Connect: the parameter `logout_hint`, which names the user. */
    'logout-hint'?: string | undefined;
    /** Salla: address of the accounts page. Default: `https://accounts.salla.com`. */
    'accounts-url'?: string | undefined;
    /** Where to go after the logout: same-origin, or an origin named in `redirect-origins`. */
    redirect?: string | undefined;
    /** Space-separated origins, besides the page's own, that `redirect` may name. */
    'redirect-origins'?: string | undefined;
    /** Milliseconds for the whole logout, retries and the look at `session-url` included. Default: `8000`. */
    timeout?: number | `${number}` | undefined;
    /** For shared computers: removes the tokens even if the logout failed. */
    'clear-on-failure'?: boolean | undefined;
    /** More data to remove with the session, by name: `local:recent session:draft cache:pages indexeddb:cart`. */
    'clear-also'?: string | undefined;
  };
  properties: {
    /** The platform: `salla`, `commerce-engine`, `unisouk`, `wix`, `custom`, or a registered one. */
    platform?: StoreSessionElement['platform'] | undefined;
    /** Store at the platform. */
    storeId?: StoreSessionElement['storeId'] | undefined;
    /** Wix OAuth client. */
    clientId?: StoreSessionElement['clientId'] | undefined;
    /** `production` or `staging` (Commerce Engine). Default: `production`. */
    environment?: StoreSessionElement['environment'] | undefined;
    /** Replaces the platform's API base. Salla: the store's address. Custom: the whole logout address. */
    baseUrl?: StoreSessionElement['baseUrl'] | undefined;
    /** The platform's variant. Salla: `sdk`, `fetch`, `navigate`. Wix: `headless`, `api`, `site`, `managed`. Custom: `fetch`, `navigate`, `form`. */
    mode?: StoreSessionElement['mode'] | undefined;
    /** HTTP method, `custom` only. Default: `POST`. */
    method?: StoreSessionElement['method'] | undefined;
    /** Storage key or cookie name of the access token, if not the platform's usual one. */
    tokenKey?: StoreSessionElement['tokenKey'] | undefined;
    /** Storage key or cookie name of the refresh token. */
    refreshTokenKey?: StoreSessionElement['refreshTokenKey'] | undefined;
    /** Prefix of the keys `access_token` and `refresh_token`. */
    tokenPrefix?: StoreSessionElement['tokenPrefix'] | undefined;
    /** Path to the access token in a JSON value: `access_token`, `state.user.token`. The whole value is removed. */
    tokenPath?: StoreSessionElement['tokenPath'] | undefined;
    /** Custom: where the page keeps its CSRF token (`cookie:NAME` or `meta:NAME`), and how it is sent (`header:NAME` or `field:NAME`). */
    csrf?: StoreSessionElement['csrf'] | undefined;
    /** An address that tells whether somebody is signed in, asked once after the logout. */
    sessionUrl?: StoreSessionElement['sessionUrl'] | undefined;
    /** OpenID Connect: the parameter `logout_hint`, which names the user. */
    logoutHint?: StoreSessionElement['logoutHint'] | undefined;
    /** Salla: address of the accounts page. Default: `https://accounts.salla.com`. */
    accountsUrl?: StoreSessionElement['accountsUrl'] | undefined;
    /** Where to go after the logout: same-origin, or an origin named in `redirect-origins`. */
    redirect?: StoreSessionElement['redirect'] | undefined;
    /** Space-separated origins, besides the page's own, that `redirect` may name. */
    redirectOrigins?: StoreSessionElement['redirectOrigins'] | undefined;
    /** Milliseconds for the whole logout, retries and the look at `session-url` included. Default: `8000`. */
    timeout?: StoreSessionElement['timeout'] | undefined;
    /** For shared computers: removes the tokens even if the logout failed. */
    clearOnFailure?: StoreSessionElement['clearOnFailure'] | undefined;
    /** More data to remove with the session, by name: `local:recent session:draft cache:pages indexeddb:cart`. */
    clearAlso?: StoreSessionElement['clearAlso'] | undefined;
    /** Custom: headers, body and credentials of the request, or a function that returns them. It is called at the click. */
    requestInit?: StoreSessionElement['requestInit'] | undefined;
    /** Where the page keeps its tokens, if not in the platform's usual places. */
    tokens?: StoreSessionElement['tokens'] | undefined;
    /** The vendor's SDK object, where the page has one. */
    sdk?: StoreSessionElement['sdk'] | undefined;
  };
  events: {
    /** `state` has changed; `detail` is the new state */
    'session-change': SessionChangeEvent;
  };
}
