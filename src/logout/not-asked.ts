import type { FailedLogout, LogoutOutcome } from './outcome.js';

/** What is told about a logout that never began. */
export function notAsked(
  platform: string,
  reason: 'misconfigured' | 'cancelled' | 'offline' | 'network' | 'timeout',
  message: string,
  started: number,
  { local, warnings }: Pick<FailedLogout, 'local' | 'warnings'> = { local: 'kept', warnings: [] },
  retryable = reason !== 'misconfigured',
): FailedLogout {
  return freeze({
    ok: false,
    platform,
    origin: 'here',
    server: 'not-asked',
    local,
    reason,
    message,
    retryable,
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
