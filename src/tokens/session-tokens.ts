import { succeeds, untilAborted, within } from '../client/deadline.js';
import { quietly } from '../client/json.js';
import { cookies } from './cookies.js';
import {
  after,
  type Found,
  foundIn,
  isBlocked,
  isPromise,
  isSome,
  type Keeper,
  type MaybePromise,
  placeKeeper,
  plain,
  readNow,
  readPlace,
  removeEach,
  storeKeeper,
} from './keepers.js';
import type { StoredTokens, TokenPlace, Tokens, TokenStore } from './token-store.js';

export type { Found } from './keepers.js';

/** A platform's other keys that belong to the shopper and go with the session. */
export interface Leftovers {
  readonly localStorage?: readonly string[];
  readonly cookies?: readonly string[];
  /** Every cookie whose name starts with one of these. */
  readonly cookiePrefixes?: readonly string[];
}

/** The result of a change, with a sentence for each problem. */
export interface Change {
  readonly isReplaced: boolean;
  readonly problems: readonly string[];
}

/** How long a look waits for the page's own store or the vendor's SDK, in ms. */
const LOOK_MS = 1000;
const STORE_FAILED = "The page's own token store failed; check its clear() and replace().";
const SDK_FAILED = "The platform's SDK may still hold the old tokens: reload the page.";

/**
 * The tokens of one connection: in the vendor's SDK, in the platform's places, and in the page's own store. Each keeper's
 * tokens are read, and removed in the same task if they are old. The SDK comes first: if it found its new tokens in storage
 * already, it would not tell its listeners.
 */
export class SessionTokens {
  readonly #store: TokenStore | undefined;
  readonly #places: readonly TokenPlace[];
  readonly #leftovers: Leftovers;
  readonly #keepers: readonly Keeper[];
  readonly #isGuests: (tokens: StoredTokens) => boolean;

  constructor(
    store: TokenStore | undefined,
    places: readonly TokenPlace[],
    leftovers: Leftovers = {},
    sdk?: TokenStore,
    isGuests: (tokens: StoredTokens) => boolean = () => false,
  ) {
    this.#store = store;
    this.#places = places;
    this.#leftovers = leftovers;
    this.#isGuests = isGuests;
    this.#keepers = [
      ...(sdk ? [storeKeeper(sdk, SDK_FAILED)] : []),
      ...places.map(placeKeeper),
      ...(store ? [storeKeeper(store, STORE_FAILED)] : []),
    ];
  }

  /**
   * The tokens for a logout: from the page's own store, else from the first place that has some; a guest's only if there are
   * no others. Synchronous, unless that store is asynchronous. Throws or rejects only if that store or an adapter's `read` does.
   */
  read(): MaybePromise<StoredTokens | undefined> {
    return after(this.#store?.read(), (own) => {
      const mine = plain(own);
      if (mine && !this.#isGuests(mine)) return mine;
      const others = this.#places.map(readPlace).filter(isSome);
      return others.find((each) => !this.#isGuests(each)) ?? mine ?? others[0];
    });
  }

  /** All tokens, wherever they are. `now` leaves out those of an asynchronous keeper. */
  all(when: 'now'): Found[];
  all(): MaybePromise<Found[]>;
  all(when?: 'now'): MaybePromise<Found[]> {
    const read = this.#keepers.map((keeper) => ({ keeper, tokens: readQuietly(keeper) }));
    const found = read.flatMap(({ keeper, tokens }) =>
      foundIn(keeper, isPromise(tokens) ? undefined : tokens),
    );
    if (when === 'now') return found;
    const slow = read.flatMap(({ keeper, tokens }) =>
      isPromise(tokens) ? within(LOOK_MS, tokens, undefined).then((late) => foundIn(keeper, late)) : [],
    );
    if (!slow.length) return found;
    // The others are read again: somebody may have signed in meanwhile.
    return Promise.all(slow).then((late) => [...late.flat(), ...this.all('now')]);
  }

  /**
   * Removes the tokens for which `isOld` holds, or replaces them by `pair` if the keeper can. Never throws. When `signal`
   * has aborted, it does not wait for the page's own store or the SDK.
   */
  async remove(isOld: (found: Found) => boolean, signal: AbortSignal, pair?: Tokens): Promise<Change> {
    const problems: string[] = [];
    let isReplaced = false;
    for (const keeper of this.#keepers) {
      const next = keeper.canReplace ? pair : undefined;
      const swap = (tokens: StoredTokens | undefined): MaybePromise<string[] | undefined> =>
        foundIn(keeper, tokens).some(isOld) ? keeper.put(next) : undefined;
      // A synchronous keeper is read and changed in one task. One that cannot be read may still have the old tokens.
      const tokens = readNow(() => keeper.read());
      const change = isPromise(tokens) ? tokens.then(swap).catch(() => [keeper.problem]) : swap(tokens);
      const failed = isPromise(change) ? await untilAborted(change, signal, [keeper.problem]) : change;
      problems.push(...(failed ?? []));
      isReplaced ||= next !== undefined && failed?.length === 0;
    }
    return { isReplaced, problems };
  }

  /** Removes all tokens and leftovers. */
  async removeAll(signal: AbortSignal): Promise<Change> {
    const { isReplaced, problems } = await this.remove(() => true, signal);
    return { isReplaced, problems: [...problems, ...(await this.removeRest(signal))] };
  }

  /** Removes the rest after the last token: the platform's other keys, and the content of the page's own store. */
  async removeRest(signal: AbortSignal): Promise<readonly string[]> {
    const { localStorage = [], cookies: names = [], cookiePrefixes = [] } = this.#leftovers;
    const isLeftover = (name: string): boolean => cookiePrefixes.some((prefix) => name.startsWith(prefix));
    const leftover = quietly(() => cookies.names().filter(isLeftover)) ?? [];
    const problems = [
      ...this.#places.filter(isBlocked).flatMap((place) => removeEach(place.in, place.keys)),
      ...removeEach('localStorage', localStorage),
      ...removeEach('cookie', [...names, ...leftover]),
    ];
    const store = this.#store;
    if (store && !(await succeeds(signal, () => store.clear()))) problems.push(STORE_FAILED);
    return problems;
  }
}

/** The tokens of a keeper; nothing if it cannot be read. */
function readQuietly(keeper: Keeper): MaybePromise<StoredTokens | undefined> {
  const tokens = quietly(() => keeper.read());
  return isPromise(tokens) ? tokens.catch(() => undefined) : tokens;
}
