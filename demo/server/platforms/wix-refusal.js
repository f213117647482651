/** @import { Answer } from '../types.js' */

const CODES = new Map([
  [400, 'INVALID_ARGUMENT'],
  [401, 'UNAUTHENTICATED'],
  [403, 'PERMISSION_DENIED'],
  [404, 'NOT_FOUND'],
]);

/**
 * Wix's error form.
 *
 * @param {number} status
 * @param {string} description
 * @returns {Answer}
 */
export const refusal = (status, description) => ({
  status,
  json: {
    message: description,
    details: { applicationError: { code: CODES.get(status) ?? 'INTERNAL', description } },
  },
  note: description,
});
