import {
  type Connection,
  connectionKey,
  type ConnectionSettings,
  type Resolved,
  resolveConnection,
} from '../connection/connection.js';
import { Tab } from '../tabs/tab.js';
import { unwatch, watch } from '../tabs/watch.js';
import type { StoredTokens } from '../tokens/token-store.js';
import { tellEnd } from './departure.js';
import { type LogoutOutcome, type LogoutState, toldOutcome } from './outcome.js';

/** An element or a guard that shows a session of this page. */
export interface Member {
  /** Where the session's events are dispatched. A member without a target only follows the state. */
  readonly target?: EventTarget;
  /** The current settings of the connection. */
  settings(): ConnectionSettings;
  /** The session's state, or who is signed in, may have changed. */
  changed(): void;
}

/** One session of this page. All elements and guards with the same connection share it. */
export interface PageSession {
  readonly key: string;
  readonly tab: Tab;
  readonly members: Set<Member>;
  readonly state: LogoutState;
  /** The connection of the last logout, for pages without any element. */
  connection: Connection | undefined;
  /** The outcome of the last logout on this page. */
  outcome: LogoutOutcome | undefined;
  /** The logout under way. */
  flight: Promise<LogoutOutcome> | undefined;
  /**
   * After `clear-on-failure`: the tokens for the next try, and the number of the last announced sign-in. In memory only.
   * Forgotten when the session is over, or somebody signs in.
   */
  remembered: { readonly tokens: StoredTokens; readonly begun: number } | undefined;
  /** Shows the outcome of a logout. */
  show(outcome: LogoutOutcome): void;
}

/**
 * On the global object, because a page may load this library twice (a theme's copy and an app's). One click must still be
 * one request.
 */
const registry = Symbol.for('store-logout.sessions');
const page = globalThis as { [registry]?: Map<string, PageSession> };

/** The session of these settings on this page. */
export function sessionOf(settings: ConnectionSettings): PageSession {
  return pageSession(resolveConnection(settings));
}

/** The session of a connection on this page. All connections with the same problem share one, too. */
export function pageSession(resolved: Resolved): PageSession {
  const key = 'problem' in resolved ? resolved.problem : connectionKey(resolved);
  const sessions = (page[registry] ??= new Map());
  let session = sessions.get(key);
  if (!session) sessions.set(key, (session = newSession(key)));
  return session;
}

/** Adds a member to `session`. The first member starts the watch for other tabs and Back. */
export function join(session: PageSession, member: Member): void {
  session.members.add(member);
  if (session.members.size === 1) watch(session.key, session.tab);
}

/** Removes `member`. The last member ends the watch. */
export function part(session: PageSession, member: Member): void {
  if (session.members.delete(member) && !session.members.size) unwatch(session.key);
}

function newSession(key: string): PageSession {
  const members = new Set<Member>();
  const connection = (): Connection | undefined => {
    const [first] = members;
    const resolved = first ? resolveConnection(first.settings()) : session.connection;
    return resolved && !('problem' in resolved) ? resolved : undefined;
  };
  const changed = (): void => members.forEach((member) => member.changed());
  const tab = new Tab(key, {
    connection,
    changed() {
      if (tab.shown === 'idle' || tab.shown === 'busy') session.outcome = undefined;
      changed();
    },
    told(origin, change) {
      const ours = connection();
      if (!ours) return true;
      const outcome = toldOutcome(ours, origin, change);
      session.remembered = undefined;
      session.show(outcome);
      return tellEnd(outcome, [...members].find(({ target }) => target)?.target);
    },
  });
  const session: PageSession = {
    key,
    tab,
    members,
    connection: undefined,
    outcome: undefined,
    flight: undefined,
    remembered: undefined,
    get state() {
      return tab.shown;
    },
    show(outcome) {
      session.outcome = outcome;
      changed();
    },
  };
  return session;
}
