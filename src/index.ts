export type * from './core.js';
export { memoryTokens, pairPlace, registerPlatform } from './core.js';
export { StoreLogoutElement } from './elements/store-logout.js';
export { StoreSessionElement } from './elements/store-session.js';
export { logout, signedIn } from './logout/by-name.js';
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
