/** @import { Answer } from './types.js' */

/** @param {Answer} answer */
export const bodyOf = ({ json, html, text }) =>
  json === undefined ? (html ?? text ?? '') : JSON.stringify(json);

/** @param {Answer} answer */
export function contentTypeOf({ json, html, text }) {
  if (json !== undefined) return 'application/json; charset=utf-8';
  if (html !== undefined) return 'text/html; charset=utf-8';
  return text === undefined ? undefined : 'text/plain; charset=utf-8';
}
