import type { Strings } from '../lang/strings.js';
import type { ConnectionSettings } from '../connection/connection.js';
import { logout } from '../logout/logout.js';
import type { LogoutOutcome, LogoutState } from '../logout/outcome.js';
import { join, type Member, type PageSession, part, sessionOf } from '../logout/page-session.js';

export const STATES: readonly LogoutState[] = ['idle', 'busy', 'done', 'failed'];

/** The session of the connection that an element names, as far as the element shows it. */
export class ShownSession {
  readonly #element: HTMLElement;
  readonly #settings: () => ConnectionSettings;
  readonly #changed: () => void;
  readonly #member: Member;
  #session: PageSession | undefined;
  /** What the session had come to before the element came. */
  #earlier: LogoutOutcome | undefined;
  #state: LogoutState = 'idle';
  #outcome: LogoutOutcome | undefined;
  /** Whether the last logout of the session began at the element. */
  #isBegunHere = false;

  /** @param changed called when `state` has changed */
  constructor(element: HTMLElement, settings: () => ConnectionSettings, changed: () => void) {
    this.#element = element;
    this.#settings = settings;
    this.#changed = changed;
    this.#member = { target: element, settings, changed: () => this.#update() };
  }

  get state(): LogoutState {
    return this.#state;
  }

  /** Whether a logout of the session is under way. */
  get isUnderWay(): boolean {
    return this.#session?.flight !== undefined;
  }

  /** Whether it is this element that announces the state. A logout that began elsewhere is announced by the first. */
  get isTeller(): boolean {
    const { outcome, members = [] } = this.#session ?? {};
    if (!outcome || outcome.origin === 'here') return this.#isBegunHere;
    return [...members].find(({ target }) => target instanceof Element) === this.#member;
  }

  /** Which text tells screen readers of the state. */
  get announcement(): keyof Strings | undefined {
    const outcome = this.#session?.outcome;
    if (this.#state === 'idle' || !this.isTeller) return undefined;
    if (!outcome || outcome.ok) return this.#state;
    if (outcome.reason === 'offline') return 'offline';
    if (outcome.reason === 'still-signed-in') return 'stillSignedIn';
    return outcome.retryable ? 'unreachable' : 'refused';
  }

  /** Shows the session of the connection that the settings name now. */
  join(): void {
    // The page's session would hold an element that is gone for ever.
    if (!this.#element.isConnected) return;
    const session = sessionOf(this.#settings());
    if (session === this.#session) return;
    if (this.#session) this.leave();
    this.#session = session;
    this.#earlier = session.outcome;
    join(session, this.#member);
    this.#update();
  }

  leave(): void {
    if (this.#session) part(this.#session, this.#member);
    this.#session = undefined;
    this.#isBegunHere = false;
    this.#update();
  }

  logout(): Promise<LogoutOutcome> {
    this.join();
    const isFirst = !this.isUnderWay;
    const flight = logout(this.#settings(), this.#element);
    this.#isBegunHere ||= isFirst;
    return flight;
  }

  #update(): void {
    const { state = 'idle', outcome } = this.#session ?? {};
    // A new logout is another element's, unless `logout()` of this one says otherwise.
    if (state === 'busy') this.#isBegunHere = false;
    const shown = state !== 'busy' && outcome === this.#earlier ? 'idle' : state;
    if (shown === this.#state && outcome === this.#outcome) return;
    this.#state = shown;
    this.#outcome = outcome;
    this.#changed();
  }
}
