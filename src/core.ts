export type { Answer } from './client/answer.js';
export type { HttpRequest } from './client/client.js';
export type { Navigation } from './client/navigation.js';
export type { ConnectionSettings } from './connection/connection.js';
export { logout, signedIn } from './logout/logout.js';
export type { BeforeLogoutEvent, FailedLogoutEvent, LoggedOutEvent } from './logout/events.js';
export type { FailedLogout, LocalResult, LoggedOut, LogoutOutcome } from './logout/outcome.js';
export type {
  FailureReason,
  LogoutCall,
  Platform,
  SdkDriver,
  Success,
  Verdict,
} from './platforms/platform.js';
export { registerPlatform } from './connection/registry.js';
export type { LogoutState } from './tabs/page-state.js';
export { memoryTokens, type MemoryTokenStore } from './tokens/memory.js';
export { pairPlace, type TokenPlace, type Tokens, type TokenStore } from './tokens/token-store.js';
