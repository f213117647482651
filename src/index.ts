import * as core from './core.js';
import { builtInPlatforms } from './platforms/all.js';
import { addPlatforms } from './connection/registry.js';

export type * from './core.js';
export { memoryTokens, pairPlace, registerPlatform } from './core.js';
export { StoreLogoutElement } from './elements/store-logout.js';
export { StoreSessionElement } from './elements/store-session.js';
export { registerLanguage } from './lang/languages.js';
export type { Strings } from './lang/strings.js';
export {
  BeforeLogoutEvent,
  type FailedLogoutEvent,
  type LoggedOutEvent,
  type SessionChangeEvent,
} from './logout/events.js';
export { commerceEngine } from './platforms/commerce-engine.js';
export { custom } from './platforms/custom.js';
export { salla } from './platforms/salla.js';
export { unisouk } from './platforms/unisouk.js';
export { wix } from './platforms/wix.js';

/**
 * Signs out, as `<store-logout>` does. Knows the built-in platforms and the registered ones by name.
 *
 * @param settings the connection, as on the elements
 * @param target where the events are dispatched; the document if none
 * @returns {Promise<LogoutOutcome>} never rejects
 */
export const logout: typeof core.logout = (settings, target) => {
  addPlatforms(builtInPlatforms);
  return core.logout(settings, target);
};

/**
 * Tells the library that somebody has just signed in without a page load. It then treats nothing of the new session as old,
 * and the buttons go back to `idle`, in other tabs too. Call it before the new token is stored.
 *
 * @param settings the connection, as on the elements
 */
export const signedIn: typeof core.signedIn = (settings) => {
  addPlatforms(builtInPlatforms);
  core.signedIn(settings);
};
