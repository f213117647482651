import { startDeadline } from '../client/deadline.js';
import { preventSilentSignIn } from '../client/silent-sign-in.js';
import { withoutSpeculation } from '../client/speculation.js';
import { tokensOf } from '../connection/connection-tokens.js';
import type { Connection } from '../connection/connection.js';
import { clearPageData } from '../tokens/page-data.js';
import type { Change, Found } from '../tokens/session-tokens.js';
import type { StoredTokens, Tokens } from '../tokens/token-store.js';
import { factsOf, issuedAt, marksOf } from './found-tokens.js';
import type { FoundTokens, Live } from './page-state.js';

/** How long a told page's own token store may take to forget, in ms. */
const FORGET_MS = 1000;
const LEFT = 'Tokens that this logout was not made with are stored, and stay: log out again to end them.';
export const NOTHING: Change = { isReplaced: false, problems: [] };

/** The token places of a connection, as the protocol sees them: by fingerprints, and without a guest's tokens. */
export class TabTokens {
  /** What the last end has handed back for the places of the old tokens: a guest's. Told tabs find it there. */
  pair: Tokens | undefined;
  readonly #connection: () => Connection | undefined;

  constructor(connection: () => Connection | undefined) {
    this.#connection = connection;
  }

  /** All tokens that lie anywhere; `now` leaves out those that it takes time to read. */
  all(when: 'now'): readonly Found[];
  all(): readonly Found[] | Promise<readonly Found[]>;
  all(when?: 'now'): readonly Found[] | Promise<readonly Found[]> {
    const connection = this.#connection();
    if (!connection) return [];
    return when ? tokensOf(connection).all(when) : tokensOf(connection).all();
  }

  facts(found: readonly Found[]): FoundTokens[] {
    const platform = this.#connection()?.platform;
    if (!platform) return [];
    return found.filter((each) => !this.#isPair(each)).flatMap((each) => factsOf(platform, each));
  }

  marks(tokens: readonly StoredTokens[]): string[] {
    const platform = this.#connection()?.platform;
    return platform ? tokens.flatMap((each) => marksOf(platform, each)) : [];
  }

  /** Keeps another tab's pair: this page may be the one that finds a late token which has overwritten it. */
  findPair(found: readonly Found[], live: readonly Live[]): void {
    for (const each of live.length ? found : []) {
      const { accessToken } = each.tokens;
      const isPair = each.isShared && live.some(({ issued }) => issued === issuedAt(each.tokens));
      if (isPair && accessToken && !this.facts([each]).length) this.pair = { ...each.tokens, accessToken };
    }
  }

  /** What tells a late refresh of the ended session from a new sign-in, where the platform hands back a pair. */
  liveOf(sent: readonly StoredTokens[]): Omit<Live, 'of'> | undefined {
    const found = sent.map((tokens) => ({ tokens, isInMemory: false, isShared: false, canReplace: false }));
    // The tokens may have been in the memory of the vendor's SDK only, and then the first of what was sent is nothing.
    const user = this.facts(found).find((each) => each.user !== undefined)?.user;
    const issued = this.pair && issuedAt(this.pair);
    return user !== undefined && issued !== undefined ? { user, issued } : undefined;
  }

  /**
   * Settles the tokens after an end: some go, or the pair takes their place; what goes with the last one goes too, and
   * what the browser keeps of the session.
   */
  async settle(isGone: (tokens: FoundTokens) => boolean, signal: AbortSignal): Promise<Change> {
    preventSilentSignIn();
    const connection = this.#connection();
    if (!connection) return NOTHING;
    const tokens = tokensOf(connection);
    const isGoing = (found: Found): boolean => this.facts([found]).some(isGone);
    const data = withoutSpeculation(clearPageData(connection.clearAlso, signal));
    const { isReplaced, problems } = await tokens.remove(isGoing, signal, this.pair);
    const now = tokens.all('now');
    // The vendor's SDK may have put the pair there itself.
    const hasPair = isReplaced || now.some((found) => this.#isPair(found));
    const isLeft = this.facts(now).some((each) => !isGone(each));
    const rest = isLeft ? [LEFT] : hasPair ? [] : await tokens.removeRest(signal);
    return { isReplaced: hasPair, problems: [...problems, ...rest, ...(await data)] };
  }

  /** Removes the tokens that have one of these fingerprints, or puts the pair in their place. */
  async remove(marks: readonly string[]): Promise<Change> {
    const deadline = startDeadline(FORGET_MS);
    const change = await this.#swap(marks, deadline.signal, this.pair);
    deadline.end();
    return change;
  }

  /** Removes, besides the tokens, what goes with the session and no other tab can reach. */
  async removeOwnData(removal: Promise<Change>): Promise<Change> {
    const own = this.#connection()?.clearAlso.filter(({ kind }) => kind === 'session') ?? [];
    const deadline = startDeadline(FORGET_MS);
    const removing = withoutSpeculation(clearPageData(own, deadline.signal));
    const [{ isReplaced, problems }, data] = await Promise.all([removal, removing]);
    deadline.end();
    return { isReplaced, problems: [...problems, ...data] };
  }

  /** Puts refreshed tokens where those lie that were found at the click, and can be replaced; loses nothing. */
  async refresh(sent: readonly StoredTokens[], latest: Tokens, signal: AbortSignal): Promise<void> {
    await this.#swap(this.marks(sent), signal, latest, true);
  }

  async #swap(
    marks: readonly string[],
    signal: AbortSignal,
    next: Tokens | undefined,
    isKept = false,
  ): Promise<Change> {
    const connection = this.#connection();
    if (!connection) return NOTHING;
    const isMeant = ({ tokens, canReplace }: Found): boolean =>
      (canReplace || !isKept) && this.marks([tokens]).some((mark) => marks.includes(mark));
    return tokensOf(connection).remove(isMeant, signal, next);
  }

  #isPair({ tokens }: Found): boolean {
    return this.pair !== undefined && tokens.accessToken === this.pair.accessToken;
  }
}
