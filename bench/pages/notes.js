/**
 * What the servers of a shop have seen.
 *
 * @typedef {object} Notes
 * @property {Arrival[]} arrivals
 * @property {number[]} connections  when each was opened to the vendors' server
 *
 * @typedef {object} Arrival  a request
 * @property {number} time
 * @property {'shop' | 'vendor'} at
 * @property {boolean} isPreflight
 */

/** In ms, on the machine's monotonic clock, which is the browser's too. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;
