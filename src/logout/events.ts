import type { FailedLogout, LoggedOut, LogoutOutcome, Presence } from './outcome.js';

/**
 * Fires before anything is sent. `preventDefault()` calls the logout off, also while a promise given to
 * `waitUntil()` is pending.
 */
export class BeforeLogoutEvent extends Event {
  readonly #promises: Promise<unknown>[] = [];

  constructor() {
    super('before-logout', { bubbles: true, composed: true, cancelable: true });
  }

  /** Delays the request until `promise` settles, for five seconds at most. A rejection does not stop the logout. */
  waitUntil(promise: Promise<unknown>): void {
    this.#promises.push(promise);
  }

  /** All promises that the listeners have given. */
  get pending(): readonly Promise<unknown>[] {
    return this.#promises;
  }
}

/** Fires when the session has ended. `preventDefault()` stops only the navigation that follows. */
export type LoggedOutEvent = CustomEvent<LoggedOut>;

/** Fires when the session may still be alive. */
export type FailedLogoutEvent = CustomEvent<FailedLogout>;

/** Fires on `<store-session>` when somebody has signed in or out, as far as a script can see. */
export type SessionChangeEvent = CustomEvent<Presence>;

declare global {
  interface GlobalEventHandlersEventMap {
    'session-change': SessionChangeEvent;
    'before-logout': BeforeLogoutEvent;
    'logged-out': LoggedOutEvent;
    'failed-logout': FailedLogoutEvent;
  }
}

/**
 * Dispatches the event of `outcome` and returns it.
 *
 * If the target was removed from the page during the logout, the target hears the event first and the document then. So a
 * page-wide listener never misses a logout, and no listener hears one twice.
 */
export function announce(outcome: LogoutOutcome, target: EventTarget | undefined): Event {
  const event = new CustomEvent(outcome.ok ? 'logged-out' : 'failed-logout', {
    detail: outcome,
    bubbles: true,
    composed: true,
    cancelable: outcome.ok,
  });
  return dispatch(event, target);
}

/** Dispatches `event` at the target, or at the document where there is no target on the page. */
export function dispatch(event: Event, target: EventTarget | undefined): Event {
  // Read before the dispatch, because a listener may remove the target.
  const isOnPage = target instanceof Node && target.isConnected;
  target?.dispatchEvent(event);
  if (!isOnPage) globalThis.document?.dispatchEvent(event);
  return event;
}

const given = new Set<string>();

/** Warns on the console. Each sentence appears once per page. */
export function warnOnce(sentence: string): void {
  if (given.has(sentence)) return;
  given.add(sentence);
  console.warn(`<store-logout>: ${sentence}`);
}
