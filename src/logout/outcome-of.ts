import type { Connection } from './connection.js';
import type { Ending } from './end-session.js';
import { failureMessage } from './messages.js';
import { freeze } from './not-asked.js';
import type { FailedLogout, LoggedOut, LogoutOutcome } from './outcome.js';
import type { Settled } from './settle-tokens.js';

/** Puts together what is told about a logout that ran; `started` is a `performance.now()`. */
export function outcomeOf(
  connection: Connection,
  ending: Ending,
  settled: Settled,
  started: number,
): LogoutOutcome {
  const { verdict } = ending;
  const common = {
    platform: connection.platform.name,
    origin: 'here',
    local: settled.local,
    attempts: ending.attempts,
    duration: Math.round(performance.now() - started),
    ...(verdict.status && { status: verdict.status }),
  } as const;
  const warnings = [...connection.warnings, ...ending.warnings, ...settled.warnings];

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
  settled: Settled,
): LoggedOut {
  return freeze({
    ok: true,
    platform: platform.name,
    origin,
    server: 'ended',
    local: settled.local,
    attempts: 0,
    duration: 0,
    ...redirectTo(redirect),
    warnings: [...warnings, ...settled.warnings],
  });
}

function redirectTo(redirect: string | undefined): { redirect?: string } {
  return redirect ? { redirect } : {};
}

/** A server that echoes what it was sent must not get a token into an event. */
function isPartOfToken(code: string, { tokens }: Ending): boolean {
  return [tokens.accessToken, tokens.refreshToken, tokens.idToken].some((token) => token?.includes(code));
}

function isRetryable(reason: FailedLogout['reason'], status: number | undefined): boolean {
  if (reason === 'http') return status === 429 || (status ?? 0) >= 500;
  return reason !== 'rejected' && reason !== 'misconfigured' && reason !== 'insecure';
}
