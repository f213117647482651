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

/**
 * The tokens of one session: in the page's own store, in the platform's usual places, or in both.
 * Changes never throw: what could not be done is told in the answer.
 */
export class SessionTokens {
  readonly #store: TokenStore | undefined;
  readonly #places: readonly TokenPlace[];
  readonly #leftovers: Leftovers;

  constructor(store: TokenStore | undefined, places: readonly TokenPlace[], leftovers: Leftovers = {}) {
    this.#store = store;
    this.#places = places;
    this.#leftovers = leftovers;
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
    const problems: string[] = [];
    for (const place of this.#places) {
      if (isBlocked(place) || readPlace(place)) removeEach(place.in, place.keys, problems);
    }
    const { localStorage = [], cookies: names = [], cookiePrefixes = [] } = this.#leftovers;
    removeEach('localStorage', localStorage, problems);
    removeEach('cookie', [...names, ...cookiesStartingWith(cookiePrefixes)], problems);
    await this.#tell((store) => store.clear(), problems);
    return { isReplaced: false, problems };
  }

  /** Puts `tokens` wherever the old ones were found. A place that cannot take them is emptied instead. */
  async replace(tokens: Tokens): Promise<Change> {
    const problems: string[] = [];
    let isReplaced = this.#store?.replace !== undefined;
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
    await this.#tell((store) => (store.replace ? store.replace(tokens) : store.clear()), problems);
    return { isReplaced, problems };
  }

  /**
   * Takes back what was written by somebody else: tokens for which `isOld` holds are removed, or replaced by
   * `pair`, and nothing else is touched. Answers with what was found.
   */
  async undo(isOld: (tokens: StoredTokens) => boolean, pair: Tokens | undefined): Promise<StoredTokens[]> {
    const old: StoredTokens[] = [];
    for (const place of this.#places) {
      const tokens = readPlace(place);
      if (!tokens || !isOld(tokens)) continue;
      old.push(tokens);
      try {
        if (pair && place.write) writePlace(place, pair);
        else removeEach(place.in, place.keys, []);
      } catch {
        removeEach(place.in, place.keys, []);
      }
    }
    await this.#tell(async (store) => {
      const tokens = await store.read();
      if (!tokens || !isOld(tokens)) return;
      old.push(tokens);
      await (pair && store.replace ? store.replace(pair) : store.clear());
    }, []);
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
    await this.#tell((store) => store.replace?.(tokens), []);
  }

  #usable(own: Tokens | undefined): StoredTokens | undefined {
    if (own?.accessToken || own?.refreshToken || own?.idToken) return own;
    for (const place of this.#places) {
      const found = readPlace(place);
      if (found) return found;
    }
    return undefined;
  }

  async #tell(action: (store: TokenStore) => unknown, problems: string[]): Promise<void> {
    try {
      if (this.#store) await action(this.#store);
    } catch {
      problems.push("The page's own token store failed; check its clear() and replace().");
    }
  }
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
