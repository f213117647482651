import type { Verdict } from '../platforms/platform.js';
import type { StoredTokens } from '../tokens/token-store.js';

/** A verdict that stands: nothing more is tried. */
export type FinalVerdict = Exclude<Verdict, { is: 'unauthorized' }>;

/** What a logout came to, looked at afterwards. */
export interface Looked {
  readonly verdict: FinalVerdict;
  /** What `session-url` said: whether the session is over. Absent if it was not asked, or did not tell. */
  readonly verified?: boolean;
  readonly warning?: string;
}

/** How the attempt to end the session on the server went. */
export interface Ending extends Omit<Looked, 'warning'> {
  /** Requests sent, without the look at `session-url`. */
  readonly attempts: number;
  /** The tokens that the logout was made with: those that were found, in the SDK as well, and those of a refresh. */
  readonly tokens: readonly StoredTokens[];
  /** Those that a refresh on the way has given. */
  readonly refreshed?: StoredTokens | undefined;
  readonly warnings: readonly string[];
  /** Seconds to wait before another try, if the server named them. */
  readonly retryAfter?: number | undefined;
}
