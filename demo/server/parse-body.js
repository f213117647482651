/**
 * A request's body as data, as far as its type says that it is data.
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
