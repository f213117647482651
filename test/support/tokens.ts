import type { Tokens } from '../../src/index.js';

export type { Tokens };

/** Where a stand-in for a vendor's SDK keeps its tokens. */
export interface StoredTokens {
  /** Whether the SDK looks after the place by itself. */
  readonly isManaged: boolean;
  read(): Tokens;
  write(tokens: Tokens): void;
}

/** The place of an SDK's own token storage. */
export function managedStorage(accessKey: string, refreshKey: string): StoredTokens {
  const keep = (key: string, value: string | undefined): void => {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  };
  return {
    isManaged: true,
    read: () => ({
      accessToken: localStorage.getItem(accessKey) ?? undefined,
      refreshToken: localStorage.getItem(refreshKey) ?? undefined,
    }),
    write({ accessToken, refreshToken }) {
      keep(accessKey, accessToken);
      keep(refreshKey, refreshToken);
    },
  };
}

/** Tokens that the page gave to the SDK by hand. */
export function manualStorage(initial: Tokens): StoredTokens {
  let current = initial;
  return {
    isManaged: false,
    read: () => current,
    write(tokens) {
      current = tokens;
    },
  };
}
