import type { ConnectionSettings } from '../connection/connection.js';
import { join, type Member, type PageSession, part, sessionOf } from './page-session.js';
import { type Presence, presenceOf } from './presence.js';

/** Knows whether somebody is signed in, and hears when that may have changed. */
export class PresenceWatch {
  readonly #settings: () => ConnectionSettings;
  readonly #onChange: (state: Presence) => void;
  readonly #member: Member;
  #session: PageSession | undefined;
  #state: Presence = 'unknown';
  /** Counts the questions, so that a slow answer does not overtake a later one. */
  #asked = 0;
  #lingering: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange called when the state has changed, or its time is up */
  constructor(settings: () => ConnectionSettings, onChange: (state: Presence) => void) {
    this.#settings = settings;
    this.#onChange = onChange;
    this.#member = { settings, changed: () => this.refresh() };
  }

  get state(): Presence {
    return this.#state;
  }

  /** Whether nobody is signed in, and that has been so for long enough. */
  get isGone(): boolean {
    return this.#state === 'signed-out' && this.#lingering === undefined;
  }

  /** Has what is shown to a shopper stay for another `ms`; 0 ends that. */
  linger(ms: number): void {
    clearTimeout(this.#lingering);
    this.#lingering = undefined;
    if (!ms) return;
    this.#lingering = setTimeout(() => {
      this.#lingering = undefined;
      this.#onChange(this.#state);
    }, ms);
  }

  /** Looks again. */
  refresh(): void {
    this.#follow();
    const asked = ++this.#asked;
    const presence = this.#session?.state === 'done' ? 'signed-out' : presenceOf(this.#settings());
    if (typeof presence === 'string') this.#set(presence);
    else void presence.then((later) => (asked === this.#asked ? this.#set(later) : undefined));
  }

  stop(): void {
    this.linger(0);
    this.#leave();
  }

  #leave(): void {
    if (this.#session) part(this.#session, this.#member);
    this.#session = undefined;
  }

  #follow(): void {
    const session = sessionOf(this.#settings());
    if (session === this.#session) return;
    this.#leave();
    this.#session = session;
    join(session, this.#member);
  }

  #set(state: Presence): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#onChange(state);
  }
}
