import type { LogoutOutcome } from '../../src/index.js';

export interface PageWatch {
  /** The details of all terminal events that reached the document. */
  readonly events: readonly LogoutOutcome[];
  /** What was written to the console as a warning or an error, and what was thrown and not caught. */
  readonly complaints: readonly string[];
  stop(): void;
}

/** Watches what a whole page hears of a logout, and keeps the page from being left. */
export function watchPage(): PageWatch {
  const events: LogoutOutcome[] = [];
  const complaints: string[] = [];
  const stopped = new AbortController();
  const { signal } = stopped;
  const hear = (event: CustomEvent<LogoutOutcome>): void => {
    events.push(event.detail);
    event.preventDefault();
  };
  document.addEventListener('logged-out', hear, { signal });
  document.addEventListener('failed-logout', hear, { signal });
  addEventListener('error', ({ message }) => complaints.push(message), { signal });
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)), { signal });
  const { warn, error } = console;
  console.warn = (...words: unknown[]) => complaints.push(words.join(' '));
  console.error = console.warn;
  return {
    events,
    complaints,
    stop() {
      stopped.abort();
      Object.assign(console, { warn, error });
    },
  };
}
