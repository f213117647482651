import { succeeds, untilAborted, within } from '../client/deadline.js';
import { cookies } from './cookies.js';
import { webStorage } from './storage.js';
import type { StoredTokens, TokenBackend, TokenPlace, Tokens, TokenStore } from './token-store.js';

/** More of a platform's own keys that belong to the signed-in shopper and go with the session. */
export interface Leftovers {
  readonly localStorage?: readonly string[];
  readonly cookies?: readonly string[];
  /** Every cookie whose name starts with one of these. */
  readonly cookiePrefixes?: readonly string[];
}

/** Tokens that lie somewhere. */
export interface Found {
  readonly tokens: StoredTokens;
  /** Whether they are in the memory of this page. */
  readonly isInMemory: boolean;
  /** Whether other tabs see them as well. */
  readonly isShared: boolean;
  /** Whether others can be put in their place. */
  readonly canReplace: boolean;
}

/** What a change did, with a sentence for each thing that could not be done. */
export interface Change {
  readonly isReplaced: boolean;
  readonly problems: readonly string[];
}

/** One keeper of tokens. */
interface Keeper {
  readonly isInMemory: boolean;
  readonly isShared: boolean;
  read(): MaybePromise<StoredTokens | undefined>;
  /** Puts new tokens in the place of the old ones, or removes them; answers with what went wrong. */
  put(tokens: Tokens | undefined): MaybePromise<string[]>;
  readonly canReplace: boolean;
  /** What is told of one that does not answer. */
  readonly problem: string;
}

type MaybePromise<T> = T | Promise<T>;

const backends: Record<TokenPlace['in'], TokenBackend> = {
  localStorage: webStorage('localStorage'),
  sessionStorage: webStorage('sessionStorage'),
  cookie: cookies,
};

/** How long a look waits for the page's own store, or the vendor's SDK, in ms. */
const LOOK_MS = 1000;
const STORE_FAILED = "The page's own token store failed; check its clear() and replace().";
const SDK_FAILED = "The platform's SDK may still hold the old tokens: reload the page.";

/**
 * The tokens of one connection: in the memory of the vendor's SDK, in the platform's usual places, and in the page's
 * own store. Nothing is ever cleared as a whole: each keeper's tokens are read, and removed in the same task if they
 * are the old ones. The SDK comes first: one that finds its new tokens stored already tells nobody about them.
 */
export class SessionTokens {
  readonly #store: TokenStore | undefined;
  readonly #places: readonly TokenPlace[];
  readonly #leftovers: Leftovers;
  readonly #keepers: readonly Keeper[];

  constructor(
    store: TokenStore | undefined,
    places: readonly TokenPlace[],
    leftovers: Leftovers = {},
    sdk?: TokenStore,
  ) {
    this.#store = store;
    this.#places = places;
    this.#leftovers = leftovers;
    this.#keepers = [
      ...(sdk ? [storeKeeper(sdk, SDK_FAILED)] : []),
      ...places.map(placeKeeper),
      ...(store ? [storeKeeper(store, STORE_FAILED)] : []),
    ];
  }

  /**
   * The tokens for a logout: those of the page's own store, else of the first place that has some. Synchronous unless
   * the page's store is not; throws or rejects only where that does.
   */
  read(): MaybePromise<StoredTokens | undefined> {
    const own = this.#store?.read();
    // A thenable of another kind is a promise too, as `await` sees it.
    return own && 'then' in own
      ? Promise.resolve(own).then((tokens) => this.#usable(tokens))
      : this.#usable(own);
  }

  /** All tokens that lie anywhere; `now` leaves out those that it takes time to read. */
  all(when: 'now'): Found[];
  all(): MaybePromise<Found[]>;
  all(when?: 'now'): MaybePromise<Found[]> {
    const read = this.#keepers.map((keeper) => ({ keeper, tokens: quietly(() => keeper.read()) }));
    const found = read.flatMap(({ keeper, tokens }) =>
      foundIn(keeper, isPromise(tokens) ? undefined : tokens),
    );
    if (when === 'now' || !read.some(({ tokens }) => isPromise(tokens))) return found;
    const slow = read.map(async ({ keeper, tokens }) =>
      foundIn(keeper, await within(LOOK_MS, Promise.resolve(tokens), undefined).catch(() => undefined)),
    );
    return Promise.all(slow).then((all) => all.flat());
  }

  /**
   * Removes the tokens for which `isOld` holds, or puts `pair` in their place where that can be done. Never throws, and
   * does not wait for the page's own store or the SDK when `signal` has aborted.
   */
  async remove(isOld: (found: Found) => boolean, signal: AbortSignal, pair?: Tokens): Promise<Change> {
    const problems: string[] = [];
    let isReplaced = false;
    for (const keeper of this.#keepers) {
      const next = keeper.canReplace ? pair : undefined;
      const swap = (tokens: StoredTokens | undefined): MaybePromise<string[] | undefined> =>
        foundIn(keeper, tokens).some(isOld) ? keeper.put(next) : undefined;
      const tokens = quietly(() => keeper.read());
      // Of what can be read at once, reading and changing are one task.
      const change = isPromise(tokens) ? tokens.then(swap, () => undefined) : quietly(() => swap(tokens));
      const failed = isPromise(change) ? await untilAborted(change, signal, [keeper.problem]) : change;
      problems.push(...(failed ?? []));
      isReplaced ||= next !== undefined && failed?.length === 0;
    }
    return { isReplaced, problems };
  }

  /** Forgets what is left when the last token has gone: the platform's other keys, and what only the store knows. */
  async removeRest(signal: AbortSignal): Promise<readonly string[]> {
    const problems: string[] = [];
    const { localStorage = [], cookies: names = [], cookiePrefixes = [] } = this.#leftovers;
    for (const place of this.#places) if (isBlocked(place)) removeEach(place.in, place.keys, problems);
    removeEach('localStorage', localStorage, problems);
    removeEach('cookie', [...names, ...cookiesStartingWith(cookiePrefixes)], problems);
    const store = this.#store;
    if (store && !(await succeeds(signal, () => store.clear()))) problems.push(STORE_FAILED);
    return problems;
  }

  #usable(own: Tokens | undefined): StoredTokens | undefined {
    if (isSome(own)) return own;
    for (const place of this.#places) {
      const found = readPlace(place);
      if (found) return found;
    }
    return undefined;
  }
}

