import { succeeds } from '../client/deadline.js';
import { cookies } from './cookies.js';
import type { StoredTokens, TokenBackend, TokenPlace, Tokens, TokenStore } from './token-store.js';
import { webStorage } from './web-storage.js';

/** More of a platform's own keys that belong to the signed-in shopper and go with the session. */
export interface Leftovers {
  readonly localStorage?: readonly string[];
  readonly cookies?: readonly string[];
  /** Every cookie whose name starts with one of these. */
  readonly cookiePrefixes?: readonly string[];
}

const backends: Record<TokenPlace['in'], TokenBackend> = {
  localStorage: webStorage('localStorage'),
  sessionStorage: webStorage('sessionStorage'),
  cookie: cookies,
};

/** What a change did, with a sentence for each thing that could not be done. */
export interface Change {
  readonly isReplaced: boolean;
  readonly problems: readonly string[];
}

/** How long the page's own store, or the vendor's SDK, may take to forget. */
const LIMIT_MS = 1000;

/**
 * The tokens of one session: in the page's own store, in the platform's usual places, in the memory of the vendor's
 * SDK, or in all of them. Changes never throw: what could not be done is told in the answer. The SDK comes first:
 * one that finds its new tokens stored already tells nobody about them.
 */
export class SessionTokens {
  readonly #store: TokenStore | undefined;
  readonly #places: readonly TokenPlace[];
  readonly #leftovers: Leftovers;
  readonly #sdk: TokenStore | undefined;

  constructor(
    store: TokenStore | undefined,
    places: readonly TokenPlace[],
    leftovers: Leftovers = {},
    sdk?: TokenStore,
  ) {
    this.#store = store;
    this.#places = places;
    this.#leftovers = leftovers;
    this.#sdk = sdk;
  }

  /**
   * The first tokens found: the page's own store, then the places in their order. Synchronous unless the
   * page's store is not; throws or rejects only where that does.
   */
  read(): StoredTokens | undefined | Promise<StoredTokens | undefined> {
    const own = this.#store?.read();
    // A thenable of another kind is a promise too, as `await` sees it.
    return own && 'then' in own
      ? Promise.resolve(own).then((tokens) => this.#usable(tokens))
      : this.#usable(own);
  }

  /** Removes the tokens and what goes with them. */
  async clear(): Promise<Change> {
    const problems = await this.#tellSdk((sdk) => sdk.clear());
    for (const place of this.#places) {
      if (isBlocked(place) || readPlace(place)) removeEach(place.in, place.keys, problems);
    }
    const { localStorage = [], cookies: names = [], cookiePrefixes = [] } = this.#leftovers;
    removeEach('localStorage', localStorage, problems);
    removeEach('cookie', [...names, ...cookiesStartingWith(cookiePrefixes)], problems);
    problems.push(...(await this.#tellStore((store) => store.clear())));
    return { isReplaced: false, problems };
  }

  /** Puts `tokens` wherever the old ones were found. A place that cannot take them is emptied instead. */
  async replace(tokens: Tokens): Promise<Change> {
    const put = (store: TokenStore) => (store.replace ? store.replace(tokens) : store.clear());
    const problems = await this.#tellSdk(put);
    let isReplaced = [this.#sdk, this.#store].some((store) => store?.replace);
    for (const place of this.#places) {
      if (!readPlace(place)) continue;
      try {
        writePlace(place, tokens);
        isReplaced ||= place.write !== undefined;
      } catch {
        problems.push(`New tokens could not be written to ${place.in}, so the old ones were removed.`);
        removeEach(place.in, place.keys, problems);
      }
    }
    problems.push(...(await this.#tellStore(put)));
    return { isReplaced, problems };
  }

  /**
   * Takes back what was written by somebody else: tokens for which `isOld` holds are removed, or replaced by
   * the ones that `current` names, and nothing else is touched. Answers with what was found.
   */
  async undo(
    isOld: (tokens: StoredTokens) => boolean,
    current: () => Tokens | undefined,
  ): Promise<StoredTokens[]> {
    const old: StoredTokens[] = [];
    const undoIn = async (store: TokenStore): Promise<void> => {
      const tokens = await store.read();
      if (!tokens || !isOld(tokens)) return;
      old.push(tokens);
      const pair = current();
      await (pair && store.replace ? store.replace(pair) : store.clear());
    };
    await this.#tellSdk(undoIn);
    for (const place of this.#places) {
      const tokens = readPlace(place);
      if (!tokens || !isOld(tokens)) continue;
      old.push(tokens);
      const pair = current();
      try {
        if (pair && place.write) writePlace(place, pair);
        else removeEach(place.in, place.keys, []);
      } catch {
        removeEach(place.in, place.keys, []);
      }
    }
    await this.#tellStore(undoIn);
    return old;
  }

  /** Writes the refreshed tokens of a session that goes on, where that can be done; loses nothing. */
  async update(tokens: Tokens): Promise<void> {
    for (const place of this.#places) {
      try {
        if (place.write && readPlace(place)) writePlace(place, tokens);
      } catch {
        // The old tokens stay, which is all that can be done about it.
      }
    }
    await this.#tellStore((store) => store.replace?.(tokens));
  }

  #usable(own: Tokens | undefined): StoredTokens | undefined {
    if (own?.accessToken || own?.refreshToken || own?.idToken) return own;
    for (const place of this.#places) {
      const found = readPlace(place);
      if (found) return found;
    }
    return undefined;
  }

  #tellSdk(action: (sdk: TokenStore) => unknown): Promise<string[]> {
    return tell(this.#sdk, action, "The platform's SDK may still hold the old tokens: reload the page.");
  }

  #tellStore(action: (store: TokenStore) => unknown): Promise<string[]> {
    return tell(this.#store, action, "The page's own token store failed; check its clear() and replace().");
  }
}

/** Has `store` do something; answers with `problem` if it cannot, or does not finish in time. */
async function tell(
  store: TokenStore | undefined,
  action: (store: TokenStore) => unknown,
  problem: string,
): Promise<string[]> {
  return !store || (await succeeds(LIMIT_MS, () => action(store))) ? [] : [problem];
}

function readPlace(place: TokenPlace): StoredTokens | undefined {
  try {
    return place.read(place.keys.map((key) => backends[place.in].get(key)));
  } catch {
    return undefined;
  }
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
  try {
    backends[place.in].names();
    return false;
  } catch {
    return true;
  }
}

function removeEach(where: TokenPlace['in'], keys: readonly string[], problems: string[]): void {
  const kept = keys.filter((key) => {
    try {
      backends[where].remove(key);
      return false;
    } catch {
      return true;
    }
  });
  if (kept.length) problems.push(`${kept.join(', ')} could not be removed from ${where}.`);
}

function cookiesStartingWith(prefixes: readonly string[]): string[] {
  if (!prefixes.length) return [];
  try {
    return cookies.names().filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
  } catch {
    return [];
  }
}
