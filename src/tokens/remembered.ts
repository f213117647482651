import type { StoredTokens } from './token-store.js';

/**
 * What a retry needs after `clear-on-failure`, by the key of its connection: in memory only, gone with the page, and when
 * the session is over or somebody has signed in.
 */
export const remembered = new Map<string, StoredTokens>();
