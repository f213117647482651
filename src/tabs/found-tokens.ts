import type { Connection } from '../connection/connection.js';
import { jwtClaims } from '../tokens/jwt.js';
import type { Found } from '../tokens/session-tokens.js';
import type { StoredTokens } from '../tokens/token-store.js';
import { fingerprint } from './fingerprint.js';
import type { FoundTokens } from './page-state.js';

type Platform = Connection['platform'];

/** What the rules need to know of tokens that were found; nothing for a guest's, which are no session. */
export function factsOf(
  platform: Platform,
  { tokens, isInMemory, isShared }: Omit<Found, 'canReplace'>,
): FoundTokens[] {
  if (isGuest(platform, tokens)) return [];
  const claims = jwtClaims(tokens.accessToken);
  const user = claims[platform.userClaim ?? 'sub'];
  return [
    {
      marks: marksOf(platform, tokens),
      user: user === undefined || user === null ? undefined : fingerprint(JSON.stringify(user)),
      issued: issuedAt(tokens),
      isJwt: Object.keys(claims).length > 0,
      isInMemory: isInMemory && platform.isBrowserWide === true,
      isShared,
    },
  ];
}

/** An adapter from outside may have a fault, which must not hold up a logout. */
function isGuest(platform: Platform, tokens: StoredTokens): boolean {
  try {
    return platform.isGuest?.(tokens) ?? false;
  } catch {
    return false;
  }
}

/** The fingerprints by which tokens are known again. */
export function marksOf(platform: Platform, { accessToken, refreshToken, idToken }: StoredTokens): string[] {
  const { sid } = platform.endsSid ? jwtClaims(accessToken ?? idToken) : {};
  const known = [accessToken, refreshToken, idToken, typeof sid === 'string' ? `sid ${sid}` : undefined];
  return known.flatMap((each) => (each ? [fingerprint(each)] : []));
}

/** When the issuer gave out an access token, in its own seconds since 1970. */
export function issuedAt({ accessToken }: StoredTokens): number | undefined {
  const { iat } = jwtClaims(accessToken);
  return typeof iat === 'number' ? iat : undefined;
}
