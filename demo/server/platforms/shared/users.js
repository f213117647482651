import { randomId } from './tokens.js';

/** @import { SignInOptions, User } from '../../types.js' */

/**
 * @param {Partial<User>} [details]
 * @returns {User}
 */
export const member = (details) => ({
  id: randomId(9),
  email: 'nora@example.com',
  firstName: 'Nora',
  lastName: 'Al Harbi',
  ...details,
});

/** @returns {User} */
export const visitor = () => ({ id: randomId(9), email: '', firstName: '', lastName: '' });

/**
 * When a new access token expires, in ms since 1970.
 *
 * @param {SignInOptions} options
 * @param {number} lifetime  the platform's usual one, in seconds
 */
export const expiryOf = ({ expired, expiresIn }, lifetime) =>
  Date.now() + (expired ? -60 : (expiresIn ?? lifetime)) * 1000;
