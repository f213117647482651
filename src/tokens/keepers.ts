import { text } from '../client/json.js';
import { cookies } from './cookies.js';
import { webStorage } from './storage.js';
import type { StoredTokens, TokenBackend, TokenPlace, Tokens, TokenStore } from './token-store.js';

/** Tokens that were found somewhere. */
export interface Found {
  readonly tokens: StoredTokens;
  /** Whether they are in the memory of this page. */
  readonly isInMemory: boolean;
  /** Whether other tabs see them as well. */
  readonly isShared: boolean;
  /** Whether other tokens can replace them. */
  readonly canReplace: boolean;
}

/** One keeper of tokens: a place, the page's own store, or the vendor's SDK. */
export interface Keeper {
  readonly isInMemory: boolean;
  readonly isShared: boolean;
  read(): MaybePromise<StoredTokens | undefined>;
  /** Replaces the tokens, or removes them. Returns a sentence for each problem. */
  put(tokens: Tokens | undefined): MaybePromise<string[]>;
  readonly canReplace: boolean;
  /** The sentence for a keeper that does not answer. */
  readonly problem: string;
}

export type MaybePromise<T> = T | Promise<T>;

const backends: Record<TokenPlace['in'], TokenBackend> = {
  localStorage: webStorage('localStorage'),
  sessionStorage: webStorage('sessionStorage'),
  cookie: cookies,
};

/** A place in storage, or in the cookies. */
export function placeKeeper(place: TokenPlace): Keeper {
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

/** The page's own store, or the memory of the vendor's SDK. */
export function storeKeeper(store: TokenStore, problem: string): Keeper {
  return {
    isInMemory: true,
    isShared: false,
    canReplace: store.replace !== undefined,
    problem,
    read() {
      const own = store.read();
      // The promise may come from another frame, and be no `Promise` here.
      return isPromise(own) ? Promise.resolve(own).then(plain) : plain(own);
    },
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

/** The tokens of a keeper as a list. A store on top of sessionStorage does not count as page memory. */
export function foundIn(
  { isInMemory, isShared, canReplace }: Keeper,
  tokens: StoredTokens | undefined,
): Found[] {
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

export function isPromise<T>(value: T | PromiseLike<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

/** The result of `action`; nothing if it throws. */
export function quietly<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

export function readPlace(place: TokenPlace): StoredTokens | undefined {
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

export function isBlocked(place: TokenPlace): boolean {
  return quietly(() => backends[place.in].names()) === undefined;
}

export function removeEach(where: TokenPlace['in'], keys: readonly string[], problems: string[]): void {
  const kept = keys.filter((key) => quietly(() => backends[where].remove(key) ?? true) === undefined);
  if (kept.length) problems.push(`${kept.join(', ')} could not be removed from ${where}.`);
}

export function cookiesStartingWith(prefixes: readonly string[]): string[] {
  const names = prefixes.length ? quietly(() => cookies.names()) : undefined;
  return (names ?? []).filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
}

/** The tokens as plain strings. A page may hand over anything, so each is read once. Throws if reading throws. */
export function plain(tokens: Tokens | undefined): Tokens | undefined {
  const { accessToken, refreshToken, idToken } = Object(tokens) as Tokens;
  const all = {
    ...(text(accessToken) && { accessToken }),
    ...(text(refreshToken) && { refreshToken }),
    ...(text(idToken) && { idToken }),
  };
  return isSome(all) ? all : undefined;
}
