import { parsed } from '../client/json.js';
import { httpUrl, isSameOrigin } from '../client/url.js';
import { isExpired } from '../tokens/jwt.js';
import type { TokenPlace } from '../tokens/token-store.js';
import { endpoint, record, text, tokenPair, type Platform } from './platform.js';
import type { Settings } from './settings.js';
import { clientRefreshToken, wixSdk } from './wix-sdk.js';

const API = 'https://www.wixapis.com';
/** The documented paths of the REST call. `base-url` may end in any of them. */
const documentedPath = /(\/_api\/iam)?(\/authentication)?\/v1\/logout$/;

/**
 * Wix, in four variants: `headless` (a redirect session, as `@wix/sdk` does), `api` (the documented REST call),
 * `site` (a page on a Wix domain) and `managed` (a Wix-managed headless site).
 *
 * Documented at https://dev.wix.com/docs/api-reference/business-management/headless/authentication/logout; the
 * redirect session, the token call and the token places as seen in `@wix/sdk` 1.21.16 and `@wix/identity` 1.0.238.
 */
export const wix: Platform = {
  name: 'wix',
  modes: ['headless', 'api', 'site', 'managed'],

  missing: ({ clientId, sdk }, mode) => (mode !== 'headless' || clientId || sdk ? undefined : 'client-id'),
  baseUrl: (_, mode, page) => (mode === 'headless' || mode === 'api' ? API : new URL(page).origin),

  isBrowserWide: true,
  places: ['wix-session', 'wixSession', 'session', 'wix_refreshToken'].map(cookiePlace),
  isExpired: ({ accessToken, expiresAt }, now) =>
    // Wix's access token is a JSON Web Token with a prefix.
    expiresAt === undefined ? isExpired(accessToken?.replace('OauthNG.JWS.', ''), now) : expiresAt <= now,
  cookieSession: ({ mode, base, page }) => mode !== 'api' || isSameOrigin(base, page),

  navigation({ base, mode, page, redirect = page, settings }) {
    if (mode === 'site') return { url: documentedUrl(base, settings, redirect) };
    return mode === 'managed'
      ? { url: endpoint(base, '/api/auth/logout', { returnToUrl: pathOf(redirect, page) }), post: true }
      : undefined;
  },
  request({ base, mode, page, redirect, settings, tokens: { accessToken } }) {
    // The raw access token, without "Bearer".
    const headers = { ...(accessToken && { Authorization: accessToken }) };
    return mode === 'api'
      ? { method: 'GET', url: documentedUrl(base, settings, redirect), headers, cache: 'no-store' }
      : {
          method: 'POST',
          url: endpoint(base, '/_api/redirects-api/v1/redirect-session'),
          headers,
          json: { logout: { clientId: settings.clientId }, callbacks: { postFlowUrl: redirect ?? page } },
        };
  },

  refresh({ base, mode, settings: { clientId, sdk }, tokens }) {
    const isHeadless = mode === 'headless';
    const refreshToken = tokens.refreshToken ?? (isHeadless ? clientRefreshToken(sdk) : undefined);
    // Without a token, `@wix/sdk` gets an anonymous one, because the session may still live in a cookie of Wix.
    const isAnonymous = isHeadless && !tokens.accessToken;
    if (!clientId || !(refreshToken ?? isAnonymous)) return undefined;
    return {
      method: 'POST',
      url: endpoint(base.replace(documentedPath, ''), '/oauth2/token'),
      headers: {},
      json: { clientId, refreshToken, grantType: refreshToken ? 'refresh_token' : 'anonymous' },
    };
  },
  refreshed(json) {
    const { access_token, refresh_token } = record(json);
    return tokenPair(access_token, refresh_token);
  },

  accept({ body, json }, { mode }) {
    if (mode === 'api') {
      if (typeof record(json)['statusCode'] === 'number' || body === 'empty') return {};
      // A server may answer as it answers a browser: with a page.
      return body === 'html' || body === 'redirect'
        ? { warning: 'Wix answered with a page instead of the documented JSON.' }
        : undefined;
    }
    const url = httpUrl(text(record(record(json)['redirectSession'])['fullUrl']) ?? '');
    return url && { navigation: { url: url.href } };
  },
  error(json) {
    const { message, details } = record(json);
    const { code } = record(record(details)['applicationError']);
    return typeof message === 'string' && typeof details === 'object' ? { code } : undefined;
  },

  sdk: wixSdk,
};

function documentedUrl(base: string, { clientId }: Settings, redirect: string | undefined): string {
  const { hostname, pathname } = new URL(base);
  const path =
    hostname === 'users.wix.com' ? '/authentication/v1/logout' : '/_api/iam/authentication/v1/logout';
  return endpoint(base, documentedPath.test(pathname) ? '' : path, {
    clientId,
    postLogoutRedirectUri: redirect,
  });
}

/** `url` as a path, if it is on the page's own origin: a Wix-managed site expects a path. */
function pathOf(url: string, page: string): string {
  const { pathname, search } = new URL(url);
  return isSameOrigin(url, page) ? pathname + search : url;
}

/**
 * The cookies of Wix's templates hold JSON. Other software uses names such as `session` too, so a cookie counts as Wix's
 * only if it has Wix's shape.
 */
function cookiePlace(name: string): TokenPlace {
  return {
    in: 'cookie',
    keys: [name],
    read([value]) {
      const session = record(parsed(value));
      const { accessToken, refreshToken } = record(session['tokens'] ?? session);
      const access = record(accessToken);
      const refresh = name === 'wix_refreshToken' ? session : record(refreshToken);
      const tokens = { accessToken: text(access['value']), refreshToken: text(refresh['value']) };
      if (!tokens.accessToken && !tokens.refreshToken) return undefined;
      const { expiresAt } = access;
      // Seconds, as `@wix/sdk` writes it; some templates write milliseconds.
      return typeof expiresAt === 'number'
        ? { ...tokens, expiresAt: expiresAt > 1e11 ? expiresAt / 1000 : expiresAt }
        : tokens;
    },
  };
}
