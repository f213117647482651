/** The tokens of a session. */
export interface Tokens {
  readonly accessToken?: string | undefined;
  readonly refreshToken?: string | undefined;
  /** OpenID Connect: says who signed in, and names the session to end. */
  readonly idToken?: string | undefined;
}

/** A page's own store of tokens. */
export interface TokenStore {
  /** Called at the click. If it is synchronous, the request leaves in the click's own task. */
  read(): Tokens | undefined | Promise<Tokens | undefined>;
  /** Removes the tokens. */
  clear(): void | Promise<void>;
  /** Replaces the tokens, on platforms that return an anonymous pair. */
  replace?(tokens: Tokens): void | Promise<void>;
}

/** Tokens with what else a platform stores beside them. */
export interface StoredTokens extends Tokens {
  /** When the access token expires, in seconds since 1970, if the platform stores that. */
  readonly expiresAt?: number | undefined;
}

/** Attributes of a platform's cookies. A script cannot read them. */
interface CookieAttributes {
  /** Lifetime in seconds. */
  readonly maxAge: number;
  readonly sameSite: 'Lax' | 'Strict' | 'None';
}

/** One place where a platform keeps its tokens, described as data. */
export interface TokenPlace {
  readonly in: 'localStorage' | 'sessionStorage' | 'cookie';
  /** Storage keys or cookie names, in the order of the values in `read` and `write`. */
  readonly keys: readonly string[];
  /** Reads tokens from the values. `undefined`: the values are not this platform's, and stay as they are. */
  read(values: readonly (string | undefined)[]): StoredTokens | undefined;
  /** The values for `tokens`. A place without this function can only be emptied. */
  write?(tokens: Tokens): readonly (string | undefined)[];
  /** How the platform writes its cookies. */
  readonly cookie?: CookieAttributes;
}

/** A Web Storage area or the cookies. `set` and `remove` throw if they fail. */
export interface TokenBackend {
  names(): string[];
  get(key: string): string | undefined;
  set(key: string, value: string, cookie?: CookieAttributes): void;
  remove(key: string): void;
}

/** A place with one value for the access token, and one for the refresh token if that has a key. */
export function pairPlace(
  where: TokenPlace['in'],
  accessKey: string,
  refreshKey?: string,
  cookie?: CookieAttributes,
): TokenPlace {
  return {
    in: where,
    keys: refreshKey ? [accessKey, refreshKey] : [accessKey],
    read(values) {
      // Some scripts write a token as JSON. No token has quotes (RFC 6750 section 2.1).
      const [accessToken, refreshToken] = values.map((value) => value?.replace(/^"(.*)"$/, '$1'));
      return accessToken || refreshToken ? { accessToken, refreshToken } : undefined;
    },
    write: ({ accessToken, refreshToken }) => (refreshKey ? [accessToken, refreshToken] : [accessToken]),
    ...(cookie && { cookie }),
  };
}