function placeKeeper(place: TokenPlace): Keeper {
  const canReplace = place.write !== undefined;
  return {
    isInMemory: false,
    isShared: place.in !== 'sessionStorage',
    canReplace,
    problem: '',
    read: () => readPlace(place),
    put(tokens) {
      const problems: string[] = [];
      if (tokens) {
        try {
          writePlace(place, tokens);
          return problems;
        } catch {
          problems.push(`New tokens could not be written to ${place.in}, so the old ones were removed.`);
        }
      }
      removeEach(place.in, place.keys, problems);
      return problems;
    },
  };
}

function storeKeeper(store: TokenStore, problem: string): Keeper {
  return {
    isInMemory: true,
    isShared: false,
    canReplace: store.replace !== undefined,
    problem,
    read: () => store.read(),
    async put(tokens) {
      try {
        await (tokens && store.replace ? store.replace(tokens) : store.clear());
        return [];
      } catch {
        return [problem];
      }
    },
  };
}

/** The page's own store may rest on sessionStorage, which is no memory: it is this tab's alone. */
function foundIn({ isInMemory, isShared, canReplace }: Keeper, tokens: StoredTokens | undefined): Found[] {
  if (!tokens || !isSome(tokens)) return [];
  return [{ tokens, isInMemory: isInMemory && !isInSessionStorage(tokens), isShared, canReplace }];
}

function isInSessionStorage({ accessToken, refreshToken }: Tokens): boolean {
  const area = webStorage('sessionStorage');
  const values = quietly(() => area.names().map((name) => area.get(name) ?? '')) ?? [];
  return values.some((value) => [accessToken, refreshToken].some((token) => token && value.includes(token)));
}

function isSome(tokens: Tokens | undefined): tokens is Tokens {
  return Boolean(tokens?.accessToken || tokens?.refreshToken || tokens?.idToken);
}

function isPromise<T>(value: T | PromiseLike<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

function quietly<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function readPlace(place: TokenPlace): StoredTokens | undefined {
  return quietly(() => place.read(place.keys.map((key) => backends[place.in].get(key))));
}

function writePlace(place: TokenPlace, tokens: Tokens): void {
  const values = place.write?.(tokens);
  place.keys.forEach((key, index) => {
    const value = values?.[index];
    if (value === undefined) backends[place.in].remove(key);
    else backends[place.in].set(key, value, place.cookie);
  });
}

function isBlocked(place: TokenPlace): boolean {
  return quietly(() => backends[place.in].names()) === undefined;
}

function removeEach(where: TokenPlace['in'], keys: readonly string[], problems: string[]): void {
  const kept = keys.filter((key) => quietly(() => backends[where].remove(key) ?? true) === undefined);
  if (kept.length) problems.push(`${kept.join(', ')} could not be removed from ${where}.`);
}

function cookiesStartingWith(prefixes: readonly string[]): string[] {
  const names = prefixes.length ? quietly(() => cookies.names()) : undefined;
  return (names ?? []).filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
}
