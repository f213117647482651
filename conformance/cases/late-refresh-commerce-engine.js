import { apiBase, memberTab, otherTab, whoIsIn } from '../support/commerce-engine.js';
import { hold } from '../support/hold.js';
import { lasting } from '../support/until.js';
import { unexpected } from '../support/unexpected.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { Case, Side } from '../support/types.js' */
/** @import { SdkOptions } from '../support/commerce-engine.js' */
/** @import { Stage } from '../support/stage.js' */

const platform = 'commerce-engine';
/** So near the token's end that the SDK renews it before any request. */
const ENDING_SOON = { expiresIn: 20 };

/**
 * Starts a refresh in `page`, and holds its answer.
 *
 * @param {Page} page
 * @param {'asked for' | 'by itself'} how
 * @returns {Promise<() => Promise<void>>} lets the answer arrive
 */
async function beginRefresh(page, how) {
  const refresh = await hold(page, '/auth/refresh-token', 'Response');
  await page.evaluate((isAskedFor) => {
    const { sdk, refreshToken } = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
    const late = isAskedFor
      ? sdk.auth.refreshToken({ refresh_token: refreshToken })
      : sdk.ensureAccessToken();
    Object.assign(globalThis, { late });
  }, how === 'asked for');
  await refresh.begun();
  return async () => {
    await refresh.release();
    await page.evaluate(() => Reflect.get(globalThis, 'late'));
  };
}

/**
 * @param {Stage} stage
 * @param {Side} side
 * @param {Page} page
 * @param {Record<string, string>} [globals]
 */
async function logOut(stage, side, page, globals) {
  if (side === 'vendor') {
    await page.evaluate(() => Reflect.get(globalThis, 'sdk').auth.logout());
    return;
  }
  await stage.button(page, { platform, storeId: 'demo-store', baseUrl: apiBase(stage) }, globals);
  const event = await stage.click(page);
  if (event?.type !== 'logged-out') throw new Error(unexpected(event));
}

/**
 * Who is signed in at the end. The element checks several times, the last time after ten seconds.
 *
 * @param {readonly Page[]} pages
 */
async function verdict(pages) {
  const isNobody = async () => (await Promise.all(pages.map(whoIsIn))).every((who) => who === 'nobody');
  return (await lasting(isNobody, 1000, 5000)) ? 'signed out' : 'member back';
}

/**
 * @param {{ handedOver?: Record<string, string>, options?: SdkOptions }} situation
 * @returns {Case['play']}
 */
const sameTab =
  ({ handedOver = {}, options }) =>
  async (stage, side) => {
    const page = await memberTab(stage, options);
    const refreshArrives = await beginRefresh(page, 'asked for');
    await logOut(stage, side, page, handedOver);
    await refreshArrives();
    return verdict([page]);
  };

/**
 * @param {'asked for' | 'by itself'} how
 * @returns {Case['play']}
 */
const acrossTabs = (how) => async (stage, side) => {
  const page = await memberTab(stage, { member: how === 'by itself' ? ENDING_SOON : {} });
  const other = await otherTab(stage);
  const refreshArrives = await beginRefresh(other, how);
  await logOut(stage, side, page);
  await refreshArrives();
  return verdict([page, other]);
};

/** @type {readonly Case[]} */
export const lateRefreshCommerceEngine = [
  {
    platform,
    title: 'refresh in flight, same tab',
    play: sameTab({}),
    vendor: 'member back',
    ours: 'signed out',
  },
  {
    platform,
    title: 'refresh in flight, same tab, SDK handed over',
    play: sameTab({ handedOver: { sdk: 'sdk' } }),
    vendor: 'member back',
    ours: 'signed out',
  },
  {
    platform,
    title: 'refresh in flight, same tab, SDK with tokens in memory handed over',
    play: sameTab({ handedOver: { sdk: 'sdk' }, options: { storage: 'memory' } }),
    vendor: 'member back',
    ours: 'signed out',
  },
  {
    platform,
    title: 'refresh in flight, same tab, SDK and its memory as a token store handed over',
    play: sameTab({ handedOver: { sdk: 'sdk', tokens: 'tokenStore' }, options: { storage: 'memory' } }),
    vendor: 'member back',
    ours: 'signed out',
  },
  {
    platform,
    title: 'refresh in flight, other tab',
    play: acrossTabs('asked for'),
    vendor: 'member back',
    ours: 'signed out',
  },
  {
    platform,
    title: 'the SDK refreshes a token that ends soon, other tab',
    play: acrossTabs('by itself'),
    vendor: 'member back',
    ours: 'signed out',
  },
];
