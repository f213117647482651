/** @import { Page } from 'puppeteer-core' */
/** @import { Stage } from './stage.js' */

const STORE = 'demo-store';

/**
 * A tab with axios and a signed-in member. The access token is in page memory, as `store`.
 *
 * @param {Stage} stage
 */
export async function unisoukTab(stage) {
  const page = await stage.tab('unisouk');
  const { tokens } = await stage.signIn(page, 'unisouk');
  await page.evaluate((accessToken) => {
    const store = { read: () => ({ accessToken }), clear: () => undefined };
    Object.assign(globalThis, { store });
  }, tokens.accessToken);
  return { page, tokens, settings: { platform: 'unisouk', storeId: STORE, baseUrl: stage.url('unisouk') } };
}

/**
 * The call from UniSouk's documentation.
 *
 * @param {Page} page
 * @param {string} base
 * @param {string | undefined} token
 */
export async function unisoukSnippet(page, base, token) {
  await page.evaluate(
    async (url, store, authorization) => {
      const { axios } = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
      await axios.get(url, {
        headers: { 'Content-Type': 'application/json', 'x-store-id': store, Authorization: authorization },
      });
    },
    `${base}/auth/logout`,
    STORE,
    `Bearer ${token}`,
  );
}
