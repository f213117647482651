import { quietly } from '../client/json.js';
import type { FailedLogout, LoggedOut, LogoutOutcome, Presence } from './outcome.js';

/** Fires before anything is sent. `preventDefault()` calls the logout off, also while a `waitUntil()` promise is pending. */
export class BeforeLogoutEvent extends Event {
  /** All promises that the listeners have given. */
  readonly pending: Promise<unknown>[] = [];

  constructor() {
    super('before-logout', { bubbles: true, composed: true, cancelable: true });
  }

  /** Delays the request until `promise` settles, for five seconds at most. A rejection does not stop the logout. */
  waitUntil(promise: Promise<unknown>): void {
    this.pending.push(promise);
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

/** Dispatches the event of `outcome` and returns it. */
export function announce(outcome: LogoutOutcome, target: EventTarget | undefined): Event {
  const event = new CustomEvent(outcome.ok ? 'logged-out' : 'failed-logout', {
    detail: outcome,
    bubbles: true,
    composed: true,
    cancelable: outcome.ok,
  });
  return dispatch(event, target);
}

/**
 * Dispatches `event` at the target, and then at the document where the target is not on the page. So a page-wide listener
 * never misses a logout, and no listener hears one twice.
 */
export function dispatch(event: Event, target: EventTarget | undefined): Event {
  // Read before the dispatch, because a listener may remove the target.
  const root = (target as Partial<Node> | undefined)?.getRootNode?.({ composed: true });
  // What the document dispatches reaches the window as well.
  if (target !== globalThis.window) target?.dispatchEvent(event);
  if (root !== globalThis.document) globalThis.document?.dispatchEvent(event);
  return event;
}

const given = new Set<string>();

/** Warns on the console. Each sentence appears once per page. */
export function warnOnce(sentence: string): void {
  if (given.has(sentence)) return;
  given.add(sentence);
  // Some pages make the console throw, to find warnings in their tests.
  quietly(() => console.warn(`<store-logout>: ${sentence}`));
}
