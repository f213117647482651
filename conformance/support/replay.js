/**
 * Logs out, and tries before and after it whether what a thief had copied still opens anything. Without the try
 * before, a check that can never succeed would pass for the end of the session.
 *
 * @param {() => Promise<readonly string[]>} whatWorks  the names of the copied things that are still good
 * @param {readonly string[]} expected  what must be good before
 * @param {() => Promise<string>} logOut  answers with what the page was told
 */
export async function replay(whatWorks, expected, logOut) {
  const before = (await whatWorks()).join(', ');
  if (before !== expected.join(', ')) return `before the logout, only "${before}" worked`;
  const told = await logOut();
  const after = await whatWorks();
  return `${told}; replayed: ${after.length ? `${after.join(', ')} still good` : 'refused'}`;
}

/**
 * What the element said, in short.
 *
 * @param {Record<string, any> | undefined} event
 */
export const said = (event) =>
  event
    ? `${event.type} ${event.ok ? event.server : event.reason}${event.verified ? ', verified' : ''}`
    : 'the element said nothing';
