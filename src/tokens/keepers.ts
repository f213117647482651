import { quietly, text } from '../client/json.js';
import { cookies } from './cookies.js';
import { webStorage } from './storage.js';
import type { StoredTokens, TokenBackend, TokenPlace, Tokens, TokenStore } from './token-store.js';

interface Kept {
  /** Whether the tokens are in the memory of this page. */
  readonly isInMemory: boolean;
  /** Whether other tabs see them as well. */
  readonly isShared: boolean;
  /** Whether other tokens can replace them. */
  readonly canReplace: boolean;
}

/** Tokens that were found somewhere. */
export interface Found extends Kept {
  readonly tokens: StoredTokens;
}

/** One keeper of tokens: a place, the page's own store, or the vendor's SDK. */
export interface Keeper extends Kept {
  read(): MaybePromise<StoredTokens | undefined>;
  /** Replaces the tokens, or removes them. Returns a sentence for each problem. */
  put(tokens: Tokens | undefined): MaybePromise<string[]>;
  /** The sentence for a keeper that does not answer. */
  readonly problem: string;
}

export type MaybePromise<T> = T | Promise<T>;

export const UNREADABLE = 'A token store could not be read: check its read().';

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
    problem: UNREADABLE,
    read: () => readPlace(place),
    put(tokens) {
      if (tokens && quietly(() => writePlace(place, tokens) ?? true)) return [];
      const failed = `New tokens could not be written to ${place.in}, so the old ones were removed.`;
      return [...(tokens ? [failed] : []), ...removeEach(place.in, place.keys)];
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
      return after(store.read(), plain);
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
  if (!isSome(tokens)) return [];
  return [{ tokens, isInMemory: isInMemory && !isInSessionStorage(tokens), isShared, canReplace }];
}

function isInSessionStorage({ accessToken, refreshToken }: Tokens): boolean {
  const area = webStorage('sessionStorage');
  const values = quietly(() => area.names().map((name) => area.get(name) ?? '')) ?? [];
  return values.some((value) => [accessToken, refreshToken].some((token) => token && value.includes(token)));
}

export function isSome(tokens: Tokens | undefined): tokens is Tokens {
  return Boolean(tokens?.accessToken || tokens?.refreshToken || tokens?.idToken);
}

export function isPromise<T>(value: T | PromiseLike<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

/** Passes `value` to `next`: now, or when its promise resolves. */
export function after<T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> {
  // The promise may come from another frame, and be no `Promise` here.
  return isPromise(value) ? Promise.resolve(value).then(next) : next(value);
}

/** Reads now. An error becomes a rejected promise, which may stay unhandled. */
export function readNow<T>(read: () => MaybePromise<T>): MaybePromise<T> {
  let value: MaybePromise<T>;
  try {
    value = read();
  } catch (error) {
    value = Promise.reject(error);
  }
  if (isPromise(value)) void value.catch(() => undefined);
  return value;
}

/** Nothing if the browser blocks the place. Throws if an adapter's own `read` does. */
export function readPlace(place: TokenPlace): StoredTokens | undefined {
  return place.read(place.keys.map((key) => quietly(() => backends[place.in].get(key))));
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
  return quietly(() => place.keys.map((key) => backends[place.in].get(key))) === undefined;
}

/** Removes the values of `keys`. Returns a sentence about those that are left. */
export function removeEach(where: TokenPlace['in'], keys: readonly string[]): string[] {
  const kept = keys.filter((key) => quietly(() => backends[where].remove(key) ?? true) === undefined);
  return kept.length ? [`${kept.join(', ')} could not be removed from ${where}.`] : [];
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
