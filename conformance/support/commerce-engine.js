/** @import { Page } from 'puppeteer-core' */
/** @import { SignInOptions } from '../../demo/server/types.js' */
/** @import { Stage } from './stage.js' */

const STORE = 'demo-store';

/**
 * A page's settings for the SDK.
 *
 * @typedef {object} SdkOptions
 * @property {'browser' | 'memory' | 'none'} [storage]
 * @property {SignInOptions} [member]
 * @property {string} [base]  of the API, if it is not the usual one
 */

/**
 * A tab with the real SDK on it, as `sdk`, and a member signed in.
 *
 * @param {Stage} stage
 * @param {SdkOptions} [options]
 */
export async function memberTab(stage, { member, base = apiBase(stage), storage } = {}) {
  const page = await stage.tab('commerce-engine');
  const { tokens } = await stage.signIn(page, 'commerce-engine', member);
  await page.evaluate(startSdk, { base, storage, store: STORE, tokens });
  return page;
}

/**
 * Another tab of the same browser. Its own SDK uses the first tab's tokens.
 *
 * @param {Stage} stage
 */
export async function otherTab(stage) {
  const page = await stage.tab('commerce-engine');
  await page.evaluate(startSdk, { base: apiBase(stage), store: STORE });
  return page;
}

/** @param {Stage} stage */
export const apiBase = (stage) => `${stage.url('commerce-engine')}/api/v1/${STORE}/storefront`;

/** @param {Page} page */
export async function whoIsIn(page) {
  return (await page.evaluate(() => Reflect.get(globalThis, 'sdk').isLoggedIn())) ? 'member' : 'nobody';
}

/**
 * Runs in the page.
 *
 * @param {{ base: string, store: string, storage?: string | undefined, tokens?: { accessToken?: string, refreshToken?: string } }} options
 */
async function startSdk({ base, store, storage = 'browser', tokens }) {
  const { SessionStorefrontSDK, BrowserTokenStorage, MemoryTokenStorage } =
    /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
  const updates = /** @type {string[]} */ ([]);
  const refreshToken = tokens?.refreshToken ?? localStorage.getItem('storefront_refresh_token');
  if (storage !== 'browser') localStorage.clear();
  const sdk = new SessionStorefrontSDK({
    storeId: store,
    baseUrl: base,
    tokenStorage:
      storage === 'browser'
        ? new BrowserTokenStorage()
        : storage === 'memory'
          ? new MemoryTokenStorage()
          : undefined,
    onTokensUpdated: (/** @type {string} */ accessToken) => updates.push(accessToken),
  });
  if (storage !== 'browser') await sdk.setTokens(tokens?.accessToken, tokens?.refreshToken);
  updates.length = 0;
  /** The SDK's tokens, as a token store for the element. */
  const tokenStore = {
    read: async () => ({ accessToken: (await sdk.getAccessToken()) ?? undefined }),
    clear: () => sdk.clearTokens(),
    replace: (/** @type {Record<string, string>} */ pair) =>
      sdk.setTokens(pair.accessToken, pair.refreshToken),
  };
  Object.assign(globalThis, { sdk, tokenStore, updates, refreshToken });
}
