import { asVisitor } from '../support/browser.js';
import { startCounting, takeCalls } from '../support/calls.js';
import { domCounters } from '../support/dom-counters.js';
import { watchPage } from '../support/watch-page.js';
import { removeAll, showAll } from './cycle.js';

/** @import { Browser } from 'puppeteer-core' */
/** @import { Button } from '../pages/buttons.js' */
/** @import { Wall } from '../pages/open-wall.js' */
/** @import { PageCounts } from '../support/watch-page.js' */

/**
 * @typedef {object} ElementCounts  counts of the elements and of their effects on the page
 * @property {number} nodes  while they are shown
 * @property {number} listeners
 * @property {number} pageListeners  the listeners on the window and the document
 * @property {number} channels
 * @property {number} timers
 * @property {number} calls  function calls until the elements are removed; bundled dependencies count too
 */

/**
 * Creates, upgrades, renders and removes `count` elements on a fresh page.
 *
 * @param {Browser} browser
 * @param {Wall} wall
 * @param {Button} button
 * @param {number} count
 * @returns {Promise<ElementCounts>}
 */
export function countElements(browser, { addressOf }, button, count) {
  return asVisitor(browser, async (page, session) => {
    await page.evaluateOnNewDocument(watchPage);
    await page.goto(addressOf(button));
    const before = await domCounters(session);
    await startCounting(session);
    await showAll(page, button.markup, count);
    const shown = await domCounters(session);
    /** @type {PageCounts} */
    const { pageListeners, channels, timers } = await page.evaluate(() =>
      Reflect.get(globalThis, 'pageCounts'),
    );
    await removeAll(page);
    return {
      nodes: shown.nodes - before.nodes,
      listeners: shown.listeners - before.listeners,
      pageListeners,
      channels,
      timers,
      calls: await takeCalls(session),
    };
  });
}
