import type { LogoutOutcome, LogoutState } from './outcome.js';

/** What everything on a page that uses the same connection shares. */
export interface PageSession {
  state: LogoutState;
  /** What the last logout on this page came to. */
  outcome: LogoutOutcome | undefined;
  /** The logout under way. */
  flight: Promise<LogoutOutcome> | undefined;
  /** Called with the session at each change of `state`. */
  readonly watchers: Set<() => void>;
}

/**
 * Kept on the global object, because a page may load this library twice (a theme's copy and an app's), and one
 * click must still be one request.
 */
const registry = Symbol.for('store-logout.sessions');
const page = globalThis as { [registry]?: Map<string, PageSession> };

/** The session of a connection on this page, by its key. */
export function pageSession(key: string): PageSession {
  const sessions = (page[registry] ??= new Map());
  let session = sessions.get(key);
  if (!session) {
    session = { state: 'idle', outcome: undefined, flight: undefined, watchers: new Set() };
    sessions.set(key, session);
  }
  return session;
}

/** Sets the state and tells everyone who shows it. */
export function showState(session: PageSession, state: LogoutState, outcome?: LogoutOutcome): void {
  session.state = state;
  session.outcome = outcome;
  for (const watcher of session.watchers) watcher();
}
