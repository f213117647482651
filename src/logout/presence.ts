import { quietly } from '../client/json.js';
import { type ConnectionSettings, type Resolved, resolveConnection } from '../connection/connection.js';
import { tokensOf } from '../connection/connection-tokens.js';
import { after, isPromise, type MaybePromise } from '../tokens/keepers.js';
import type { StoredTokens } from '../tokens/token-store.js';
import type { Presence } from './outcome.js';
import { join, type Member, type PageSession, pageSession, part } from './page-session.js';

/** Knows whether somebody is signed in, and calls back when that changes. */
export class PresenceWatch {
  readonly #settings: () => ConnectionSettings;
  readonly #onChange: (state: Presence) => void;
  readonly #member: Member;
  #session: PageSession | undefined;
  state: Presence = 'unknown';
  /** Number of looks so far: a slow answer must not replace a later one. */
  #asked = 0;
  #lingering: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange called when the state has changed, or when `linger()` is over */
  constructor(settings: () => ConnectionSettings, onChange: (state: Presence) => void) {
    this.#settings = settings;
    this.#onChange = onChange;
    this.#member = { settings, changed: () => this.refresh() };
  }

  /** Whether nobody is signed in, and `linger()` is over. */
  get isGone(): boolean {
    return this.state === 'signed-out' && this.#lingering === undefined;
  }

  /** Delays `isGone` by `ms`; 0 ends the delay. */
  linger(ms: number): void {
    clearTimeout(this.#lingering);
    const over = (): void => {
      this.#lingering = undefined;
      this.#onChange(this.state);
    };
    this.#lingering = ms ? setTimeout(over, ms) : undefined;
  }

  /** Looks again. */
  refresh(): void {
    const connection = resolveConnection(this.#settings());
    this.#follow(pageSession(connection));
    const asked = ++this.#asked;
    const isDone = this.#session?.tab.shown === 'done';
    const presence = isDone ? 'signed-out' : (quietly(() => presenceOf(connection)) ?? 'unknown');
    if (!isPromise(presence)) this.#set(presence);
    else
      void presence
        .catch(() => 'unknown' as const)
        .then((later) => (asked === this.#asked ? this.#set(later) : undefined));
  }

  stop(): void {
    this.#asked++;
    this.linger(0);
    this.#follow(undefined);
  }

  #follow(session: PageSession | undefined): void {
    if (session === this.#session) return;
    if (this.#session) part(this.#session, this.#member);
    this.#session = session;
    if (session) join(session, this.#member);
  }

  #set(state: Presence): void {
    if (state === this.state) return;
    this.state = state;
    this.#onChange(state);
  }
}

/**
 * Asks the platform first, then looks for a token. Synchronous, unless the page's own token store is asynchronous. A
 * session in a cookie that scripts cannot see is `unknown`. Throws or rejects only if that store or an adapter does.
 */
function presenceOf(connection: Resolved): MaybePromise<Presence> {
  if ('problem' in connection) return 'unknown';
  const { platform, settings } = connection;
  const told = platform.isGuestOnPage?.(settings.sdk);
  if (told !== undefined) return told ? 'signed-out' : 'signed-in';
  const isMembers = (tokens: StoredTokens): boolean => !platform.isGuest?.(tokens);
  const stored = tokensOf(connection);
  return after(stored.read(), (tokens) => {
    if (tokens && isMembers(tokens)) return 'signed-in';
    if (!tokens && platform.cookieSession?.({ ...connection, tokens: {} })) return 'unknown';
    // Perhaps only the vendor's SDK has the tokens of a member.
    return after(settings.sdk ? stored.all() : [], (found) =>
      found.some((each) => isMembers(each.tokens)) ? 'signed-in' : 'signed-out',
    );
  });
}
