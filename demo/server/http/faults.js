import { bodyOf } from '../answer-body.js';
import { sendAnswer, sendHead } from './send-answer.js';

/** @import { ServerResponse } from 'node:http' */
/** @import { Answer, Fault } from '../types.js' */

/** Time for the sent bytes to reach the client before the connection breaks. */
const FLUSH = 20;
const DRIP = 100;
const NEVER_SENT = 1000;

/**
 * The faults of the connection itself.
 *
 * @type {Record<Fault, (response: ServerResponse, answer: Answer) => void>}
 */
export const FAULTS = {
  reset: cut,
  'reset-after': cut,
  hang: () => {},
  'half-open': (response, answer) => {
    sendHead(response, answer, lengthBeyond(answer));
    response.flushHeaders();
  },
  truncate: (response, answer) => {
    sendHead(response, answer, lengthBeyond(answer));
    const body = bodyOf(answer);
    response.write(body.slice(0, Math.ceil(body.length / 2)), () => setTimeout(cut, FLUSH, response));
  },
  drip: (response, answer) => {
    sendHead(response, answer);
    const timer = setInterval(() => response.write(' '), DRIP);
    response.once('close', () => clearInterval(timer));
  },
  loop: sendAnswer,
  big: sendAnswer,
};

/** @param {ServerResponse} response */
function cut(response) {
  response.socket?.resetAndDestroy();
}

/** @param {Answer} answer */
const lengthBeyond = (answer) => Buffer.byteLength(bodyOf(answer)) + NEVER_SENT;
