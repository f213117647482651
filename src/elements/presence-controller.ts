import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';

import type { ConnectionSettings } from '../logout/connection.js';
import { sessionOf } from '../logout/logout.js';
import type { Member, PageSession } from '../logout/page-session.js';
import { type Presence, presenceOf } from '../logout/presence.js';
import { join, part } from '../tabs/session-watch.js';

/** Knows whether somebody is signed in, and hears when that may have changed. */
export class PresenceController implements ReactiveController {
  readonly #settings: () => ConnectionSettings;
  readonly #onChange: (state: Presence) => void;
  readonly #member: Member;
  #session: PageSession | undefined;
  #state: Presence = 'unknown';
  /** Counts the questions, so that a slow answer does not overtake a later one. */
  #asked = 0;

  constructor(
    host: ReactiveControllerHost,
    settings: () => ConnectionSettings,
    onChange: (state: Presence) => void,
  ) {
    this.#settings = settings;
    this.#onChange = onChange;
    this.#member = { settings, changed: () => this.refresh() };
    host.addController(this);
  }

  get state(): Presence {
    return this.#state;
  }

  hostConnected(): void {
    this.refresh();
  }

  hostDisconnected(): void {
    if (this.#session) part(this.#session, this.#member);
    this.#session = undefined;
  }

  /** Looks again. A server knows of nobody's tokens. */
  refresh(): void {
    if (isServer) return;
    this.#follow();
    const asked = ++this.#asked;
    const presence = this.#session?.state === 'done' ? 'signed-out' : presenceOf(this.#settings());
    if (typeof presence === 'string') this.#set(presence);
    else void presence.then((later) => (asked === this.#asked ? this.#set(later) : undefined));
  }

  #follow(): void {
    const session = sessionOf(this.#settings());
    if (session === this.#session) return;
    if (this.#session) part(this.#session, this.#member);
    this.#session = session;
    join(session, this.#member);
  }

  #set(state: Presence): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#onChange(state);
  }
}
