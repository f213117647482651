import { quietly } from '../client/json.js';
import { jsonPlace } from '../tokens/json-place.js';
import { SessionTokens } from '../tokens/session-tokens.js';
import { pairPlace, type StoredTokens, type TokenPlace } from '../tokens/token-store.js';
import type { Connection } from './connection.js';

/** Attributes of a replaced cookie that the author has named: it lives for a week, as most do. */
const WEEK = { maxAge: 604_800, sameSite: 'Lax' } as const;

/** The tokens of a connection: in the author's own store and places, else in the platform's usual places. */
export function tokensOf({
  platform,
  settings,
  mode = '',
}: Pick<Connection, 'platform' | 'settings'> & { readonly mode?: string }): SessionTokens {
  const { tokens, tokenKey, refreshTokenKey, tokenPrefix, tokenPath } = settings;
  const named = (): TokenPlace[] => {
    const place = tokenPath ? jsonPlace(tokenPath) : (platform.namedPlace ?? pairPlace);
    const key = tokenKey ?? `${tokenPrefix ?? ''}access_token`;
    const refreshKey = refreshTokenKey ?? (tokenKey ? undefined : `${tokenPrefix ?? ''}refresh_token`);
    const inCookie = { ...place('cookie', key, refreshKey), cookie: WEEK };
    return [place('localStorage', key, refreshKey), place('sessionStorage', key, refreshKey), inCookie];
  };
  const places = (tokenKey ?? refreshTokenKey ?? tokenPrefix) ? named() : (platform.places ?? []);
  // An SDK may throw after its logout.
  const inSdk = quietly(() => {
    const sdk = settings.sdk && platform.sdk?.find(settings, mode);
    return sdk ? platform.sdk?.tokens?.(sdk) : undefined;
  });
  return new SessionTokens(tokens, places, platform.leftovers, inSdk, (each) => isGuests(platform, each));
}

/** Whether the tokens are a guest's. A guest has no session. An adapter may throw; that must not stop a logout. */
export function isGuests(platform: Connection['platform'], tokens: StoredTokens): boolean {
  return quietly(() => platform.isGuest?.(tokens)) ?? false;
}
