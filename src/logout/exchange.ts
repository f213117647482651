import type { Answer } from '../client/answer.js';
import { type HttpRequest, send, type Sent } from '../client/client.js';
import { type Deadline, pause } from '../client/deadline.js';
import type { AnyFault } from './faults.js';

/** What came of one request, its automatic retries included. */
export interface Exchange {
  readonly result: { readonly answer: Answer } | { readonly fault: AnyFault };
  /** How often it was sent. */
  readonly sent: number;
  /** Whether an earlier try may have reached the server without its answer coming back. */
  readonly isSecondTry: boolean;
}

/** Time for a server or a network to recover before the one automatic retry. */
const RETRY_PAUSE_MS = 250;

/**
 * Sends `request`; once more after a fault that may pass, and once more if told to wait. Always with the same
 * credentials, and only while `mayGoOn` says so.
 *
 * @param isLater whether this logout has sent a request before
 */
export async function exchange(
  request: HttpRequest,
  deadline: Deadline,
  mayGoOn: () => boolean,
  isLater = false,
): Promise<Exchange> {
  // What comes after the first answer could reach the session of somebody who has signed in meanwhile.
  if (isLater && !mayGoOn()) return { result: { fault: 'overtaken' }, sent: 0, isSecondTry: false };
  let isSecondTry = false;
  let hasWaited = false;
  let next = request;
  for (let sent = 1; ; sent++) {
    const result = await send(next, deadline.signal);
    const answer = 'answer' in result ? result.answer : undefined;
    const wait = (answer?.retryAfter ?? Infinity) * 1000;
    const mayWait = answer?.status === 429 && !hasWaited && deadline.remaining() > wait;
    const mayRetry = !isSecondTry && mayPass(result) && deadline.remaining() > RETRY_PAUSE_MS;
    if (!mayWait && !mayRetry) return { result, sent, isSecondTry };
    if (mayWait) hasWaited = true;
    else {
      isSecondTry = true;
      next = secondTry(request, result);
    }
    await pause(mayWait ? wait : RETRY_PAUSE_MS, deadline.signal);
    if (!mayGoOn()) return { result, sent, isSecondTry: false };
  }
}

/**
 * A browser does not say why a request has failed. It may have led to another site, so no redirect is followed this
 * time; or the 64 KiB that all `keepalive` requests have for their bodies were taken.
 */
function secondTry(request: HttpRequest, first: Sent): HttpRequest {
  if (!('fault' in first)) return request;
  const hasBody = [request.json, request.form, request.body].some((each) => each !== undefined);
  return { ...request, redirect: 'manual', ...(hasBody && { keepalive: false }) };
}

/** A fault of the moment: the connection broke, a gateway had no server, or the answer was cut off. */
function mayPass(sent: Sent): boolean {
  if ('fault' in sent) return sent.fault === 'network';
  const { status, body } = sent.answer;
  return status === 502 || status === 503 || status === 504 || (status < 300 && body === 'broken');
}
