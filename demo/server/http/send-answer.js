import { bodyOf, contentTypeOf } from '../answer-body.js';
import { serializeCookie } from '../platforms/shared/cookies.js';

/** @import { ServerResponse } from 'node:http' */
/** @import { Answer } from '../types.js' */

/**
 * @param {ServerResponse} response
 * @param {Answer} answer
 */
export function sendAnswer(response, answer) {
  const body = bodyOf(answer);
  sendHead(response, answer, body ? Buffer.byteLength(body) : undefined);
  response.end(body);
}

/**
 * @param {ServerResponse} response
 * @param {Answer} answer
 * @param {number} [length]  of the body, as announced
 */
export function sendHead(response, answer, length) {
  const type = contentTypeOf(answer);
  if (type) response.setHeader('Content-Type', type);
  if (length !== undefined) response.setHeader('Content-Length', length);
  if (answer.cookies) response.setHeader('Set-Cookie', answer.cookies.map(serializeCookie));
  response.setHeader('Cache-Control', 'no-store');
  // When a kept-alive connection breaks, browsers resend the request by themselves. So none is kept alive.
  response.setHeader('Connection', 'close');
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  response.writeHead(answer.status);
}
