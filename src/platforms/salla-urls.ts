import { endpoint } from './platform.js';

/** Salla's own logout link, which ends the store's session when a browser goes there. */
export function sallaLogoutUrl(base: string): string {
  return `${endpoint(base, '/logout')}?from=store-logout`;
}
