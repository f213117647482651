import { untilAborted } from '../client/deadline.js';
import { preventSilentSignIn } from '../client/silent-sign-in.js';
import { withoutSpeculation } from '../client/speculation.js';
import { isGuests, tokensOf } from '../connection/connection-tokens.js';
import type { Connection } from '../connection/connection.js';
import { isPromise, UNREADABLE } from '../tokens/keepers.js';
import { clearPageData } from '../tokens/page-data.js';
import type { Change, Found, SessionTokens } from '../tokens/session-tokens.js';
import type { StoredTokens, Tokens } from '../tokens/token-store.js';
import { factsOf, issuedAt, marksOf } from './found-tokens.js';
import type { FoundTokens, Live, PageState } from './page-state.js';

/** The longest time for removing the tokens in a page that was told, in ms. */
const FORGET_MS = 1000;
const LEFT = 'Tokens that this logout did not use are stored, and stay: log out again to end them.';
export const NOTHING: Change = { isReplaced: false, problems: [] };

/** The tokens of a connection as the protocol sees them: by fingerprints, and without a guest's tokens. */
export class TabTokens {
  /** The guest's pair that the last logout returned. It replaces the old tokens. Other tabs find it in the places. */
  pair: Tokens | undefined;
  readonly #connection: () => Connection | undefined;

  constructor(connection: () => Connection | undefined) {
    this.#connection = connection;
  }

  /** The tokens, wherever they are; nothing if the connection has a problem. */
  get stored(): SessionTokens | undefined {
    const connection = this.#connection();
    return connection && tokensOf(connection);
  }

  facts(found: readonly Found[]): FoundTokens[] {
    const connection = this.#connection();
    if (!connection) return [];
    return found.filter((each) => !this.#isPair(each)).flatMap((each) => factsOf(connection, each));
  }

  /** The fingerprints of a session's tokens. A guest's stay valid, and a sign-in may replace one of them before the other. */
  marks(tokens: readonly StoredTokens[]): string[] {
    const platform = this.#connection()?.platform;
    if (!platform) return [];
    return tokens.filter((each) => !isGuests(platform, each)).flatMap((each) => marksOf(platform, each));
  }

  /** Remembers another tab's pair. If a late token overwrites it, this page may be the first to see that. */
  findPair(found: readonly Found[], { live, record }: PageState): void {
    const old = record.old.map(({ mark }) => mark);
    for (const each of found) {
      const { tokens, isShared } = each;
      const isPair = isShared && live.some(({ issued }) => issued === issuedAt(tokens));
      // That tab writes one key after the other: the refresh token may still be the old one.
      if (isPair && !this.facts([each]).length && !this.#isMarked(tokens, old)) this.pair = tokens;
    }
  }

  /** The live message for the other tabs, if the platform has returned a pair. */
  liveOf(sent: readonly StoredTokens[]): Omit<Live, 'of'> | undefined {
    const found = sent.map((tokens) => ({ tokens, isInMemory: false, isShared: false, canReplace: false }));
    // If only the vendor's SDK had the tokens, the first of `sent` is empty.
    const user = this.facts(found).find((each) => each.user !== undefined)?.user;
    const issued = this.pair && issuedAt(this.pair);
    return user !== undefined && issued !== undefined ? { user, issued } : undefined;
  }

  /**
   * Settles the tokens after an end: removes those that are `isGone`, or replaces them by the pair. With the last token go
   * the platform's other keys, if the browser `isOurs` still; `clear-also` and speculation rules go in any case.
   *
   * @param isOurs whether nobody has signed in since the click
   */
  async settle(
    isGone: (tokens: FoundTokens) => boolean,
    signal: AbortSignal,
    isOurs: () => boolean,
  ): Promise<Change> {
    preventSilentSignIn();
    const connection = this.#connection();
    if (!connection) return NOTHING;
    const tokens = tokensOf(connection);
    const isGoing = (found: Found): boolean => this.facts([found]).some(isGone);
    const data = withoutSpeculation(clearPageData(connection.clearAlso, signal));
    const { isReplaced, problems } = await tokens.remove(isGoing, signal, this.pair);
    const all = tokens.all();
    // Somebody may have signed in meanwhile. A store that does not answer may hold the new tokens.
    const found = isPromise(all) ? await untilAborted(all, signal, undefined) : all;
    const now = found ?? tokens.all('now');
    // The vendor's SDK may have stored the pair itself.
    const hasPair = isReplaced || now.some((each) => this.#isPair(each));
    const facts = this.facts(now);
    const isLeft = facts.some((each) => !isGone(each));
    // If a guest has clicked, the guest's tokens stay: they have no facts.
    const mayClear = !hasPair && facts.length === now.length && isOurs();
    const rest = !found ? [UNREADABLE] : isLeft ? [LEFT] : mayClear ? await tokens.removeRest(signal) : [];
    return { isReplaced: hasPair, problems: [...problems, ...rest, ...(await data)] };
  }

  /** Removes the tokens with one of these fingerprints, or replaces them by the pair. */
  async remove(marks: readonly string[]): Promise<Change> {
    const isMeant = ({ tokens }: Found): boolean => this.#isMarked(tokens, marks);
    return (await this.stored?.remove(isMeant, AbortSignal.timeout(FORGET_MS), this.pair)) ?? NOTHING;
  }

  /** Waits for the tokens' removal, and removes this tab's own part of `clear-also`. */
  async removeOwnData(removal: Promise<Change>): Promise<Change> {
    const own = this.#connection()?.clearAlso.filter(({ kind }) => kind === 'session') ?? [];
    const removing = withoutSpeculation(clearPageData(own, AbortSignal.timeout(FORGET_MS)));
    const [{ isReplaced, problems }, data] = await Promise.all([removal, removing]);
    return { isReplaced, problems: [...problems, ...data] };
  }

  /** Replaces the tokens of the click by refreshed ones, in each place that can hold them. Removes nothing. */
  async refresh(sent: readonly StoredTokens[], latest: Tokens, signal: AbortSignal): Promise<void> {
    const marks = this.marks(sent);
    const isMeant = ({ tokens, canReplace }: Found): boolean => canReplace && this.#isMarked(tokens, marks);
    await this.stored?.remove(isMeant, signal, latest);
  }

  #isMarked(tokens: StoredTokens, marks: readonly string[]): boolean {
    const platform = this.#connection()?.platform;
    return platform !== undefined && marksOf(platform, tokens).some((mark) => marks.includes(mark));
  }

  #isPair({ tokens }: Found): boolean {
    return this.pair !== undefined && tokens.accessToken === this.pair.accessToken;
  }
}
