import { until } from './until.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { Stage } from './stage.js' */

export const SALLA_STORE = '1234';
/** The SDK accepts only the shopper's own token. */
const SHOPPER = 7;

/**
 * A tab with the real Twilight SDK on it, set up for the simulated store, and a shopper signed in.
 *
 * @param {Stage} stage
 */
export async function shopperTab(stage) {
  const page = await stage.tab('salla');
  const { tokens } = await stage.signIn(page, 'salla', { user: { id: String(SHOPPER) } });
  await page.evaluate(startSalla, stage.url('salla'), Number(SALLA_STORE), SHOPPER);
  // This is the SDK's last request after the load. Every later request belongs to the logout.
  await until(() => stage.realm.log.some(({ path }) => path === '/cart/latest'), 3000);
  await page.waitForFunction(() => Reflect.get(globalThis, 'salla').status === 'ready');
  stage.realm.log.length = 0;
  return { page, tokens };
}

/**
 * Runs in the page.
 *
 * @param {string} url
 * @param {number} id
 * @param {number} user
 */
function startSalla(url, id, user) {
  const { salla } = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
  // The SDK's own storage writes them in this form.
  localStorage.setItem('user', JSON.stringify({ id: user, type: 'user' }));
  localStorage.setItem('token', JSON.stringify(localStorage.getItem('token')));
  salla.init({
    store: { id, url, api: `${url}/api/` },
    login: { url: `${url}/accounts` },
    user: { type: 'user', id: user, language_code: 'en', currency_code: 'SAR' },
  });
}

/**
 * Signs out with the SDK alone. It does not wait for the SDK's promise, which may never settle.
 *
 * @param {Page} page
 */
export async function sallaLogout(page) {
  await page.evaluate(() => void Reflect.get(globalThis, 'salla').auth.logout());
}
