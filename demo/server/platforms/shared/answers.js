/** @import { Answer, SimulatedRequest } from '../../types.js' */

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/**
 * A whole HTML page.
 *
 * @param {string} title
 * @param {string} text
 */
export const page = (title, text) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escape(title)}</title>` +
  `<h1>${escape(title)}</h1><p>${escape(text)}</p></html>`;

/**
 * A web server's answer for an unknown path. It is not in any platform's error form.
 *
 * @returns {Answer}
 */
export const strangerNotFound = () => ({
  status: 404,
  html: page('404 Not Found', 'The requested URL was not found on this server.'),
  note: 'no such endpoint',
});

/**
 * @param {string} location
 * @param {Partial<Answer>} [rest]
 * @returns {Answer}
 */
export const redirectTo = (location, rest) => ({ status: 302, ...rest, headers: { Location: location } });

/** @param {SimulatedRequest} request */
export const wantsHtml = ({ headers }) => (headers.accept ?? '').includes('text/html');

/** @param {SimulatedRequest} request */
export const bearerOf = ({ headers }) => /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];

/**
 * A field of a JSON or form body, if it is a string.
 *
 * @param {unknown} body
 * @param {...string} keys  the path to it
 */
export function textField(body, ...keys) {
  let value = body;
  for (const key of keys)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof value === 'string' ? value : undefined;
}
