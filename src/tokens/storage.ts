import type { TokenBackend } from './token-store.js';

/**
 * `localStorage` or `sessionStorage`. Each call looks the area up, because even its name throws if storage is blocked (a
 * sandboxed frame, a browser setting). An import must not throw.
 */
export function webStorage(area: 'localStorage' | 'sessionStorage'): TokenBackend {
  return {
    names: () => Object.keys(globalThis[area]),
    get: (key) => globalThis[area].getItem(key) ?? undefined,
    set: (key, value) => globalThis[area].setItem(key, value),
    remove: (key) => globalThis[area].removeItem(key),
  };
}
