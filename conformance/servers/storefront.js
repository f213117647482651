import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @import { RequestListener } from 'node:http' */

/** The folder of the built library. */
export const BUILT = fileURLToPath(new URL('../../dist/', import.meta.url));
const MODULE = /^\/dist\/([\w./-]+\.js)$/;

const template = readFileSync(new URL('storefront.html', import.meta.url), 'utf8');

/**
 * A shop's page with the library. The case adds the tag.
 *
 * @param {string} [csrfToken]  for a `<meta>` in its head
 */
export const storefront = (csrfToken) =>
  template.replace('<!-- head -->', csrfToken ? `<meta name="csrf-token" content="${csrfToken}">` : '');

/**
 * Makes a shop's server send the library's files, too.
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
