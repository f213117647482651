import { CLIENTS, OURS } from '../pages/subjects.js';
import { openShop } from '../pages/open-shop.js';
import { asVisitor } from '../support/browser.js';
import { exact, repeat } from '../support/exact.js';
import { pause } from '../support/pause.js';
import { interleave, ratio } from '../support/ratios.js';
import { watchClick } from './watch-click.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { Shop } from '../pages/open-shop.js' */
/** @import { Subject } from '../pages/subjects.js' */
/** @import { Chromium } from '../support/browser.js' */
/** @import { Ratio } from '../support/ratios.js' */
/** @import { Click } from './watch-click.js' */

const ROUNDS = 9;
const CHECKS = 2;
/** Time for a page's own work after it has loaded. */
const SETTLE_MS = 200;
/** Time between pointing at a button and pressing it. */
const AIM_MS = 200;

/**
 * @typedef {object} ClickCounts
 * @property {boolean} inSameTask  whether the page sent the request in the click's own task
 * @property {number} [connections]  opened after the click; 0 if one was ready
 * @property {number} preflights
 * @property {number} requests  to any server until the client was done, without preflights
 *
 * @typedef {Partial<ClickCounts> & { time?: Ratio }} ClickFigures
 */

/**
 * Measures from the click to the arrival of the request.
 *
 * @param {Chromium} chromium
 * @returns {Promise<Record<string, ClickFigures>>}
 */
export async function measureClicks(chromium) {
  const subjects = [...OURS, ...CLIENTS];
  const shop = await openShop(subjects);
  try {
    /** @type {Map<Subject, ClickCounts[]>} */
    const runs = new Map(subjects.map((subject) => [subject, []]));
    const times = await interleave(subjects, ROUNDS, async (subject) => {
      const { time, counts } = await clickOnce(chromium, shop, subject);
      runs.get(subject)?.push(counts);
      return time;
    });
    const [first] = times.values();
    return Object.fromEntries(
      [...times].map(([subject, each]) => [
        subject.name,
        { ...exact(runs.get(subject) ?? []), time: ratio(each, first ?? []) },
      ]),
    );
  } finally {
    shop.stop();
  }
}

/**
 * The counts, without times, of the element alone.
 *
 * @param {Chromium} chromium
 * @returns {Promise<Record<string, ClickCounts[]>>} in each run
 */
export async function countClicks(chromium) {
  const shop = await openShop(OURS);
  try {
    /** @type {Record<string, ClickCounts[]>} */
    const runs = {};
    for (const subject of OURS) {
      runs[subject.name] = await repeat(
        CHECKS,
        async () => (await clickOnce(chromium, shop, subject)).counts,
      );
    }
    return runs;
  } finally {
    shop.stop();
  }
}

/**
 * @param {Chromium} chromium
 * @param {Shop} shop
 * @param {Subject} subject
 */
function clickOnce({ browser, isWhole }, { addressOf, forget, notes }, { id, button }) {
  return asVisitor(browser, async (page, session) => {
    await page.evaluateOnNewDocument(watchClick);
    await session.send('Performance.enable', { timeDomain: 'timeTicks' });
    forget();
    await page.goto(addressOf(id));
    await pause(SETTLE_MS);
    const { x, y } = await centreOf(page, button);
    await page.mouse.move(x, y);
    await pause(AIM_MS);
    const [before, ready] = [notes.arrivals.length, notes.connections.length];

    await page.mouse.click(x, y);
    await page.waitForFunction(() => Reflect.get(globalThis, 'click').done !== undefined, { polling: 5 });
    /** @type {Required<Click>} */
    const { clicked, inSameTask, done } = await page.evaluate(() => Reflect.get(globalThis, 'click'));
    const { metrics } = await session.send('Performance.getMetrics');
    const origin = (metrics.find(({ name }) => name === 'NavigationStart')?.value ?? NaN) * 1000;
    const arrivals = notes.arrivals.slice(before).filter(({ time }) => time < origin + done);
    const requests = arrivals.filter(({ isPreflight }) => !isPreflight);
    return {
      time: (requests.find(({ at }) => at === 'vendor')?.time ?? NaN) - (origin + clicked),
      counts: {
        inSameTask,
        ...(isWhole && {
          connections: notes.connections.slice(ready).filter((time) => time < origin + done).length,
        }),
        preflights: arrivals.length - requests.length,
        requests: requests.length,
      },
    };
  });
}

/**
 * @param {Page} page
 * @param {string} selector
 */
async function centreOf(page, selector) {
  const box = await (await page.$(selector))?.boundingBox();
  if (!box) throw new Error(`${page.url()} shows no ${selector}.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
