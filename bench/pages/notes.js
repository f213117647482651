/**
 * What a shop's servers have noted.
 *
 * @typedef {object} Notes
 * @property {Arrival[]} arrivals
 * @property {number[]} connections  the times at which connections to the vendors' server were opened
 *
 * @typedef {object} Arrival  a request
 * @property {number} time
 * @property {'shop' | 'vendor'} at
 * @property {boolean} isPreflight
 */

/** In ms, on the machine's monotonic clock. The browser uses the same clock. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;
