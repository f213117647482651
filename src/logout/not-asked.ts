import type { FailedLogout, LogoutOutcome } from './outcome.js';

/** What is told about a logout that never began. */
export function notAsked(
  platform: string,
  reason: 'misconfigured' | 'cancelled',
  message: string,
  started: number,
  { local, warnings }: Pick<FailedLogout, 'local' | 'warnings'> = { local: 'kept', warnings: [] },
): FailedLogout {
  return freeze({
    ok: false,
    platform,
    origin: 'here',
    server: 'not-asked',
    local,
    reason,
    message,
    retryable: reason !== 'misconfigured',
    attempts: 0,
    duration: Math.round(performance.now() - started),
    warnings,
  });
}

/** Nobody may change what others are told as well. */
export function freeze<T extends LogoutOutcome>(outcome: T): T {
  Object.freeze(outcome.warnings);
  return Object.freeze(outcome);
}
