/**
 * @typedef {Awaited<ReturnType<typeof import('../servers/medusa.js').startMedusa>>} Medusa
 * @typedef {Awaited<ReturnType<typeof import('../servers/wordpress/server.js').startWordPress>>} WordPress
 * @typedef {{ medusa?: Medusa, wordpress?: WordPress }} Running
 */

/** What runs at the moment, for cases that want more of a server than its address. @type {Running} */
export const running = {};

/** @returns {Medusa} */
export function medusa() {
  if (!running.medusa) throw new Error('Medusa was not started.');
  return running.medusa;
}

/** @returns {WordPress} */
export function wordpress() {
  if (!running.wordpress) throw new Error('WordPress was not started.');
  return running.wordpress;
}
