import type { ConnectionSettings } from '../connection/connection.js';
import type { Strings } from '../lang/strings.js';
import { logout } from '../logout/logout.js';
import type { FailedLogout, FailureReason, LogoutOutcome, LogoutState } from '../logout/outcome.js';
import { join, type Member, type PageSession, part, sessionOf } from '../logout/page-session.js';

export const STATES: readonly LogoutState[] = ['idle', 'busy', 'done', 'failed'];

/** What the shopper is told about a failure; about any other, only whether trying again may help. */
const TOLD: Partial<Record<FailureReason, keyof Strings>> = {
  offline: 'offline',
  network: 'unreachable',
  timeout: 'timedOut',
  'unexpected-response': 'intercepted',
  'still-signed-in': 'stillSignedIn',
};

/** The session of the connection that an element names, as far as the element shows it. */
export class ShownSession {
  readonly #member: Member & { readonly target: HTMLElement };
  readonly #changed: () => void;
  #session: PageSession | undefined;
  /** What the session had come to before the element came. */
  #earlier: LogoutOutcome | undefined;
  #outcome: LogoutOutcome | undefined;
  #state: LogoutState = 'idle';
  /** Whether the last logout of the session began at the element. */
  #isBegunHere = false;

  /** @param changed called when `state` has changed */
  constructor(target: HTMLElement, settings: () => ConnectionSettings, changed: () => void) {
    this.#member = { target, settings, changed: () => this.#update() };
    this.#changed = changed;
  }

  get state(): LogoutState {
    return this.#state;
  }

  /** Whether a logout of the session is under way. */
  get isUnderWay(): boolean {
    return this.#session?.flight !== undefined;
  }

  /** Whether it is this element that tells of the state. A logout that began elsewhere is told of by the first. */
  get isTeller(): boolean {
    const { outcome, members = [] } = this.#session ?? {};
    if (!outcome || outcome.origin === 'here') return this.#isBegunHere;
    return [...members].find(({ target }) => target instanceof Element) === this.#member;
  }

  /** The text that tells of the state. */
  get told(): keyof Strings | undefined {
    if (this.#state === 'idle' || !this.isTeller) return undefined;
    const outcome = this.#session?.outcome;
    return !outcome || outcome.ok ? this.#state : toldOf(outcome);
  }

  /** Shows the session of the connection that the settings name now. */
  join(): void {
    const { target, settings } = this.#member;
    // The page's session would hold an element that is gone for ever.
    if (!target.isConnected) return;
    const session = sessionOf(settings());
    if (session === this.#session) return;
    if (this.#session) this.leave();
    this.#session = session;
    this.#earlier = session.outcome;
    join(session, this.#member);
    this.#update();
  }

  /** An element that was only moved is back in the same task, and still shows what came of its logout. */
  leave(isMoved = false): void {
    if (isMoved) return;
    if (this.#session) part(this.#session, this.#member);
    this.#session = undefined;
    this.#isBegunHere = false;
    this.#update();
  }

  logout(): Promise<LogoutOutcome> {
    this.join();
    const isFirst = !this.isUnderWay;
    const flight = logout(this.#member.settings(), this.#member.target);
    this.#isBegunHere ||= isFirst;
    return flight;
  }

  #update(): void {
    const { state = 'idle', outcome } = this.#session ?? {};
    // A new logout is another element's, unless `logout()` of this one says otherwise.
    if (state === 'busy' && this.#state !== 'busy') this.#isBegunHere = false;
    const shown = state !== 'busy' && outcome === this.#earlier ? 'idle' : state;
    if (shown === this.#state && outcome === this.#outcome) return;
    this.#state = shown;
    this.#outcome = outcome;
    this.#changed();
  }
}

function toldOf({ reason, status, retryable, local }: FailedLogout): keyof Strings {
  // The word of a network that wants a sign-in of its own (RFC 6585 section 6).
  if (status === 511) return 'intercepted';
  // What is remembered for another try does not outlive a reload.
  if (local !== 'kept' && !retryable) return 'serverError';
  return TOLD[reason] ?? (retryable ? 'serverError' : 'refused');
}
