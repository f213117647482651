import type { Tokens, TokenStore } from './token-store.js';

/** A store for tokens that live in page memory only, as UniSouk's do. */
export interface MemoryTokenStore extends TokenStore {
  read(): Tokens | undefined;
  clear(): void;
  replace(tokens: Tokens): void;
}

/** Makes a store in page memory. `replace()` stores a new pair. */
export function memoryTokens(initial?: Tokens): MemoryTokenStore {
  let current = initial;
  return {
    read: () => current,
    clear: () => {
      current = undefined;
    },
    replace: (tokens) => {
      current = tokens;
    },
  };
}
