import { leave, reload, staysOnPage } from '../client/navigation.js';
import {
  type Connection,
  connectionKey,
  type ConnectionSettings,
  type Resolved,
  resolveConnection,
} from '../connection/connection.js';
import { Tab } from '../tabs/tab.js';
import { watch } from '../tabs/watch.js';
import type { StoredTokens } from '../tokens/token-store.js';
import { announce } from './events.js';
import { type LogoutOutcome, toldOutcome } from './outcome.js';

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
  /** Ends the watch for other tabs and Back. It belongs to the copy of the library that began it. */
  unwatch?: () => void;
  /** The connection of the last logout. */
  connection?: Connection | undefined;
  /** Until when `connection` counts instead of the members' settings, as a `performance.now()`; `Infinity` during the logout. */
  countsUntil: number;
  /** The member where a logout began last. Weak, because it may have been removed. */
  teller?: WeakRef<Member> | undefined;
  /** The outcome of the last logout on this page. */
  outcome?: LogoutOutcome | undefined;
  /** The logout under way. */
  flight?: Promise<LogoutOutcome> | undefined;
  /**
   * The tokens for the next try if they have gone, and the number of the last announced sign-in. In memory only.
   * Forgotten when the session is over, or somebody signs in.
   */
  remembered?: { readonly tokens: StoredTokens; readonly begun: number } | undefined;
  /** Shows the outcome of a logout. */
  show(outcome: LogoutOutcome): void;
}

/** On the global object: a theme and an app may each load a copy of this library, and one click must be one request. */
const registry = Symbol.for('store-logout.sessions');
const page = globalThis as { [registry]?: Map<string, PageSession> };

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
  if (session.members.size === 1) session.unwatch = watch(session.key, session.tab);
}

/**
 * Removes `member`. Without members, the watch ends in a later task: a framework may remove its tags in a `pagehide` listener,
 * and the watch must hear that event too.
 */
export function part(session: PageSession, member: Member): void {
  if (!session.members.delete(member) || session.members.size) return;
  setTimeout(() => {
    if (!session.members.size) session.unwatch?.();
  });
}

function newSession(key: string): PageSession {
  const members = new Set<Member>();
  /** A button, if there is one: its attributes win over those of the `<store-session>` around it. */
  const first = (): Member | undefined => {
    const all = [...members];
    return all.find(({ target }) => target instanceof Element) ?? all.find(({ target }) => target) ?? all[0];
  };
  const connection = (): Connection | undefined => {
    if (performance.now() < session.countsUntil) return session.connection;
    const member = first();
    const resolved = member ? resolveConnection(member.settings()) : session.connection;
    return resolved && !('problem' in resolved) ? resolved : undefined;
  };
  const changed = (): void => members.forEach((member) => member.changed());
  const tab = new Tab(key, {
    connection,
    changed() {
      if (tab.shown === 'idle' || tab.shown === 'busy') session.outcome = undefined;
      // The page should have been left. Now its button offers the logout again.
      if (tab.shown === 'idle' && session.countsUntil < Infinity) session.flight = undefined;
      changed();
    },
    told(origin, change) {
      const ours = connection();
      if (!ours) return true;
      const outcome = toldOutcome(ours, origin, change);
      session.remembered = undefined;
      session.show(outcome);
      if (announce(outcome, first()?.target).defaultPrevented) return true;
      const isRestored = origin === 'history';
      const { redirect } = outcome;
      if (redirect) leave({ url: redirect }, isRestored);
      const stays = !redirect || staysOnPage({ url: redirect });
      // The page would show the ended session.
      if (stays && isRestored) reload();
      return stays && !isRestored;
    },
  });
  const session: PageSession = {
    key,
    tab,
    members,
    countsUntil: 0,
    show(outcome) {
      session.outcome = outcome;
      changed();
    },
  };
  return session;
}
