/** @import { CDPSession } from 'puppeteer-core' */

/**
 * Makes V8 count every function call. Precise coverage keeps V8 from optimising calls away.
 *
 * @param {CDPSession} session
 */
export async function startCounting(session) {
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
}

/**
 * How many function calls modules made since the last time that this was asked.
 *
 * @param {CDPSession} session
 * @returns {Promise<number>}
 */
export async function takeCalls(session) {
  const { result } = await session.send('Profiler.takePreciseCoverage');
  return result
    .filter(({ url }) => url.endsWith('.js'))
    .flatMap(({ functions }) => functions.map(({ ranges: [whole] }) => whole?.count ?? 0))
    .reduce((total, calls) => total + calls, 0);
}
