/** @import { Cookie, SimulatedRequest } from '../../types.js' */

/**
 * A cookie that only the platform under this base path gets, so that realms stay separate in one jar.
 *
 * @param {SimulatedRequest} request
 * @param {string} name
 * @param {string} value
 * @param {string} [below]  a narrower path inside the platform
 * @returns {Cookie}
 */
export const sessionCookie = ({ basePath, origin }, name, value, below = '') => ({
  name,
  value,
  path: basePath + below,
  httpOnly: true,
  secure: origin.startsWith('https:'),
  sameSite: 'Lax',
});

/**
 * @param {SimulatedRequest} request
 * @param {string} name
 * @param {string} [below]
 * @returns {Cookie}
 */
export const removedCookie = (request, name, below) => ({
  ...sessionCookie(request, name, '', below),
  maxAge: 0,
});

/** @param {Cookie} cookie */
export function serializeCookie({ name, value, path, httpOnly, secure, sameSite, maxAge }) {
  const parts = [`${name}=${value}`, `Path=${path}`];
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`);
  if (maxAge === 0) parts.push('Expires=Thu, 01 Jan 1970 00:00:00 GMT');
  if (httpOnly) parts.push('HttpOnly');
  if (secure) parts.push('Secure');
  if (sameSite) parts.push(`SameSite=${sameSite}`);
  return parts.join('; ');
}

/**
 * @param {string} header
 * @returns {Record<string, string>}
 */
export function parseCookies(header) {
  /** @type {[string, string][]} */
  const pairs = header.split(/; */).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
  });
  return Object.fromEntries(pairs);
}
