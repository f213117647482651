import type { StoredTokens } from '../tokens/token-store.js';
import { type ConnectionSettings, resolveConnection } from '../connection/connection.js';
import { tokensOf } from '../connection/connection-tokens.js';

/** Whether somebody is signed in, as far as a script can see. */
export type Presence = 'signed-in' | 'signed-out' | 'unknown';

/**
 * Asks the platform's own claims, else looks whether there is a token. Synchronous unless the page's own token
 * store is not. A session that lives in a cookie which scripts cannot see is `unknown`.
 */
export function presenceOf(settings: ConnectionSettings): Presence | Promise<Presence> {
  const connection = resolveConnection(settings, globalThis.location?.href ?? 'about:blank');
  if ('problem' in connection) return 'unknown';
  const { platform } = connection;
  const judge = (tokens: StoredTokens | undefined): Presence => {
    const told = platform.isGuestOnPage?.(settings.sdk);
    if (told !== undefined) return told ? 'signed-out' : 'signed-in';
    if (tokens) return platform.isGuest?.(tokens) ? 'signed-out' : 'signed-in';
    return platform.cookieSession?.({ ...connection, tokens: {} }) ? 'unknown' : 'signed-out';
  };
  try {
    const tokens = tokensOf(connection).read();
    return tokens instanceof Promise ? tokens.then(judge, () => 'unknown') : judge(tokens);
  } catch {
    return 'unknown';
  }
}
