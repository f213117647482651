import { startCounting, takeCalls } from '../support/calls.js';
import { domCounters } from '../support/dom-counters.js';
import { playCycle } from './cycle.js';

/** @import { CDPSession, Page } from 'puppeteer-core' */

/**
 * The function calls of a whole cycle.
 *
 * @param {Page} page
 * @param {CDPSession} session
 * @param {string} markup
 * @param {number} count
 */
export async function callsOf(page, session, markup, count) {
  await startCounting(session);
  // What is left of others is done with: their garbage would be collected, and their observers called, meanwhile.
  await playCycle(page, markup, 1);
  await domCounters(session);
  await takeCalls(session);
  await playCycle(page, markup, count);
  return takeCalls(session);
}
