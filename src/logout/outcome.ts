import type { Failure } from '../platforms/platform.js';

export type { FailureReason } from '../platforms/verdict.js';

/** What became of the tokens on this device. `partly`: something could not be removed, see `warnings`. */
export type LocalResult = 'cleared' | 'replaced' | 'kept' | 'partly';

interface Common {
  /** Name of the platform, as in the `platform` attribute; empty when none was given. */
  readonly platform: string;
  /** Where the logout happened: on this page, in another tab, or on a page that the Back button restored. */
  readonly origin: 'here' | 'other-tab' | 'history';
  /** What became of the tokens on this device. */
  readonly local: LocalResult;
  /** HTTP status of the last answer, if there was one. */
  readonly status?: number;
  /** Requests sent, token refreshes included; what a vendor's SDK sends by itself, and the look at `session-url`, are not counted. */
  readonly attempts: number;
  /** Milliseconds from the call to the outcome. */
  readonly duration: number;
  /** What `session-url` said after the logout: whether the session is over. Absent if it was not asked, or did not tell. */
  readonly verified?: boolean;
  /** Sentences in English about what did not go as planned. Never a token, never text from a server. */
  readonly warnings: readonly string[];
}

/** The platform confirmed the end of the session, said that there is none, or handed over a redirect that ends it. */
export interface LoggedOut extends Common {
  readonly ok: true;
  /** `redirecting`: the navigation to `redirect` is what ends the session on the server. */
  readonly server: 'ended' | 'already-ended' | 'redirecting';
  /** Where the page goes next, unless the `logged-out` event is cancelled. */
  readonly redirect?: string;
}

/** The session may still be alive. */
export interface FailedLogout extends Common, Failure {
  readonly ok: false;
  /** One sentence in English that says what to do. */
  readonly message: string;
  /** Whether the same call may succeed later without a change to the page. */
  readonly retryable: boolean;
  /** Seconds to wait before the next try, where the server named them. */
  readonly retryAfter?: number;
}

/** The result of one logout, told apart by `ok`. */
export type LogoutOutcome = LoggedOut | FailedLogout;

/** What an element shows: waiting, working, signed out, or failed. */
export type LogoutState = 'idle' | 'busy' | 'done' | 'failed';
