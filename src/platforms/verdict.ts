import type { Navigation } from '../client/navigation.js';
import type { Tokens } from '../tokens/token-store.js';

/** Why a logout failed. `cancelled` has no event: only `logout()` resolves with it. */
export type FailureReason =
  | 'offline'
  | 'network'
  | 'timeout'
  | 'http'
  | 'rejected'
  | 'unexpected-response'
  | 'misconfigured'
  | 'insecure'
  | 'sdk'
  | 'cancelled'
  /** The platform itself said, after the logout, that somebody is signed in. */
  | 'still-signed-in';

/** A logout that did not end the session. */
export interface Failure {
  readonly reason: FailureReason;
  /** `refused`: the platform said no. `unknown`: nobody knows. `not-asked`: no request was sent. */
  readonly server: 'refused' | 'unknown' | 'not-asked';
  /** The platform's own error code, if it sent one. */
  readonly code?: string;
}

/** What a successful answer said besides that the session is over. */
export interface Success {
  /** The platform said that there was no session to end. */
  readonly wasGone?: boolean;
  /** The pair that replaces the old one. */
  readonly tokens?: Tokens;
  /** Where the page must go to end the session. */
  readonly navigation?: Navigation;
  /** A warning about the answer. */
  readonly warning?: string;
  /** Why this is not certain. It becomes a warning, unless `session-url` makes it certain. */
  readonly doubt?: string;
  /** Where the vendor's SDK is already taking the page to end the session. */
  readonly leavingFor?: string;
}

/** What an answer or a vendor's SDK says about the session. `status` is the HTTP status of that answer. */
export type Verdict = { readonly status?: number } & (
  | ({ readonly is: 'ended' } & Omit<Success, 'wasGone'>)
  /** There is no session any more. */
  | { readonly is: 'gone'; readonly warning?: string }
  /** The access token was not accepted. `own`: the platform itself says so, not a proxy on the way. */
  | { readonly is: 'unauthorized'; readonly own: boolean; readonly message?: string }
  | ({ readonly is: 'failed'; readonly message?: string } & Failure)
);
