import { responseOf } from './answer.js';
import { FAULTS } from './faults.js';

/** @import { Exchange } from '../types.js' */
/** @import { CookieJar } from './cookie-jar.js' */

/**
 * Makes the answer of an exchange, or fails by its fault, and completes the log.
 *
 * @param {Exchange} exchange
 * @param {Request} request
 * @param {CookieJar} jar
 * @returns {Promise<Response>}
 */
export async function carryOut({ answer, delay, fault, entry, dropped }, request, jar) {
  request.signal.addEventListener('abort', () => {
    if (entry?.status === null) entry.abandoned = true;
  });
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
  const response = fault ? FAULTS[fault](answer, request.url) : responseOf(answer, request.url);
  const result = await Promise.race([response, isDropped(dropped)]);
  if (result.type === 'error') return result;
  jar.keep(answer.cookies);
  if (entry) Object.assign(entry, { status: answer.status, answered: Date.now() });
  return result;
}

/**
 * @param {AbortSignal | undefined} dropped
 * @returns {Promise<Response>}
 */
function isDropped(dropped) {
  return new Promise((resolve) => {
    dropped?.addEventListener('abort', () => resolve(Response.error()));
  });
}
