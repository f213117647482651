import { bodyOf } from '../answer-body.js';
import { responseOf } from './answer.js';

/** @import { Answer, Fault } from '../types.js' */

const DRIP = 100;

/**
 * What can go wrong on a connection, as far as a worker can bring it about. It has no connection to break: a reset is
 * a fetch that fails, which a page cannot tell apart; but no browser sends it a second time by itself, and a page that
 * navigates there shows the browser's own error. Nor can it refuse CORS or a preflight, because all is one origin.
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
 * A body that brings its text, and then goes on as `next` says.
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
