/** @import { CDPSession } from 'puppeteer-core' */

/** Until nothing more is found that is gone. */
const COLLECTIONS = 3;

/**
 * The DOM nodes and event listeners that are alive.
 *
 * @param {CDPSession} session
 */
export async function domCounters(session) {
  for (let run = 0; run < COLLECTIONS; run++) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  return { nodes, listeners };
}
