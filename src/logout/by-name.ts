import { builtInPlatforms } from '../platforms/all.js';
import { findPlatform } from '../platforms/registry.js';
import type { ConnectionSettings } from './connection.js';
import { logout as logoutOfRegistered, signedIn as signedInToRegistered } from './on-demand.js';
import type { LogoutOutcome } from './outcome.js';

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
  if (typeof platform !== 'string' || findPlatform(platform)) return settings;
  const builtIn = builtInPlatforms.find(({ name }) => name === platform);
  return builtIn ? { ...settings, platform: builtIn } : settings;
}
