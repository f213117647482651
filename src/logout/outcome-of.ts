import type { Connection } from '../connection/connection.js';
import type { Change } from '../tokens/session-tokens.js';
import type { Ending } from './ending.js';
import type { FailedLogout, FailureReason, LocalResult, LoggedOut, LogoutOutcome } from './outcome.js';

/** Puts together what is told about a logout that ran; `started` is a `performance.now()`. */
export function outcomeOf(
  connection: Connection,
  ending: Ending,
  change: Change | undefined,
  started: number,
): LogoutOutcome {
  const { verdict } = ending;
  const common = {
    platform: connection.platform.name,
    origin: 'here',
    local: localResult(change),
    attempts: ending.attempts,
    duration: Math.round(performance.now() - started),
    ...(verdict.status && { status: verdict.status }),
    ...(ending.verified !== undefined && { verified: ending.verified }),
  } as const;
  const warnings = [...connection.warnings, ...ending.warnings, ...(change?.problems ?? [])];

  if (verdict.is === 'failed') {
    const { reason, server, code, message, status } = verdict;
    return freeze({
      ...common,
      ok: false,
      server,
      reason,
      ...(code && !isPartOfToken(code, ending) && { code }),
      message: message ?? failureMessage(reason, connection),
      retryable: isRetryable(reason, status),
      ...(ending.retryAfter !== undefined && { retryAfter: ending.retryAfter }),
      warnings,
    });
  }
  if (verdict.warning) warnings.push(verdict.warning);
  if (verdict.is === 'gone') {
    return freeze({
      ...common,
      ok: true,
      server: 'already-ended',
      ...redirectTo(connection.redirect),
      warnings,
    });
  }
  if (verdict.doubt) warnings.push(verdict.doubt);
  const endsAt = verdict.leavingFor ?? verdict.navigation?.url;
  return freeze({
    ...common,
    ok: true,
    server: endsAt ? 'redirecting' : 'ended',
    ...redirectTo(endsAt ?? connection.redirect),
    warnings,
  });
}

/** What is told on a page about a logout that happened in another tab, or while the page slept. */
export function toldOutcome(
  { platform, redirect, warnings }: Connection,
  origin: 'other-tab' | 'history',
  change: Change,
): LoggedOut {
  return freeze({
    ok: true,
    platform: platform.name,
    origin,
    server: 'ended',
    local: localResult(change),
    attempts: 0,
    duration: 0,
    ...redirectTo(redirect),
    warnings: [...warnings, ...(change?.problems ?? [])],
  });
}

function redirectTo(redirect: string | undefined): { redirect?: string } {
  return redirect ? { redirect } : {};
}

/** A server that echoes what it was sent must not get a token into an event. */
function isPartOfToken(code: string, { tokens }: Ending): boolean {
  return tokens
    .flatMap(({ accessToken, refreshToken, idToken }) => [accessToken, refreshToken, idToken])
    .some((token) => token?.includes(code));
}

function isRetryable(reason: FailedLogout['reason'], status: number | undefined): boolean {
  if (reason === 'http') return status === 429 || (status ?? 0) >= 500;
  // Where the platform has answered, it will answer the same.
  if (reason === 'still-signed-in') return status === undefined || status === 429 || status >= 500;
  return reason !== 'rejected' && reason !== 'misconfigured' && reason !== 'insecure';
}

/** What became of the tokens on this device; without a change they were kept. */
function localResult(change: Change | undefined): LocalResult {
  if (!change) return 'kept';
  if (change.problems.length) return 'partly';
  return change.isReplaced ? 'replaced' : 'cleared';
}

/** What is told about a logout that never began. */
export function notAsked(
  platform: string,
  reason: 'misconfigured' | 'cancelled',
  message: string,
  started: number,
  change?: Change,
): FailedLogout {
  return freeze({
    ok: false,
    platform,
    origin: 'here',
    server: 'not-asked',
    local: localResult(change),
    reason,
    message,
    retryable: reason !== 'misconfigured',
    attempts: 0,
    duration: Math.round(performance.now() - started),
    warnings: change?.problems ?? [],
  });
}

/** Nobody may change what others are told as well. */
function freeze<T extends LogoutOutcome>(outcome: T): T {
  Object.freeze(outcome.warnings);
  return Object.freeze(outcome);
}

/** What to do about a failure, in one English sentence. */
export function failureMessage(
  reason: FailureReason,
  { base, page }: Pick<Connection, 'base' | 'page'>,
): string {
  const host = new URL(base).host;
  switch (reason) {
    case 'offline':
      return 'The browser is offline: connect, then log out again.';
    case 'network':
      return new URL(page).host === host
        ? `${host} could not be reached: check the connection, then log out again.`
        : `${host} could not be reached, or does not allow this page by CORS: check both, then log out again.`;
    case 'timeout':
      return `${host} did not answer in time: log out again.`;
    case 'http':
      return `${host} answered with an error: log out again later, and check base-url if that stays so.`;
    case 'rejected':
      return `${host} refused the logout: reload the page, then log out again.`;
    case 'unexpected-response':
      return 'What answered was not the platform: check the connection and base-url, then log out again.';
    case 'insecure':
      return 'A token is never sent over plain http: give base-url an https address.';
    case 'still-signed-in':
      return 'session-url says that somebody is still signed in: check base-url and method, and what the backend wants by csrf or requestInit.';
    case 'sdk':
      return "The platform's SDK could not log out: reload the page, then log out again.";
    case 'cancelled':
      return 'A before-logout listener called the logout off.';
    case 'misconfigured':
      return 'The logout is not set up: check the attributes.';
  }
}
