/**
 * @typedef {Awaited<ReturnType<typeof import('../servers/medusa.js').startMedusa>>} Medusa
 * @typedef {Awaited<ReturnType<typeof import('../servers/wordpress/server.js').startWordPress>>} WordPress
 * @typedef {{ medusa?: Medusa, wordpress?: WordPress }} Running
 */

/** The servers that run now, for cases that need more than a server's address. @type {Running} */
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
