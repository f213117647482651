import { parsed, quietly, record } from '../client/json.js';

/**
 * The claims of a JSON Web Token (RFC 7519), without verification. They may save a request or describe a state; they never
 * decide that a session has ended. Empty for any other token. Nobody reads them: the bytes of a letter such as "é" stay bytes.
 */
export function jwtClaims(token: string | undefined): Readonly<Record<string, unknown>> {
  const base64 = (token?.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
  return record(parsed(quietly(() => atob(base64))));
}

/** Whether the token's `exp` is not after `now` (seconds since 1970). */
export function isExpired(token: string | undefined, now: number): boolean {
  const { exp } = jwtClaims(token);
  return typeof exp === 'number' && exp <= now;
}
