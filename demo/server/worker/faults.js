import { bodyOf } from '../answer-body.js';
import { responseOf } from './answer.js';

/** @import { Answer, Fault } from '../types.js' */

const DRIP = 100;

/**
 * The faults that a worker can simulate. It has no connection to break, so a reset is a failed fetch. A page cannot see
 * the difference. But no browser sends such a request a second time by itself, and a page that navigates there shows the
 * browser's own error. A worker cannot refuse CORS or a preflight, because there is only one origin.
 *
 * @type {Record<Fault, (answer: Answer, url: string) => Response | Promise<Response>>}
 */
export const FAULTS = {
  reset: () => Response.error(),
  'reset-after': () => Response.error(),
  hang: () => new Promise(() => {}),
  'half-open': (answer, url) =>
    responseOf(
      answer,
      url,
      stream(answer, () => {}),
    ),
  truncate: (answer, url) => {
    const half = bodyOf(answer);
    return responseOf(
      answer,
      url,
      stream({ text: half.slice(0, Math.ceil(half.length / 2)) }, (body) =>
        body.error(new Error('Cut off.')),
      ),
    );
  },
  drip: (answer, url) => responseOf(answer, url, dripping()),
  loop: responseOf,
  big: responseOf,
};

/**
 * A body that sends its text, and then continues with `next`.
 *
 * @param {Pick<Answer, 'json' | 'html' | 'text'>} answer
 * @param {(body: ReadableStreamDefaultController<Uint8Array>) => void} next
 */
function stream(answer, next) {
  let isSent = false;
  return new ReadableStream({
    pull(body) {
      if (isSent) {
        next(body);
        return;
      }
      isSent = true;
      const text = bodyOf({ status: 200, ...answer });
      // An empty piece is not allowed.
      if (text) body.enqueue(new TextEncoder().encode(text));
      else next(body);
    },
  });
}

function dripping() {
  /** @type {ReturnType<typeof setInterval>} */
  let timer;
  return new ReadableStream({
    start(body) {
      timer = setInterval(() => body.enqueue(new TextEncoder().encode(' ')), DRIP);
    },
    cancel: () => clearInterval(timer),
  });
}
