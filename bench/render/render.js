import { OTHERS, OURS } from '../pages/buttons.js';
import { openWall } from '../pages/open-wall.js';
import { asVisitor } from '../support/browser.js';
import { domCounters } from '../support/dom-counters.js';
import { exact, repeat } from '../support/exact.js';
import { interleave, ratio } from '../support/ratios.js';
import { callsOf } from './calls-of.js';
import { playCycle, removeAll, showAll } from './cycle.js';

/** @import { Browser } from 'puppeteer-core' */
/** @import { Button } from '../pages/buttons.js' */
/** @import { Ratio } from '../support/ratios.js' */

const COUNT = 1000;
const ROUNDS = 9;
const RUNS = 3;
const CHECKS = 2;

/**
 * @typedef {object} RenderCounts  of a thousand buttons
 * @property {number} nodes  while they are shown
 * @property {number} listeners
 * @property {number} calls  of functions, of the element's own and of what it is bundled with
 *
 * @typedef {Partial<RenderCounts> & { time?: Ratio }} RenderFigures
 */

/**
 * A thousand buttons are created, upgraded, rendered and removed.
 *
 * @param {Browser} browser
 * @returns {Promise<Record<string, RenderFigures>>}
 */
export async function measureRendering(browser) {
  const buttons = [OURS, ...OTHERS];
  const wall = await openWall(buttons);
  try {
    const times = await interleave(buttons, ROUNDS, (button) =>
      asVisitor(browser, async (page) => {
        await page.goto(wall.addressOf(button));
        return playCycle(page, button.markup, COUNT);
      }),
    );
    /** @type {Record<string, RenderFigures>} */
    const figures = {};
    for (const button of buttons) {
      const runs = await repeat(RUNS, () => count(browser, wall, button));
      const time = ratio(times.get(button) ?? [], times.get(OURS) ?? []);
      figures[button.name] = { ...exact(runs), time };
    }
    return figures;
  } finally {
    wall.stop();
  }
}

/**
 * What can be counted, of the element alone.
 *
 * @param {Browser} browser
 * @returns {Promise<Record<string, RenderCounts[]>>} in each run
 */
export async function countRendering(browser) {
  const wall = await openWall([OURS]);
  try {
    return { [OURS.name]: await repeat(CHECKS, () => count(browser, wall, OURS)) };
  } finally {
    wall.stop();
  }
}

/**
 * @param {Browser} browser
 * @param {Awaited<ReturnType<typeof openWall>>} wall
 * @param {Button} button
 * @returns {Promise<RenderCounts>}
 */
function count(browser, wall, button) {
  return asVisitor(browser, async (page, session) => {
    await page.goto(wall.addressOf(button));
    const before = await domCounters(session);
    await showAll(page, button.markup, COUNT);
    const shown = await domCounters(session);
    await removeAll(page);
    return {
      nodes: shown.nodes - before.nodes,
      listeners: shown.listeners - before.listeners,
      calls: await callsOf(page, session, button.markup, COUNT),
    };
  });
}
