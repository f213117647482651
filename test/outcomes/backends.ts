import { memoryTokens, type ConnectionSettings } from '../../src/index.js';
import type { SignIn, Simulators } from '../support/simulators.js';

/** A platform in one of its modes, as far as a failing server can tell it from the others. */
export interface Backend {
  readonly name: string;
  readonly platform: string;
  readonly where: 'same-origin' | 'other-origin';
  /** The connection of a shopper who has just signed in. */
  settings(simulators: Simulators, signIn: SignIn): ConnectionSettings;
  /** What a logout without a fault comes to. */
  readonly success: { readonly server: 'ended' | 'redirecting'; readonly local: 'cleared' | 'replaced' };
  /** Path of the logout request below the platform's root, as a regular expression. */
  readonly logoutPath: string;
  /** A documented answer to it. */
  readonly documented: unknown;
  /** Whether an expired access token can be renewed. */
  readonly canRefresh: boolean;
  /** Whether a session may exist although the page holds no token. */
  readonly hasCookieSession: boolean;
  /** Whether an answer without a body can end the session. */
  readonly takesEmpty: boolean;
  /** Whether a page of HTML is one of the platform's own answers. */
  readonly takesHtml: boolean;
  /** Whether a 401 with any JSON is the backend's word. */
  readonly takesJson401: boolean;
  /** How many requests go before the logout's. */
  readonly asksFirst: number;
  /** Path of the address that the platform's description has looked at afterwards. */
  readonly sessionPath?: string;
  /** Whether a 403, 404 or 410 of the backend's own says that there is no session. */
  readonly hasGoneStatus: boolean;
  /** Whether it says so of a session that has ended before, rather than ending it again. */
  readonly tellsEndedBefore: boolean;
  /** Whether any JSON at all ends the session. */
  readonly takesAnyJson: boolean;
  /** Whether a redirect to who knows where is one of the platform's own answers. */
  readonly takesRedirect: boolean;
}

const usual = {
  where: 'other-origin',
  success: { server: 'ended', local: 'cleared' },
  canRefresh: false,
  hasCookieSession: true,
  takesEmpty: true,
  takesHtml: false,
  takesJson401: false,
  asksFirst: 0,
  hasGoneStatus: true,
  tellsEndedBefore: true,
  takesAnyJson: false,
  takesRedirect: false,
} as const;

export const sallaFetch: Backend = {
  ...usual,
  name: 'Salla, fetch',
  platform: 'salla',
  where: 'same-origin',
  settings: ({ root }) => ({
    platform: 'salla',
    mode: 'fetch',
    baseUrl: `${root}/salla`,
    accountsUrl: `${root}/salla/accounts`,
  }),
  logoutPath: '^/logout$',
  documented: { status: 200, success: true, data: {} },
};

export const commerceEngine: Backend = {
  ...usual,
  name: 'Commerce Engine',
  platform: 'commerce-engine',
  settings: ({ root }) => ({
    platform: 'commerce-engine',
    baseUrl: `${root}/commerce-engine/api/v1/demo-store/storefront`,
  }),
  success: { server: 'ended', local: 'replaced' },
  logoutPath: '^.*/auth/logout$',
  documented: {
    message: 'Logged out',
    success: true,
    content: { access_token: 'anonymous.access.token', refresh_token: 'anonymous.refresh.token', user: {} },
  },
  canRefresh: true,
  hasCookieSession: false,
};

export const unisouk: Backend = {
  ...usual,
  name: 'UniSouk',
  platform: 'unisouk',
  settings: ({ root }, { tokens }) => ({
    platform: 'unisouk',
    storeId: 'demo-store',
    baseUrl: `${root}/unisouk`,
    tokens: memoryTokens(tokens),
  }),
  logoutPath: '^/auth/logout$',
  documented: { message: 'Logout Success', data: { email: 'abc@gmail.com' }, source: '' },
  canRefresh: true,
};

export const wixHeadless: Backend = {
  ...usual,
  name: 'Wix, headless',
  platform: 'wix',
  settings: ({ root }) => ({ platform: 'wix', clientId: 'demo-client', baseUrl: `${root}/wix` }),
  success: { server: 'redirecting', local: 'cleared' },
  logoutPath: '^.*/redirect-session$',
  documented: { redirectSession: { id: '1', fullUrl: 'https://users.wix.com/logout?once=1' } },
  canRefresh: true,
  takesEmpty: false,
};

export const wixApi: Backend = {
  ...usual,
  name: 'Wix, api',
  platform: 'wix',
  settings: ({ root }) => ({ platform: 'wix', mode: 'api', clientId: 'demo-client', baseUrl: `${root}/wix` }),
  logoutPath: '^.*/v1/logout$',
  documented: { body: '', statusCode: 200, headers: [] },
  canRefresh: true,
  hasCookieSession: false,
  takesHtml: true,
  takesRedirect: true,
};

export const custom: Backend = {
  ...usual,
  name: 'a backend of your own',
  platform: 'custom',
  settings: ({ root }) => ({
    platform: 'custom',
    baseUrl: `${root}/custom/logout`,
    tokenKey: 'access_token',
  }),
  logoutPath: '^/logout$',
  documented: { success: true },
  takesJson401: true,
  hasGoneStatus: false,
  takesAnyJson: true,
};

export const authJs: Backend = {
  ...usual,
  name: 'Auth.js',
  platform: 'auth-js',
  settings: ({ root }) => ({ platform: 'auth-js', baseUrl: `${root}/auth-js/auth` }),
  logoutPath: '^/auth/signout$',
  documented: { url: 'https://shop.example/' },
  takesEmpty: false,
  hasGoneStatus: false,
  tellsEndedBefore: false,
  asksFirst: 1,
  sessionPath: '^/auth/session$',
};

export const medusa: Backend = {
  ...usual,
  name: 'Medusa',
  platform: 'medusa',
  settings: ({ root }) => ({ platform: 'medusa', baseUrl: `${root}/medusa` }),
  logoutPath: '^/auth/session$',
  documented: { success: true },
  takesEmpty: false,
  hasGoneStatus: false,
};

export const vendure: Backend = {
  ...usual,
  name: 'Vendure',
  platform: 'vendure',
  settings: ({ root }) => ({
    platform: 'vendure',
    baseUrl: `${root}/vendure/shop-api`,
    tokenKey: 'shop_token',
  }),
  logoutPath: '^/shop-api$',
  documented: { data: { logout: { success: true } } },
  takesEmpty: false,
  hasGoneStatus: false,
  tellsEndedBefore: false,
};

export const oauth2Revoke: Backend = {
  ...usual,
  name: 'OAuth 2.0 revocation',
  platform: 'openid',
  settings: ({ root }) => ({
    platform: 'oauth2-revoke',
    clientId: 'shop',
    baseUrl: `${root}/openid/revoke`,
    tokenKey: 'oidc.user:provider:shop',
  }),
  logoutPath: '^/revoke$',
  documented: {},
  hasCookieSession: false,
  hasGoneStatus: false,
  tellsEndedBefore: false,
};
