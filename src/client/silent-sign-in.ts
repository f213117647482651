/**
 * Tells the browser not to sign the shopper in again without asking, as the standard wants it of a click on "Sign out"
 * (https://w3c.github.io/webappsec-credential-management/#user-mediation-requirement). Nothing waits for it.
 */
export function preventSilentSignIn(): void {
  try {
    void navigator.credentials.preventSilentAccess().catch(() => undefined);
  } catch {
    // Not in every browser, and only on secure pages.
  }
}
