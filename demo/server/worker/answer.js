import { bodyOf, contentTypeOf } from '../answer-body.js';

/** @import { Answer } from '../types.js' */

/** A `Response` with one of these statuses may not have a body. */
const BODILESS = [204, 205, 304];

/**
 * @param {Answer} answer
 * @param {string} url  of the request
 * @param {BodyInit} [body]  in place of the answer's own
 */
export function responseOf(answer, url, body = bodyOf(answer)) {
  const headers = new Headers({ 'Cache-Control': 'no-store', ...answer.headers });
  const type = contentTypeOf(answer);
  if (type) headers.set('Content-Type', type);
  const location = headers.get('Location');
  // A worker's answer has no address of its own, so a relative address would have no base.
  if (location) headers.set('Location', new URL(location, url).href);
  return new Response(BODILESS.includes(answer.status) ? null : body, { status: answer.status, headers });
}
