import { parseBody } from '../parse-body.js';
import { parseCookies } from '../platforms/shared/cookies.js';

/** @import { IncomingMessage } from 'node:http' */
/** @import { SimulatedRequest } from '../types.js' */

/**
 * @param {IncomingMessage} message
 * @param {string} prefix  where the simulators are mounted in this server
 * @returns {Promise<{ request: SimulatedRequest, url: string }>}
 */
export async function readRequest(message, prefix) {
  const scheme = 'encrypted' in message.socket ? 'https' : 'http';
  const url = new URL(message.url ?? '/', `${scheme}://${message.headers.host ?? 'localhost'}`);
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, String(value ?? '')]),
  );
  const request = {
    method: message.method ?? 'GET',
    origin: url.origin,
    basePath: prefix,
    path: url.pathname.slice(prefix.length),
    query: Object.fromEntries(url.searchParams),
    headers,
    cookies: parseCookies(headers.cookie ?? ''),
    body: parseBody(await textOf(message), headers['content-type'] ?? ''),
  };
  return { request, url: url.href };
}

/** @param {IncomingMessage} message */
async function textOf(message) {
  const chunks = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
