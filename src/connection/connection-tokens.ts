import type { Platform } from '../platforms/platform.js';
import { jsonPlace } from '../tokens/json-place.js';
import { SessionTokens } from '../tokens/session-tokens.js';
import { pairPlace, type TokenPlace, type TokenStore } from '../tokens/token-store.js';
import type { Connection } from './connection.js';

/** Attributes of a replaced cookie that the author has named: it lives for a week, as most do. */
const WEEK = { maxAge: 604_800, sameSite: 'Lax' } as const;

/** The tokens of a connection: in the author's own store and places, else in the platform's usual places. */
export function tokensOf({
  platform,
  settings,
  mode,
}: Pick<Connection, 'platform' | 'settings'> & { readonly mode?: string }): SessionTokens {
  const { tokens, tokenKey, refreshTokenKey, tokenPrefix, tokenPath } = settings;
  const isConfigured = tokenKey ?? refreshTokenKey ?? tokenPrefix;
  const places = isConfigured
    ? namedPlaces(
        tokenKey ?? `${tokenPrefix ?? ''}access_token`,
        refreshTokenKey ?? (tokenKey ? undefined : `${tokenPrefix ?? ''}refresh_token`),
        tokenPath ? jsonPlace(tokenPath) : platform.namedPlace,
      )
    : (platform.places ?? []);
  return new SessionTokens(tokens, places, platform.leftovers, sdkTokens(platform, settings.sdk, mode));
}

/** The tokens in the memory of the vendor's SDK. */
function sdkTokens({ sdk: driver }: Platform, sdk: unknown, mode = ''): TokenStore | undefined {
  const found = sdk === undefined ? undefined : driver?.find({ sdk }, mode);
  return found ? driver?.tokens?.(found) : undefined;
}

function namedPlaces(
  accessKey: string,
  refreshKey: string | undefined,
  place: NonNullable<Platform['namedPlace']> = pairPlace,
): TokenPlace[] {
  return [
    place('localStorage', accessKey, refreshKey),
    place('sessionStorage', accessKey, refreshKey),
    { ...place('cookie', accessKey, refreshKey), cookie: WEEK },
  ];
}
