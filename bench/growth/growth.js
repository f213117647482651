import { OURS } from '../pages/buttons.js';
import { openWall } from '../pages/open-wall.js';
import { countElements } from '../render/count-elements.js';
import { playCycle } from '../render/cycle.js';
import { asVisitor } from '../support/browser.js';
import { repeat } from '../support/exact.js';
import { sideBySide } from '../support/side-by-side.js';

/** @import { Browser } from 'puppeteer-core' */
/** @import { ElementCounts } from '../render/count-elements.js' */
/** @import { Ratio } from '../support/ratios.js' */

const SIZES = [1, 10, 100, 1000, 10_000];
const CHECKED = [1, 10, 1000];
/** Fewer elements take too little time to measure. */
const TIMED = [100, 1000, 10_000];
const REFERENCE = 1000;
const ROUNDS = 5;
const RUNS = 2;

/** @typedef {Partial<ElementCounts> & { time?: Ratio }} GrowthFigures  the time is per element */

/**
 * Measures from one element to ten thousand.
 *
 * @param {Browser} browser
 * @returns {Promise<Record<string, GrowthFigures>>}
 */
export async function measureGrowth(browser) {
  const wall = await openWall([OURS]);
  try {
    return await sideBySide(SIZES, {
      nameOf: String,
      timeOf: (size) =>
        asVisitor(browser, async (page) => {
          await page.goto(wall.addressOf(OURS));
          return (await playCycle(page, OURS.markup, size)) / size;
        }),
      countsOf: (size) => countElements(browser, wall, OURS, size),
      reference: REFERENCE,
      rounds: ROUNDS,
      runs: RUNS,
      timed: TIMED,
    });
  } finally {
    wall.stop();
  }
}

/**
 * The counts, without times, for fewer sizes: the counts grow in a straight line.
 *
 * @param {Browser} browser
 * @returns {Promise<Record<string, ElementCounts[]>>} in each run
 */
export async function countGrowth(browser) {
  const wall = await openWall([OURS]);
  try {
    /** @type {Record<string, ElementCounts[]>} */
    const runs = {};
    for (const size of CHECKED)
      runs[size] = await repeat(RUNS, () => countElements(browser, wall, OURS, size));
    return runs;
  } finally {
    wall.stop();
  }
}
