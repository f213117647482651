import { quietly } from '../client/json.js';
import type { TokenBackend } from './token-store.js';

/** The cookies that a script can see. */
export const cookies: TokenBackend = {
  names: () => jar().map(([name]) => name),
  get(key) {
    const value = jar().find(([name]) => name === key)?.[1];
    // A value may only look encoded.
    return value && (quietly(() => decodeURIComponent(value)) ?? value);
  },
  set(key, value, attributes) {
    const { maxAge, sameSite = 'Lax' } = { ...attributes };
    const life = maxAge ? `; Max-Age=${maxAge}` : '';
    document.cookie = `${key}=${encodeURIComponent(value)}; ${expire(key)}; SameSite=${sameSite}${life}${secure()}`;
    if (this.get(key) !== value) throw new Error(key);
  },
  remove(key) {
    expire(key);
    if (isSet(key)) throw new Error(key);
  },
};

function jar(): [name: string, value: string][] {
  return document.cookie
    .split(/; */)
    .filter(Boolean)
    .map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, Math.max(equals, 0)), pair.slice(equals + 1)];
    });
}

function isSet(key: string): boolean {
  return jar().some(([name]) => name === key);
}

/**
 * Removes every cookie with the name `key` that a script can remove. Returns the path and domain of the last one (`Path=/`
 * if there was none): a replacement gets the same.
 *
 * To remove a cookie, a script must name its path and domain, which it cannot read (RFC 6265 section 5.3). So all usual
 * ones are tried, the widest last.
 */
function expire(key: string): string {
  let found = 'Path=/';
  for (const scope of scopes()) {
    if (!isSet(key)) break;
    const before = document.cookie;
    document.cookie = `${key}=; ${scope}; Max-Age=0${secure()}`;
    if (document.cookie !== before) found = scope;
  }
  return found;
}

function scopes(): string[] {
  const labels = location.hostname.split('.');
  const domains = labels.slice(0, -1).map((_, index) => `; Domain=${labels.slice(index).join('.')}`);
  const segments = location.pathname.split('/').slice(1);
  const paths = segments.flatMap((_, index) => {
    const path = `/${segments.slice(0, index + 1).join('/')}`;
    return [path, `${path}/`];
  });
  return ['/', ...new Set(paths)].flatMap((path) =>
    ['', ...domains].map((domain) => `Path=${path}${domain}`),
  );
}

function secure(): string {
  return location.protocol === 'https:' ? '; Secure' : '';
}
