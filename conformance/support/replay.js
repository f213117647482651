/**
 * Logs out, and tries a thief's copies before and after the logout. The try before the logout proves that a copy works
 * at all: a check that always fails would look like an ended session.
 *
 * @param {() => Promise<readonly string[]>} whatWorks  the names of the copies that still work
 * @param {readonly string[]} expected  the copies that must work before the logout
 * @param {() => Promise<string>} logOut  answers with the result that the page got
 */
export async function replay(whatWorks, expected, logOut) {
  const before = (await whatWorks()).join(', ');
  if (before !== expected.join(', ')) return `before the logout, only "${before}" worked`;
  const told = await logOut();
  const after = await whatWorks();
  return `${told}; replayed: ${after.length ? `${after.join(', ')} still good` : 'refused'}`;
}

/**
 * The element's event, in short.
 *
 * @param {Record<string, any> | undefined} event
 */
export const said = (event) =>
  event
    ? `${event.type} ${event.ok ? event.server : event.reason}${event.verified ? ', verified' : ''}`
    : 'the element said nothing';
