/**
 * What to say of an event of the element that is not the one that was due.
 *
 * @param {Record<string, unknown> | undefined} event
 */
export const unexpected = (event) =>
  event ? `the element said ${JSON.stringify(event)}` : 'the element said nothing';
