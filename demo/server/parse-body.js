/**
 * Parses a request's body if its type is a form or JSON.
 *
 * @param {string} text
 * @param {string} type
 * @returns {unknown}
 */
export function parseBody(text, type) {
  if (text === '') return null;
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  if (!type.startsWith('application/json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
