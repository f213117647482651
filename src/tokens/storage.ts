import type { TokenBackend } from './token-store.js';

/**
 * `localStorage` or `sessionStorage`. The area is looked up at each call, because even naming it throws where
 * storage is blocked (a sandboxed frame, a browser setting), and that must not break the page at import.
 */
export function webStorage(area: 'localStorage' | 'sessionStorage'): TokenBackend {
  return {
    names: () => Object.keys(globalThis[area]),
    get: (key) => globalThis[area].getItem(key) ?? undefined,
    set: (key, value) => globalThis[area].setItem(key, value),
    remove: (key) => globalThis[area].removeItem(key),
  };
}
