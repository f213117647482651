import { setTimeout as sleep } from 'node:timers/promises';
import { FAULTS } from './faults.js';
import { sendAnswer } from './send-answer.js';

/** @import { ServerResponse } from 'node:http' */
/** @import { Exchange, Fault } from '../types.js' */

/** @type {readonly (Fault | undefined)[]} */
const CUT_BY_US = ['reset', 'reset-after', 'truncate'];

/**
 * Sends the answer of an exchange, or breaks the connection by its fault, and completes the log.
 *
 * @param {ServerResponse} response
 * @param {Exchange} exchange
 */
export async function carryOut(response, { answer, delay, fault, entry, dropped }) {
  const gone = new AbortController();
  const drop = () => response.destroy();
  dropped?.addEventListener('abort', drop);
  response.once('close', () => {
    gone.abort();
    dropped?.removeEventListener('abort', drop);
    if (entry && !response.writableFinished && !CUT_BY_US.includes(fault)) entry.abandoned = true;
  });
  // A client that closes the connection meanwhile needs no answer.
  if (delay > 0) await sleep(delay, undefined, { signal: gone.signal }).catch(() => {});
  if (response.destroyed) return;
  // The time is taken first, because the page may have the answer before the next lines run.
  const answered = Date.now();
  if (fault) FAULTS[fault](response, answer);
  else sendAnswer(response, answer);
  if (entry && response.headersSent) Object.assign(entry, { status: answer.status, answered });
}
