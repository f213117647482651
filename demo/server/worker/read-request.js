import { parseBody } from '../parse-body.js';

/** @import { SimulatedRequest } from '../types.js' */
/** @import { CookieJar } from './cookie-jar.js' */

/**
 * @param {Request} message
 * @param {string} prefix  path below which the simulators answer
 * @param {CookieJar} jar
 * @returns {Promise<SimulatedRequest>}
 */
export async function readRequest(message, prefix, jar) {
  const url = new URL(message.url);
  const cookies = message.credentials === 'omit' ? {} : jar.for(url.pathname);
  const headers = { ...Object.fromEntries(message.headers), ...addedByBrowser(message, cookies) };
  return {
    method: message.method,
    origin: url.origin,
    basePath: prefix,
    path: url.pathname.slice(prefix.length),
    query: Object.fromEntries(url.searchParams),
    headers,
    cookies,
    body: parseBody(await message.text(), message.headers.get('content-type') ?? ''),
  };
}

/**
 * The headers that a browser adds only to requests to a real server.
 *
 * @param {Request} message
 * @param {Record<string, string>} cookies
 * @returns {Record<string, string>}
 */
function addedByBrowser({ destination, mode }, cookies) {
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  return {
    'sec-fetch-dest': destination || 'empty',
    'sec-fetch-mode': mode,
    ...(pairs.length && { cookie: pairs.join('; ') }),
  };
}
