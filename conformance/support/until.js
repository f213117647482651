import { setTimeout as sleep } from 'node:timers/promises';

const INTERVAL = 20;

/**
 * Waits until `condition` answers with a truthy value.
 *
 * @template T
 * @param {() => T | Promise<T>} condition
 * @param {number} limit  ms
 * @returns {Promise<T | undefined>} the answer; `undefined` if the time is up
 */
export async function until(condition, limit) {
  for (const end = Date.now() + limit; Date.now() < end; await sleep(INTERVAL)) {
    const value = await condition();
    if (value) return value;
  }
  return undefined;
}

/**
 * Waits until `condition` has held without a break for `span`, because another tab's change takes a moment to arrive.
 *
 * @param {() => Promise<boolean>} condition
 * @param {number} span  ms
 * @param {number} limit  ms
 */
export async function lasting(condition, span, limit) {
  let since = Infinity;
  const held = await until(async () => {
    since = (await condition()) ? Math.min(since, Date.now()) : Infinity;
    return Date.now() - since >= span;
  }, limit);
  return held === true;
}
