import * as core from './core.js';
import { builtInPlatforms } from './platforms/all.js';
import { addPlatforms } from './connection/registry.js';

export type * from './core.js';
export { memoryTokens, pairPlace, registerPlatform } from './core.js';
export { StoreLogoutElement } from './elements/store-logout.js';
export { StoreSessionElement } from './elements/store-session.js';
export { registerLanguage, type Strings } from './lang/strings.js';
export { BeforeLogoutEvent, type SessionChangeEvent } from './logout/events.js';
export { commerceEngine } from './platforms/commerce-engine.js';
export { custom } from './platforms/custom.js';
export { salla } from './platforms/salla.js';
export { unisouk } from './platforms/unisouk.js';
export { wix } from './platforms/wix.js';

/** Signs out, as `<store-logout>` does, and knows the built-in platforms by name. Never rejects. */
export const logout: typeof core.logout = (settings, target) => {
  addPlatforms(builtInPlatforms);
  return core.logout(settings, target);
};

/** Announces a sign-in: call it right before the new token is stored, in the same task. */
export const signedIn: typeof core.signedIn = (settings) => {
  addPlatforms(builtInPlatforms);
  core.signedIn(settings);
};
