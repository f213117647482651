import { openShop } from '../pages/open-shop.js';
import { CLIENTS, OURS } from '../pages/subjects.js';
import { asVisitor } from '../support/browser.js';
import { startCounting, takeCalls } from '../support/calls.js';
import { repeat } from '../support/exact.js';
import { pause } from '../support/pause.js';
import { sideBySide } from '../support/side-by-side.js';
import { watchPage } from '../support/watch-page.js';

/** @import { Browser, Page } from 'puppeteer-core' */
/** @import { Shop } from '../pages/open-shop.js' */
/** @import { Subject } from '../pages/subjects.js' */
/** @import { Chromium } from '../support/browser.js' */
/** @import { Ratio } from '../support/ratios.js' */
/** @import { PageCounts } from '../support/watch-page.js' */

const ROUNDS = 9;
const RUNS = 3;
const CHECKS = 2;
/** Time for a page's own work after it has loaded. */
const SETTLE_MS = 500;
const EVALUATED_MS = 200;
/** The page, and its script. */
const PAGE_REQUESTS = 2;

const [OUR] = /** @type {readonly [Subject]} */ (/** @type {unknown} */ (OURS));

/**
 * @typedef {object} OwnCounts  counts of a loaded page
 * @property {number} calls  function calls; running the module itself is one
 * @property {number} requests  without those for the page and its script
 * @property {boolean} [inCache]  whether the browser keeps the page in its back/forward cache
 *
 * @typedef {OwnCounts & PageCounts} IdleCounts
 * @typedef {Partial<IdleCounts> & { time?: Ratio }} IdleFigures
 */

/**
 * Measures what a button costs before anybody clicks it.
 *
 * @param {Chromium} chromium
 * @returns {Promise<Record<string, IdleFigures>>}
 */
export async function measureIdle(chromium) {
  const subjects = [OUR, ...CLIENTS];
  const shop = await openShop(subjects);
  try {
    return await sideBySide(subjects, {
      nameOf: ({ name }) => name,
      timeOf: (subject) => scriptTime(chromium.browser, shop, subject),
      countsOf: (subject) => count(chromium, shop, subject),
      reference: OUR,
      rounds: ROUNDS,
      runs: RUNS,
    });
  } finally {
    shop.stop();
  }
}

/**
 * The counts, without times, of the element alone.
 *
 * @param {Chromium} chromium
 * @returns {Promise<Record<string, IdleCounts[]>>} in each run
 */
export async function countIdle(chromium) {
  const shop = await openShop([OUR]);
  try {
    return { [OUR.name]: await repeat(CHECKS, () => count(chromium, shop, OUR)) };
  } finally {
    shop.stop();
  }
}

/**
 * How long scripts have run since the page began.
 *
 * @param {Browser} browser
 * @param {Shop} shop
 * @param {Subject} subject
 */
function scriptTime(browser, { addressOf }, { id }) {
  return asVisitor(browser, async (page, session) => {
    await session.send('Performance.enable');
    await page.goto(addressOf(id));
    await pause(EVALUATED_MS);
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN;
  });
}

/**
 * @param {Chromium} chromium
 * @param {Shop} shop
 * @param {Subject} subject
 * @returns {Promise<IdleCounts>}
 */
function count({ browser, isWhole }, { addressOf, forget, notes }, { id }) {
  return asVisitor(browser, async (page, session) => {
    await page.evaluateOnNewDocument(watchPage);
    // Counting has to start in the page's own process, so an empty page comes first.
    await page.goto(addressOf('empty'));
    await startCounting(session);
    forget();
    await page.goto(addressOf(id));
    await pause(SETTLE_MS);
    const calls = await takeCalls(session);
    /** @type {PageCounts} */
    const counts = await page.evaluate(() => Reflect.get(globalThis, 'pageCounts'));
    const arrivals = notes.arrivals.filter(({ isPreflight }) => !isPreflight).length;
    return {
      calls,
      requests: arrivals - PAGE_REQUESTS,
      ...counts,
      ...(isWhole && { inCache: await isKept(page, addressOf('empty')) }),
    };
  });
}

/**
 * Leaves the page, comes back, and checks whether it is the same document.
 *
 * @param {Page} page
 * @param {string} elsewhere
 */
async function isKept(page, elsewhere) {
  await page.evaluate(() => Object.assign(globalThis, { wasHere: true }));
  await page.goto(elsewhere);
  await page.goBack();
  return page.evaluate(() => 'wasHere' in globalThis);
}
