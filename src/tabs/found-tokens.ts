import { quietly } from '../client/json.js';
import type { Connection } from '../connection/connection.js';
import { isGuests } from '../connection/connection-tokens.js';
import type { Platform } from '../platforms/platform.js';
import { jwtClaims } from '../tokens/jwt.js';
import type { Found } from '../tokens/session-tokens.js';
import type { StoredTokens } from '../tokens/token-store.js';
import { fingerprint } from './fingerprint.js';
import type { FoundTokens } from './page-state.js';

/** The facts about tokens that the rules need. A guest's tokens have none, because a guest has no session. */
export function factsOf(
  { platform, settings }: Connection,
  { tokens, isInMemory, isShared }: Found,
): FoundTokens[] {
  if (isGuests(platform, tokens)) return [];
  const { isBrowserWide } = platform;
  const isOneSession =
    typeof isBrowserWide === 'function' ? quietly(() => isBrowserWide(settings)) : isBrowserWide;
  const claims = jwtClaims(tokens.accessToken);
  const user = claims[platform.userClaim ?? 'sub'];
  return [
    {
      marks: marksOf(platform, tokens),
      user: user === undefined || user === null ? undefined : fingerprint(JSON.stringify(user)),
      issued: issuedAt(tokens),
      isJwt: Object.keys(claims).length > 0,
      isInMemory: isInMemory && isOneSession === true,
      isShared,
    },
  ];
}

/** The fingerprints of tokens, and of their `sid` if the platform vouches for it. */
export function marksOf(platform: Platform, { accessToken, refreshToken, idToken }: StoredTokens): string[] {
  const { sid } = platform.endsSid ? jwtClaims(accessToken ?? idToken) : {};
  const known = [accessToken, refreshToken, idToken, typeof sid === 'string' ? `sid ${sid}` : undefined];
  return known.flatMap((each) => (each ? [fingerprint(each)] : []));
}

/** When the issuer made an access token (`iat`), in seconds since 1970 by the issuer's own clock. */
export function issuedAt({ accessToken }: StoredTokens): number | undefined {
  const { iat } = jwtClaims(accessToken);
  return typeof iat === 'number' ? iat : undefined;
}
