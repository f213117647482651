import { isSameOrigin } from '../client/url.js';
import type { Connection } from '../connection/connection.js';
import type { Failure, FailureReason } from '../platforms/platform.js';
import type { Change } from '../tokens/session-tokens.js';
import type { Ending } from './end-session.js';

/** What happened to the tokens on this device. `partly`: something could not be removed, see `warnings`. */
export type LocalResult = 'cleared' | 'replaced' | 'kept' | 'partly';

interface Common {
  /** Name of the platform, as in the `platform` attribute; empty when none was given. */
  readonly platform: string;
  /** Where the logout happened: `here`, in another tab, or while this page was in the browser's `history`. */
  readonly origin: 'here' | 'other-tab' | 'history';
  /** What happened to the tokens on this device. */
  readonly local: LocalResult;
  /** HTTP status of the last answer, if there was one. */
  readonly status?: number;
  /** Number of requests, with token refreshes. Requests of a vendor's SDK, and the one to `session-url`, do not count. */
  readonly attempts: number;
  /** Milliseconds from the call to the outcome. */
  readonly duration: number;
  /** Whether `session-url` said after the logout that the session is over. Absent if it was not asked, or gave no answer. */
  readonly verified?: boolean;
  /** English sentences about what did not go as planned. Never a token, never text from a server. */
  readonly warnings: readonly string[];
}

/** The platform confirmed the end of the session, said that there is none, or named a redirect that ends it. */
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
  /** One English sentence that says what to do. */
  readonly message: string;
  /** Whether the same call may succeed later, without a change to the page. */
  readonly retryable: boolean;
  /** Seconds to wait before the next try, if the server named a time. */
  readonly retryAfter?: number;
}

/** The result of one logout, told apart by `ok`. */
export type LogoutOutcome = LoggedOut | FailedLogout;

/** Whether somebody is signed in, as far as a script can see. */
export type Presence = 'signed-in' | 'signed-out' | 'unknown';

/** The outcome of a logout that ran. `started` is a `performance.now()`. */
export function outcomeOf(
  connection: Connection,
  ending: Ending,
  change: Change | undefined,
  started: number,
): LogoutOutcome {
  const { verdict, verified, attempts, retryAfter } = ending;
  const { status } = verdict;
  const warnings = [...connection.warnings, ...ending.warnings, ...(change?.problems ?? [])];
  const common = {
    ...beginning(connection.platform.name, change, started),
    attempts,
    ...(status && { status }),
    ...(verified !== undefined && { verified }),
  };
  if (verdict.is === 'failed') {
    const { reason, server, code, message } = verdict;
    return freeze({
      ...common,
      ok: false,
      server,
      reason,
      ...(code && !isPartOfToken(code, ending) && { code }),
      message: message ?? adviceOn(connection)[reason],
      retryable: isRetryable(reason, status),
      ...(retryAfter !== undefined && { retryAfter }),
      warnings,
    });
  }
  const { doubt, navigation, leavingFor = navigation?.url } = verdict.is === 'ended' ? verdict : {};
  const redirect = leavingFor ?? connection.redirect;
  return freeze({
    ...common,
    ok: true,
    server: verdict.is === 'gone' ? 'already-ended' : leavingFor ? 'redirecting' : 'ended',
    ...(redirect && { redirect }),
    warnings: [...new Set([...warnings, verdict.warning, doubt])].filter((each) => each !== undefined),
  });
}

/** The outcome that a page tells after a logout in another tab, or while the page was in the back/forward cache. */
export function toldOutcome(
  { platform, redirect, warnings }: Connection,
  origin: 'other-tab' | 'history',
  change: Change,
): LoggedOut {
  return freeze({
    ...beginning(platform.name, change),
    ok: true,
    origin,
    server: 'ended',
    ...(redirect && { redirect }),
    warnings: [...warnings, ...change.problems],
  });
}

/** The outcome of a logout whose request was never sent. */
export function notAsked(
  platform: string,
  reason: 'misconfigured' | 'cancelled' | 'timeout',
  message: string,
  started?: number,
  change?: Change,
): FailedLogout {
  return freeze({
    ...beginning(platform, change, started),
    ok: false,
    server: 'not-asked',
    reason,
    message,
    retryable: isRetryable(reason),
    warnings: change?.problems ?? [],
  });
}

/** The members of every outcome. Without a change, the tokens were kept. */
function beginning(platform: string, change?: Change, started = performance.now()) {
  const settled = change?.isReplaced ? 'replaced' : 'cleared';
  return {
    platform,
    origin: 'here',
    local: !change ? 'kept' : change.problems.length ? 'partly' : settled,
    attempts: 0,
    duration: Math.round(performance.now() - started),
  } as const;
}

/** All listeners get the same object, so none of them may change it. */
function freeze<T extends LogoutOutcome>(outcome: T): T {
  Object.freeze(outcome.warnings);
  return Object.freeze(outcome);
}

/** A server may echo a token as its error code. It must not get into an event. */
function isPartOfToken(code: string, { tokens }: Ending): boolean {
  return tokens
    .flatMap(({ accessToken, refreshToken, idToken }) => [accessToken, refreshToken, idToken])
    .some((token) => token && (token.includes(code) || code.includes(token)));
}

function isRetryable(reason: FailureReason, status = 0): boolean {
  const isBusy = status === 429 || status >= 500;
  if (reason === 'http') return isBusy;
  // A platform that has answered will answer the same again.
  if (reason === 'still-signed-in') return isBusy || !status;
  return reason !== 'rejected' && reason !== 'misconfigured' && reason !== 'insecure';
}

/** For each reason of a failure, one English sentence that says what to do. */
export function adviceOn({ base, page }: Connection): Record<FailureReason, string> {
  const { host } = new URL(base);
  const byCors = isSameOrigin(base, page) ? '' : ', or does not allow this page by CORS';
  return {
    offline: 'The browser is offline: connect, then log out again.',
    network: `${host} could not be reached${byCors}: log out again.`,
    timeout: `${host} did not answer in time: log out again.`,
    http: `${host} answered with an error: log out again later, or check base-url.`,
    rejected: `${host} refused the logout: reload the page, then log out again.`,
    'unexpected-response': 'The answer is not from the platform: check base-url and the connection.',
    insecure: 'A token is never sent over plain http: give base-url an https address.',
    'still-signed-in':
      'session-url says that somebody is still signed in: check it, base-url, method, csrf and requestInit.',
    sdk: "The platform's SDK could not log out: reload the page, then log out again.",
    cancelled: 'A before-logout listener cancelled the logout.',
    misconfigured: 'The logout is not set up: check the attributes.',
  };
}
