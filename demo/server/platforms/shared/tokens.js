/** A random, URL-safe string that cannot be guessed. */
export const randomId = (bytes = 16) => toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));

/**
 * A token in the shape of a JWT, for pages that read its claims. The signature is random: the server
 * recognises the token because it remembers it, see `sessions.js`.
 *
 * @param {Record<string, unknown>} claims
 */
export function jwt(claims) {
  const encode = (/** @type {unknown} */ part) => toBase64Url(new TextEncoder().encode(JSON.stringify(part)));
  return [
    encode({ alg: 'HS256', typ: 'JWT' }),
    encode({ iat: Math.floor(Date.now() / 1000), ...claims }),
    randomId(32),
  ].join('.');
}

/** @param {string} text */
export const toBase64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** @param {Uint8Array} bytes */
function toBase64Url(bytes) {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
