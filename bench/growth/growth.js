import { OURS } from '../pages/buttons.js';
import { openWall } from '../pages/open-wall.js';
import { callsOf } from '../render/calls-of.js';
import { playCycle, removeAll, showAll } from '../render/cycle.js';
import { asVisitor } from '../support/browser.js';
import { domCounters } from '../support/dom-counters.js';
import { exact, repeat } from '../support/exact.js';
import { interleave, ratio } from '../support/ratios.js';
import { watchPage } from '../support/watch-page.js';

/** @import { Browser } from 'puppeteer-core' */
/** @import { Ratio } from '../support/ratios.js' */

const SIZES = [1, 10, 100, 1000, 10_000];
const CHECKED = [1, 10, 1000];
/** Fewer are over too soon to take their time. */
const TIMED = [100, 1000, 10_000];
const REFERENCE = 1000;
const ROUNDS = 5;
const RUNS = 2;

/**
 * @typedef {object} GrowthCounts  of a page with that many elements
 * @property {number} nodes
 * @property {number} listeners
 * @property {number} calls
 * @property {number} channels
 * @property {number} pageListeners
 * @property {number} timers
 *
 * @typedef {Partial<GrowthCounts> & { time?: Ratio }} GrowthFigures  the time is that of one element
 */

/**
 * From one element to ten thousand.
 *
 * @param {Browser} browser
 * @returns {Promise<Record<string, GrowthFigures>>}
 */
export async function measureGrowth(browser) {
  const wall = await openWall([OURS]);
  try {
    const times = await interleave(TIMED, ROUNDS, (size) =>
      asVisitor(browser, async (page) => {
        await page.goto(wall.addressOf(OURS));
        return (await playCycle(page, OURS.markup, size)) / size;
      }),
    );
    /** @type {Record<string, GrowthFigures>} */
    const figures = {};
    for (const size of SIZES) {
      const runs = await repeat(RUNS, () => count(browser, wall, size));
      const each = times.get(size);
      figures[size] = { ...exact(runs), ...(each && { time: ratio(each, times.get(REFERENCE) ?? []) }) };
    }
    return figures;
  } finally {
    wall.stop();
  }
}

/**
 * What can be counted, in fewer elements than are measured: a line is known by its beginning.
 *
 * @param {Browser} browser
 * @returns {Promise<Record<string, GrowthCounts[]>>} in each run
 */
export async function countGrowth(browser) {
  const wall = await openWall([OURS]);
  try {
    /** @type {Record<string, GrowthCounts[]>} */
    const runs = {};
    for (const size of CHECKED) runs[size] = await repeat(RUNS, () => count(browser, wall, size));
    return runs;
  } finally {
    wall.stop();
  }
}

/**
 * @param {Browser} browser
 * @param {Awaited<ReturnType<typeof openWall>>} wall
 * @param {number} size
 * @returns {Promise<GrowthCounts>}
 */
function count(browser, wall, size) {
  return asVisitor(browser, async (page, session) => {
    await page.evaluateOnNewDocument(watchPage);
    await page.goto(wall.addressOf(OURS));
    const before = await domCounters(session);
    await showAll(page, OURS.markup, size);
    const shown = await domCounters(session);
    const { channels, pageListeners, timers } = await page.evaluate(() =>
      Reflect.get(globalThis, 'pageCounts'),
    );
    await removeAll(page);
    return {
      nodes: shown.nodes - before.nodes,
      listeners: shown.listeners - before.listeners,
      calls: await callsOf(page, session, OURS.markup, size),
      channels,
      pageListeners,
      timers,
    };
  });
}
