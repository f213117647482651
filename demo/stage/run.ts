import type { LogoutOutcome } from '../../src/index.js';
import type { Kept } from './kept-tokens.js';
import type { LogEntry } from './simulators.js';

/** The last logout of this tab, as the page saw it. It is plain data, so that it survives a navigation. */
export interface Run {
  /** ms since 1970. */
  readonly startedAt: number;
  readonly before: readonly Kept[];
  readonly end?: {
    readonly at: number;
    readonly event: 'logged-out' | 'failed-logout';
    readonly detail: LogoutOutcome;
    readonly after: readonly Kept[];
  };
  /** Whether the page was left before its event. */
  readonly isCutShort?: true;
  /** Other texts that the page heard, such as the vendor's own events. */
  readonly notes: readonly { readonly at: number; readonly text: string }[];
}

/** How much the clocks of the page and the platforms may differ, in ms: a browser rounds its clock. */
export const CLOCKS_DIFFER_MS = 2;

/** The requests of `run`. After its end, only a navigation can add more. */
export function requestsOf({ startedAt, end }: Run, log: readonly LogEntry[]): LogEntry[] {
  const until = end && !isLeaving(end.detail) ? end.at + CLOCKS_DIFFER_MS : Infinity;
  return log.filter(({ time }) => time >= startedAt - CLOCKS_DIFFER_MS && time <= until);
}

/** Whether a navigation ends the session. */
export function isLeaving(outcome: LogoutOutcome): boolean {
  return outcome.ok && outcome.server === 'redirecting';
}
