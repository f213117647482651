import type { ConnectionSettings } from './connection.js';
import type { LogoutOutcome, LogoutState } from './outcome.js';

/** An element, or a guard, that shows a session of this page. */
export interface Member {
  /** Where events of the session are dispatched; a member without one only follows the state. */
  readonly target?: EventTarget;
  /** The connection as it is set now. */
  settings(): ConnectionSettings;
  /** The session's state has changed. */
  changed(): void;
}

/** What everything on a page that uses the same connection shares. */
export interface PageSession {
  readonly key: string;
  state: LogoutState;
  /** What the last logout on this page came to. */
  outcome: LogoutOutcome | undefined;
  /** The logout under way. */
  flight: Promise<LogoutOutcome> | undefined;
  /** The last logout on this device that this page knows of, by its id. */
  known: string | undefined;
  /** The one that was known when the page was loaded, or its session last began. */
  atLoad: string | undefined;
  readonly members: Set<Member>;
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
    session = {
      key,
      state: 'idle',
      outcome: undefined,
      flight: undefined,
      known: undefined,
      atLoad: undefined,
      members: new Set(),
    };
    sessions.set(key, session);
  }
  return session;
}

/** Sets the state and tells everyone who shows it. */
export function showState(session: PageSession, state: LogoutState, outcome?: LogoutOutcome): void {
  session.state = state;
  session.outcome = outcome;
  for (const member of session.members) member.changed();
}
