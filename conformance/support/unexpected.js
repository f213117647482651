/**
 * The result for an unexpected or missing event of the element.
 *
 * @param {Record<string, unknown> | undefined} event
 */
export const unexpected = (event) =>
  event ? `the element said ${JSON.stringify(event)}` : 'the element said nothing';
