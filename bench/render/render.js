import { OTHERS, OURS } from '../pages/buttons.js';
import { openWall } from '../pages/open-wall.js';
import { asVisitor } from '../support/browser.js';
import { repeat } from '../support/exact.js';
import { sideBySide } from '../support/side-by-side.js';
import { countElements } from './count-elements.js';
import { playCycle } from './cycle.js';

/** @import { Browser } from 'puppeteer-core' */
/** @import { Ratio } from '../support/ratios.js' */
/** @import { ElementCounts } from './count-elements.js' */

const COUNT = 1000;
const ROUNDS = 9;
const RUNS = 3;
const CHECKS = 2;

/** @typedef {Partial<ElementCounts> & { time?: Ratio }} RenderFigures */

/**
 * Measures how a thousand buttons are created, upgraded, rendered and removed.
 *
 * @param {Browser} browser
 * @returns {Promise<Record<string, RenderFigures>>}
 */
export async function measureRendering(browser) {
  const buttons = [OURS, ...OTHERS];
  const wall = await openWall(buttons);
  try {
    return await sideBySide(buttons, {
      nameOf: ({ name }) => name,
      timeOf: (button) =>
        asVisitor(browser, async (page) => {
          await page.goto(wall.addressOf(button));
          return playCycle(page, button.markup, COUNT);
        }),
      countsOf: (button) => countElements(browser, wall, button, COUNT),
      reference: OURS,
      rounds: ROUNDS,
      runs: RUNS,
    });
  } finally {
    wall.stop();
  }
}

/**
 * The counts, without times, of the element alone.
 *
 * @param {Browser} browser
 * @returns {Promise<Record<string, ElementCounts[]>>} in each run
 */
export async function countRendering(browser) {
  const wall = await openWall([OURS]);
  try {
    return {
      [OURS.name]: await repeat(CHECKS, () => countElements(browser, wall, OURS, COUNT)),
    };
  } finally {
    wall.stop();
  }
}
