import { startDeadline } from '../client/deadline.js';
import { send } from '../client/client.js';
import type { Connection } from '../logout/connection.js';
import { sessionTokens } from '../logout/settle-tokens.js';
import { jwtClaims } from '../tokens/jwt.js';
import type { StoredTokens, Tokens } from '../tokens/token-store.js';
import type { Epoch } from './epoch.js';
import { FinishedRequests } from './finished-requests.js';

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

/**
 * Looks at all token places now, because something has happened that may have brought a token back; in another tab,
 * if `isElsewhere`, and then the requests of this one have nothing to do with it.
 */
export function checkTokens(isElsewhere = false): void {
  for (const guard of guards.values()) void guard.check(isElsewhere);
}

/** Takes the page's word that the tokens in place are those of a new session; without any, the guard lets go. */
export function acceptTokens(key: string): void {
  guards.get(key)?.accept();
}

/**
 * Removes tokens that come back after a logout: from a refresh that was under way, in this tab or in another, or by a
 * browser (Firefox shows a removed cookie again when a frame of the same site was loading meanwhile). A
 * new sign-in is never undone, and is put back if such a refresh overwrites it. It is known by the page's word
 * (`signedIn()`), by another user in its token, by a token that was issued after the logout, and, if that may have
 * been granted to an old request as well, by when the request began that brought it.
 */
class TokenGuard {
  readonly #connection: Connection;
  readonly #epoch: Epoch;
  readonly #ended: Ended;
  readonly #onStop: () => void;
  readonly #started = performance.now();
  readonly #ageAtStart: number;
  readonly #requests: FinishedRequests;
  readonly #revoked = new Set<string>();
  /** What belongs in the places: the pair that took the old one's place, or that of a new session. */
  #current: Tokens | undefined;
  #isAccepted = false;
  #isOver = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, epoch: Epoch, ended: Ended, onStop: () => void) {
    this.#connection = connection;
    this.#epoch = epoch;
    this.#ended = ended;
    this.#current = ended.pair;
    this.#onStop = onStop;
    this.#ageAtStart = Math.max(Date.now() - epoch.at, 0);
    this.#requests = new FinishedRequests(this.#started - this.#ageAtStart, () => void this.check());
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
    this.#requests.stop();
    this.#isOver = true;
    this.#onStop();
  }

  async check(isElsewhere = false): Promise<void> {
    const old = await sessionTokens(this.#connection).undo(
      (tokens) => !this.#isOver && this.#isOld(tokens, isElsewhere),
      () => this.#current,
    );
    for (const tokens of old) this.#revoke(tokens);
  }

  accept(): void {
    this.#isAccepted = true;
    const keep = (tokens?: StoredTokens): void => {
      if (!tokens || this.#isGuest(tokens) || isSame(tokens, this.#ended.tokens)) this.stop();
      else this.#current = tokens;
    };
    try {
      const tokens = sessionTokens(this.#connection).read();
      if (tokens instanceof Promise) tokens.then(keep, () => this.stop());
      else keep(tokens);
    } catch {
      this.stop();
    }
  }

  /** Milliseconds since the logout; from here on by a clock that nobody can set. */
  get #age(): number {
    return this.#ageAtStart + performance.now() - this.#started;
  }

  #isGuest(tokens: StoredTokens): boolean {
    return this.#connection.platform.isGuest?.(tokens) ?? false;
  }

  /** Whether tokens that are in place are the old session's; others are remembered as those that belong there. */
  #isOld(tokens: StoredTokens, isElsewhere: boolean): boolean {
    if (isSame(tokens, this.#current)) return false;
    const isOld =
      !this.#isGuest(tokens) &&
      (isSame(tokens, this.#ended.tokens) || this.#isOfOldSession(tokens, isElsewhere));
    if (!isOld) this.#current = tokens;
    return isOld;
  }

  #isOfOldSession({ accessToken }: StoredTokens, isElsewhere: boolean): boolean {
    const { sub, auth_time, iat } = jwtClaims(accessToken);
    const { sub: oldSub } = jwtClaims(this.#ended.tokens?.accessToken);
    if (sub !== undefined && oldSub !== undefined && sub !== oldSub) return false;
    const { issuedUntil } = this.#epoch;
    if (!this.#isAccepted) {
      if (typeof auth_time === 'number') return auth_time <= issuedUntil;
      if (typeof iat === 'number' && iat <= issuedUntil) return true;
      if (typeof iat !== 'number' && this.#age < DOUBT_MS) return true;
    }
    return !isElsewhere && this.#requests.areLate === true;
  }

  /** Ends the session that a late refresh has opened, where its token can do that. What is answered changes nothing. */
  #revoke(tokens: StoredTokens): void {
    const { platform, timeout } = this.#connection;
    const { accessToken } = tokens;
    const isKnown = accessToken === this.#ended.tokens?.accessToken;
    if (!platform.isRevocable || !accessToken || isKnown || this.#revoked.has(accessToken)) return;
    this.#revoked.add(accessToken);
    const deadline = startDeadline(timeout);
    void send(platform.request({ ...this.#connection, tokens }), deadline.signal).finally(() =>
      deadline.end(),
    );
  }
}

function isSame({ accessToken, refreshToken }: Tokens, other: Tokens | undefined): boolean {
  return (
    other !== undefined &&
    ((accessToken !== undefined && accessToken === other.accessToken) ||
      (refreshToken !== undefined && refreshToken === other.refreshToken))
  );
}
