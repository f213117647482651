/**
 * The claims of a JSON Web Token (RFC 7519), without verification. They may save a request or describe a state; they never
 * decide that a session has ended. Empty for any other token.
 */
export function jwtClaims(token: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const payload = token?.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (c) =>
      c.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Whether the token's `exp` is not after `now` (seconds since 1970). */
export function isExpired(token: string | undefined, now: number): boolean {
  const { exp } = jwtClaims(token);
  return typeof exp === 'number' && exp <= now;
}
