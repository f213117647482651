import { memoryTokens, type StoreLogoutElement, type Tokens } from '../../src/index.js';

/** Somewhere a page may keep its tokens. */
export interface Place {
  readonly name: string;
  /** What the tag must say so that the tokens are found there. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the page must hand over for the same purpose. */
  readonly properties: Partial<StoreLogoutElement>;
  put(tokens: Tokens): void;
  get(): Tokens;
}

/** Two keys in a Web Storage area. */
export function inStorage(
  area: 'localStorage' | 'sessionStorage',
  keys: readonly [access: string, refresh?: string],
  attributes: Readonly<Record<string, string>> = {},
): Place {
  return place(
    `${area} ${keys.filter(Boolean).join(' and ')}`,
    keys,
    attributes,
    (key) => globalThis[area].getItem(key) ?? undefined,
    (key, value) => globalThis[area].setItem(key, value),
  );
}

/** Two cookies that a script can see. */
export function inCookies(
  keys: readonly [access: string, refresh?: string],
  attributes: Readonly<Record<string, string>> = {},
): Place {
  return place(`cookies ${keys.filter(Boolean).join(' and ')}`, keys, attributes, cookie, (key, value) => {
    document.cookie = `${key}=${value}; Path=/`;
  });
}

/** A variable of the page, handed over by the property `tokens`. */
export function inMemory(): Place {
  const store = memoryTokens();
  return {
    name: 'page memory',
    attributes: {},
    properties: { tokens: store },
    put: (tokens) => store.replace(tokens),
    get: () => store.read() ?? {},
  };
}

/** The places that `token-key`, `refresh-token-key` and `token-prefix` can name. */
export function namedPlaces(): Place[] {
  const prefix = { 'token-prefix': 'shop_' };
  const prefixed = ['shop_access_token', 'shop_refresh_token'] as const;
  const keys = { 'token-key': 'member', 'refresh-token-key': 'renewal' };
  const named = ['member', 'renewal'] as const;
  return [
    inStorage('localStorage', prefixed, prefix),
    inStorage('sessionStorage', prefixed, prefix),
    inCookies(prefixed, prefix),
    inStorage('localStorage', named, keys),
    inStorage('sessionStorage', named, keys),
    inCookies(named, keys),
  ];
}

/** A cookie's decoded value. */
export function cookie(name: string): string | undefined {
  const pair = document.cookie.split('; ').find((each) => each.startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(name.length + 1));
}

/** Keys and cookies of other apps that resemble a platform's; the answer tells which of them are still there. */
export function plantForeign(cookies: Readonly<Record<string, string>> = {}): () => boolean {
  const stored = { cartoon: '1', 'user-settings': '2', tokens: '3', ce_theme: '4', access_token_of_app: '5' };
  const jar = { 'my-cart': '1', '__said-too': '2', wixSessions: '3', storefront: '4', ...cookies };
  for (const [key, value] of Object.entries(stored)) {
    localStorage.setItem(key, value);
    sessionStorage.setItem(key, value);
  }
  for (const [name, value] of Object.entries(jar)) document.cookie = `${name}=${value}; Path=/`;
  return () =>
    Object.entries(stored).every(
      ([key, value]) => localStorage.getItem(key) === value && sessionStorage.getItem(key) === value,
    ) && Object.entries(jar).every(([name, value]) => cookie(name) === value);
}

function place(
  name: string,
  [accessKey, refreshKey]: readonly [access: string, refresh?: string],
  attributes: Readonly<Record<string, string>>,
  read: (key: string) => string | undefined,
  write: (key: string, value: string) => void,
): Place {
  const get = (): Tokens => ({
    accessToken: read(accessKey),
    refreshToken: refreshKey && read(refreshKey),
  });
  return {
    name,
    attributes,
    properties: {},
    put({ accessToken, refreshToken }) {
      if (accessToken) write(accessKey, accessToken);
      if (refreshKey && refreshToken) write(refreshKey, refreshToken);
    },
    get,
  };
}
