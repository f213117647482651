import { startDeadline } from '../client/deadline.js';
import { send } from '../client/client.js';
import type { Connection } from '../logout/connection.js';
import { sessionTokens } from '../logout/settle-tokens.js';
import { jwtClaims } from '../tokens/jwt.js';
import type { StoredTokens, Tokens } from '../tokens/token-store.js';
import type { Epoch } from './epoch.js';

/** When the token places are looked at after a logout, in ms; the last one ends the guard. */
const CHECKS_MS = [50, 150, 300, 600, 1000, 2000, 4000, 7000, 10_000];
/** How long a token that says nothing about its age is taken for one of the old session, in ms. */
const DOUBT_MS = 900;

/** What is known of the session that has ended; nothing in a tab that was only told. */
export interface Ended {
  /** The pair that took its place. */
  readonly pair?: Tokens | undefined;
  readonly tokens?: StoredTokens;
}

const guards = new Map<string, TokenGuard>();

/** Guards the token places of a connection from now until ten seconds after `epoch`. */
export function guardTokens(key: string, connection: Connection, epoch: Epoch, ended: Ended = {}): void {
  guards.get(key)?.stop();
  const guard = new TokenGuard(connection, epoch, ended, () => guards.delete(key));
  guards.set(key, guard);
  guard.start();
}

/** Looks at the token places now, because something has happened that may have brought a token back. */
export function checkTokens(key?: string): void {
  for (const [each, guard] of guards) if (key === undefined || key === each) void guard.check();
}

/** Lets go: somebody has signed in. */
export function releaseTokens(key: string): void {
  guards.get(key)?.stop();
}

/**
 * Removes tokens that come back after a logout: from a refresh that was under way, in this tab or in another. A
 * new sign-in is never undone; it is known by the page's word (`signedIn()`), by another user in its token, or by
 * a token that was issued after the logout.
 */
class TokenGuard {
  readonly #connection: Connection;
  readonly #epoch: Epoch;
  readonly #ended: Ended;
  readonly #onStop: () => void;
  readonly #started = performance.now();
  readonly #ageAtStart: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, epoch: Epoch, ended: Ended, onStop: () => void) {
    this.#connection = connection;
    this.#epoch = epoch;
    this.#ended = ended;
    this.#onStop = onStop;
    this.#ageAtStart = Math.max(Date.now() - epoch.at, 0);
  }

  start(): void {
    const next = CHECKS_MS.find((ms) => ms > this.#age);
    if (next === undefined) {
      this.stop();
      return;
    }
    this.#timer = setTimeout(() => {
      void this.check();
      this.start();
    }, next - this.#age);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#onStop();
  }

  async check(): Promise<void> {
    const old = await sessionTokens(this.#connection).undo((tokens) => this.#isOld(tokens), this.#ended.pair);
    for (const tokens of old) this.#revoke(tokens);
  }

  /** Milliseconds since the logout; from here on by a clock that nobody can set. */
  get #age(): number {
    return this.#ageAtStart + performance.now() - this.#started;
  }

  #isOld(tokens: StoredTokens): boolean {
    const { pair, tokens: ended } = this.#ended;
    const { accessToken, refreshToken } = tokens;
    const isSame = (other: Tokens | undefined): boolean =>
      other !== undefined &&
      ((accessToken !== undefined && accessToken === other.accessToken) ||
        (refreshToken !== undefined && refreshToken === other.refreshToken));
    if (isSame(pair) || this.#connection.platform.isGuest?.(tokens)) return false;
    if (isSame(ended)) return true;
    const { sub, auth_time, iat } = jwtClaims(accessToken);
    const { sub: oldSub } = jwtClaims(ended?.accessToken);
    if (sub !== undefined && oldSub !== undefined && sub !== oldSub) return false;
    const issued = auth_time ?? iat;
    return typeof issued === 'number' ? issued <= this.#epoch.issuedUntil : this.#age < DOUBT_MS;
  }

  /** Ends the session that a late refresh has opened, where its token can do that. What is answered changes nothing. */
  #revoke(tokens: StoredTokens): void {
    const { platform, timeout } = this.#connection;
    if (
      !platform.isRevocable ||
      !tokens.accessToken ||
      tokens.accessToken === this.#ended.tokens?.accessToken
    )
      return;
    const deadline = startDeadline(timeout);
    void send(platform.request({ ...this.#connection, tokens }), deadline.signal).finally(() =>
      deadline.end(),
    );
  }
}
