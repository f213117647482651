import { isSameOrigin, isSamePage } from '../client/url.js';
import { pairPlace } from '../tokens/token-store.js';
import { bearer, endpoint, record, type Platform } from './platform.js';
import { signOutOfAccounts } from './salla-accounts.js';
import { findSalla, isSallaGuest, sallaLogoutUrl, sallaSdk, tellSalla } from './salla-sdk.js';

/**
 * Salla: through the Twilight SDK if the page has it (`sdk`), else by a request on the store's own origin (`fetch`), else by
 * taking the page to the store's logout address (`navigate`).
 *
 * Documented at https://docs.salla.dev, Twilight SDK, "Logout"; keys, cookies and the accounts page as seen in
 * `@salla.sa/twilight` 2.14.570.
 */
export const salla: Platform = {
  name: 'salla',
  modes: ['sdk', 'fetch', 'navigate'],

  defaultMode({ baseUrl, sdk }, page) {
    if (findSalla(sdk)) return 'sdk';
    return isSameOrigin(baseUrl ?? page, page) ? 'fetch' : 'navigate';
  },
  problem({ settings, mode, base, page }) {
    const isFetched = mode === 'fetch' || (mode === 'sdk' && !findSalla(settings.sdk));
    return isFetched && !isSameOrigin(base, page)
      ? 'A Salla store on another origin cannot be fetched from here: use mode="navigate".'
      : undefined;
  },
  ignoresRedirect: (mode, { sdk }) => mode === 'navigate' || (mode === 'sdk' && Boolean(findSalla(sdk))),
  baseUrl: (_settings, _mode, page) => new URL(page).origin,

  places: [pairPlace('localStorage', 'token'), pairPlace('cookie', 's-token')],
  leftovers: {
    localStorage: [
      'cart',
      'user',
      'token',
      'salla::wishlist',
      'salla::wishlist-hydrated-user',
      'salla::availability',
    ],
    cookies: ['__said', '__ssid', 'theme_edit', 'ws_port', 's-token'],
    cookiePrefixes: ['affiliate', 'cart'],
  },
  isBrowserWide: true,
  cookieSession: () => true,
  isGuestOnPage: isSallaGuest,

  navigation: ({ base, mode }) => (mode === 'navigate' ? { url: sallaLogoutUrl(base) } : undefined),
  request: ({ base, settings, tokens }) => ({
    method: 'GET',
    url: endpoint(base, '/logout'),
    headers: {
      Accept: 'application/json',
      'X-Requested-With': 'XMLHttpRequest',
      ...(settings.storeId && { 'Store-Identifier': settings.storeId }),
      ...bearer(tokens),
    },
    cache: 'no-store',
    // To a browser, a store answers with a redirect to one of its pages.
    redirect: 'follow',
  }),

  accept({ body, json, redirected, url }, { base }) {
    const { success, status } = record(json);
    const isDocumented = success === true || status === 200 || status === 201 || status === 202;
    // A store may redirect any address to one with a slash or a language more. That says nothing about the logout.
    const isStorePage = redirected && isSameOrigin(url, base) && !isSamePage(url, endpoint(base, '/logout'));
    return body === 'empty' || isDocumented || isStorePage ? {} : undefined;
  },
  error(json) {
    const { success, error } = record(json);
    return success === false && typeof error === 'object' ? { code: record(error)['code'] } : undefined;
  },

  alongside: signOutOfAccounts,
  sdk: sallaSdk,
  onFailed: tellSalla,
};
