import { type ConnectionSettings, resolveConnection } from '../connection/connection.js';
import type { Strings } from '../lang/strings.js';
import { logout } from '../logout/logout.js';
import type { FailedLogout, LogoutOutcome } from '../logout/outcome.js';
import { join, type Member, type PageSession, pageSession, part } from '../logout/page-session.js';
import type { LogoutState } from '../tabs/page-state.js';

export const STATES: readonly LogoutState[] = ['idle', 'busy', 'done', 'failed'];

/** The text for each reason of a failure. Other reasons only say whether trying again may help. */
const TOLD: Partial<Record<FailedLogout['reason'], keyof Strings>> = {
  offline: 'offline',
  network: 'unreachable',
  timeout: 'timedOut',
  'unexpected-response': 'intercepted',
  'still-signed-in': 'stillSignedIn',
};

/** Follows the session of an element's connection, and knows what the element shows of it. */
export class ShownSession {
  readonly #member: Member & { readonly target: HTMLElement };
  readonly #changed: () => void;
  #session: PageSession | undefined;
  /** The outcome that the session already had when the element joined: the element does not show it. */
  #earlier: LogoutOutcome | undefined;
  #outcome: LogoutOutcome | undefined;
  state: LogoutState = 'idle';

  /** @param changed called when `state` has changed */
  constructor(target: HTMLElement, settings: () => ConnectionSettings, changed: () => void) {
    this.#member = { target, settings, changed: () => this.#update() };
    this.#changed = changed;
  }

  /** Whether a logout of the session is under way. */
  get isUnderWay(): boolean {
    return this.#session?.flight !== undefined;
  }

  /**
   * Whether this element announces the state. The element where a logout began announces it; if that has gone, or after a
   * logout in another tab, the first element on the page does.
   */
  get isTeller(): boolean {
    const { outcome, teller, members = [] } = this.#session ?? {};
    // The page's own code began the logout, and tells the shopper itself.
    if (!teller && (!outcome || outcome.origin === 'here')) return false;
    const elements = [...members].filter(({ target }) => target instanceof Element && target.isConnected);
    return (elements.find((each) => each === teller?.deref()) ?? elements[0]) === this.#member;
  }

  /** The name of the text that announces the state. */
  get told(): keyof Strings | undefined {
    if (this.state === 'idle' || !this.isTeller) return undefined;
    const outcome = this.#session?.outcome;
    return !outcome || outcome.ok ? this.state : toldOf(outcome);
  }

  /** Joins the session of the current settings, and leaves the one before. A removed element only leaves. */
  follow(): void {
    const { target, settings } = this.#member;
    // The page's session would keep a removed element in memory.
    const session = target.isConnected ? pageSession(resolveConnection(settings())) : undefined;
    if (session === this.#session) return;
    if (this.#session) part(this.#session, this.#member);
    this.#session = session;
    this.#earlier = session?.outcome;
    if (session) join(session, this.#member);
    this.#update();
  }

  logout(): Promise<LogoutOutcome> {
    // If an element that was removed in this very task left first, no element would announce its logout.
    if (this.#member.target.isConnected) this.follow();
    return logout(this.#member.settings(), this.#member.target);
  }

  #update(): void {
    const { outcome, tab, flight } = this.#session ?? {};
    // The navigation is what ends the session.
    const isLeaving = flight && outcome?.ok && outcome.server === 'redirecting';
    const state = isLeaving ? 'busy' : (tab?.shown ?? 'idle');
    const shown = state !== 'busy' && outcome === this.#earlier ? 'idle' : state;
    if (shown === this.state && outcome === this.#outcome) return;
    this.state = shown;
    this.#outcome = outcome;
    this.#changed();
  }
}

function toldOf({ reason, status, retryable, local }: FailedLogout): keyof Strings {
  // A captive portal answered: a network that wants its own sign-in (RFC 6585 section 6).
  if (status === 511) return 'intercepted';
  // A reload would lose the tokens that are remembered for a second try, so the text must not advise one.
  if (local !== 'kept' && !retryable) return 'serverError';
  return TOLD[reason] ?? (retryable ? 'serverError' : 'refused');
}
