/** @import { CDPSession } from 'puppeteer-core' */

/** One garbage collection may leave garbage; three do not. */
const COLLECTIONS = 3;

/**
 * The number of live DOM nodes and event listeners.
 *
 * @param {CDPSession} session
 */
export async function domCounters(session) {
  for (let run = 0; run < COLLECTIONS; run++) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  return { nodes, listeners };
}
