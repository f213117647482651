import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @import { RequestListener } from 'node:http' */

/** Where the library is, as built. */
export const BUILT = fileURLToPath(new URL('../../dist/', import.meta.url));
const MODULE = /^\/dist\/([\w./-]+\.js)$/;

const template = readFileSync(new URL('storefront.html', import.meta.url), 'utf8');

/**
 * A page of a shop with the library on it; the case puts the tag there.
 *
 * @param {string} [csrfToken]  for a `<meta>` in its head
 */
export const storefront = (csrfToken) =>
  template.replace('<!-- head -->', csrfToken ? `<meta name="csrf-token" content="${csrfToken}">` : '');

/**
 * Has a shop's server hand out the library as well.
 *
 * @param {RequestListener} listener
 * @returns {RequestListener}
 */
export const withLibrary = (listener) => (request, response) => {
  const [, file] = MODULE.exec(request.url ?? '') ?? [];
  if (!file) return listener(request, response);
  response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
  return response.end(readFileSync(`${BUILT}${file}`));
};
