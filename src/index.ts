import type { ConnectionSettings } from './logout/connection.js';
import {
  logout as logoutOfRegistered,
  offerPlatforms,
  signedIn as signedInToRegistered,
} from './logout/on-demand.js';
import type { LogoutOutcome } from './logout/outcome.js';
import { findPlatform } from './platforms/registry.js';

export type * from './core.js';
export { memoryTokens, pairPlace, registerPlatform } from './core.js';
export { StoreLogoutElement } from './elements/store-logout.js';
export { StoreSessionElement } from './elements/store-session.js';
export { registerLanguage, type Strings } from './lang/languages.js';
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
 * Signs out, as `<store-logout>` does. Knows the built-in platforms by name, and those that were registered.
 *
 * @param settings the connection, as on the elements
 * @param target where the events are dispatched; the document if none
 * @returns {Promise<LogoutOutcome>} never rejects
 */
export function logout(settings: ConnectionSettings, target?: EventTarget): Promise<LogoutOutcome> {
  return logoutOfRegistered(knowing(settings), target);
}

/**
 * The page's word that somebody has just signed in, for pages that do so without being loaded anew: nothing of the
 * new session is taken for the old one's, and buttons go back to `idle`, in other tabs too.
 *
 * @param settings the connection, as on the elements
 */
export function signedIn(settings: ConnectionSettings): void {
  signedInToRegistered(knowing(settings));
}

/** What a page has registered under such a name comes first. */
function knowing(settings: ConnectionSettings): ConnectionSettings {
  const { platform } = settings;
  if (typeof platform === 'string' && !findPlatform(platform)) {
    offerPlatforms(() => import('./platforms/all.js'));
  }
  return settings;
}
