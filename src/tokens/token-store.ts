/** The tokens of a session. */
export interface Tokens {
  readonly accessToken?: string | undefined;
  readonly refreshToken?: string | undefined;
  /** OpenID Connect: says who signed in, and names the session to end. */
  readonly idToken?: string | undefined;
}

/** The one seam for tokens, wherever a page keeps them. */
export interface TokenStore {
  /** Read at click time; a synchronous answer keeps the request in the click's own task. */
  read(): Tokens | undefined | Promise<Tokens | undefined>;
  /** Forgets the tokens. */
  clear(): void | Promise<void>;
  /** Puts a new pair in place of the old one, for platforms that hand back an anonymous pair. */
  replace?(tokens: Tokens): void | Promise<void>;
}

/** What a platform's own places may know besides the tokens. */
export interface StoredTokens extends Tokens {
  /** When the access token ends, in seconds since 1970, where that is kept beside it. */
  readonly expiresAt?: number | undefined;
}

/** Attributes that a platform gives to its cookies; a script cannot read them back. */
export interface CookieAttributes {
  /** Lifetime in seconds. */
  readonly maxAge: number;
  readonly sameSite: 'Lax' | 'Strict' | 'None';
}

/** One place where a platform keeps its tokens, described as data. */
export interface TokenPlace {
  readonly in: 'localStorage' | 'sessionStorage' | 'cookie';
  /** Storage keys or cookie names, in the order in which `read` and `write` see their values. */
  readonly keys: readonly string[];
  /** Understands the values; `undefined` means that they are not this platform's, and they are left alone. */
  read(values: readonly (string | undefined)[]): StoredTokens | undefined;
  /** The values that hold `tokens`; a place without it can only be emptied. */
  write?(tokens: Tokens): readonly (string | undefined)[];
  /** How the platform writes its cookies. */
  readonly cookie?: CookieAttributes;
}

/** Where values are kept: a Web Storage area or the cookie jar. `set` and `remove` throw when they fail. */
export interface TokenBackend {
  names(): string[];
  get(key: string): string | undefined;
  set(key: string, value: string, cookie?: CookieAttributes): void;
  remove(key: string): void;
}

/** A place with one plain value for each of the two tokens, the refresh token's optional. */
export function pairPlace(
  where: TokenPlace['in'],
  accessKey: string,
  refreshKey?: string,
  cookie?: CookieAttributes,
): TokenPlace {
  return {
    in: where,
    keys: refreshKey ? [accessKey, refreshKey] : [accessKey],
    read: ([accessToken, refreshToken]) =>
      accessToken || refreshToken ? { accessToken, refreshToken } : undefined,
    write: ({ accessToken, refreshToken }) => (refreshKey ? [accessToken, refreshToken] : [accessToken]),
    ...(cookie && { cookie }),
  };
}
