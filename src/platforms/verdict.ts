import type { Navigation } from '../client/navigation.js';
import type { Tokens } from '../tokens/token-store.js';

/** Why a logout failed. `cancelled` is only ever the resolved value of `logout()`: it has no event. */
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
  /** `refused`: the platform said no. `unknown`: nobody can tell. `not-asked`: no request was sent. */
  readonly server: 'refused' | 'unknown' | 'not-asked';
  /** The platform's own error code, where it gave one. */
  readonly code?: string;
}

/** What a 2xx answer said besides that the session is over. */
export interface Success {
  /** The platform said that there was no session to end. */
  readonly wasGone?: boolean;
  /** The pair that takes the old one's place. */
  readonly tokens?: Tokens;
  /** Where the page must go, because that is what ends the session. */
  readonly navigation?: Navigation;
  /** What is unusual about the answer. */
  readonly warning?: string;
  /** Why this is no certainty: a warning, unless a look at `session-url` has made it one. */
  readonly doubt?: string;
  /** Where the vendor's SDK is already taking the page, for the same reason. */
  readonly leavingFor?: string;
}

/** What an answer, or a vendor's SDK, says about the session. `status` is the one that it rests on. */
export type Verdict = { readonly status?: number } & (
  | ({ readonly is: 'ended' } & Omit<Success, 'wasGone'>)
  /** There is no session any more. */
  | { readonly is: 'gone'; readonly warning?: string }
  /** The access token was not accepted; `own` if that is the platform's word, not a stranger's on the way. */
  | { readonly is: 'unauthorized'; readonly own: boolean; readonly message?: string }
  | ({ readonly is: 'failed'; readonly message?: string } & Failure)
);
