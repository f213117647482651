import type { LogoutOutcome } from '../../src/index.js';
import type { Kept } from './kept-tokens.js';
import type { LogEntry } from './simulators.js';

/** The last logout of this tab, as far as the page saw it. Plain data, so that it survives a navigation. */
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
  /** The page was left before it had its event. */
  readonly isCutShort?: true;
  /** What else the page heard, such as the vendor's own events. */
  readonly notes: readonly { readonly at: number; readonly text: string }[];
}

/** By how much the clocks of the page and of the platforms may differ, in ms: a browser rounds its own. */
export const CLOCKS_DIFFER_MS = 2;

/** The requests that belong to `run`: once it is over, only a navigation can bring more. */
export function requestsOf({ startedAt, end }: Run, log: readonly LogEntry[]): LogEntry[] {
  const until = end && !isLeaving(end.detail) ? end.at + CLOCKS_DIFFER_MS : Infinity;
  return log.filter(({ time }) => time >= startedAt - CLOCKS_DIFFER_MS && time <= until);
}

/** Whether it is a navigation that ends the session. */
export function isLeaving(outcome: LogoutOutcome): boolean {
  return outcome.ok && outcome.server === 'redirecting';
}
