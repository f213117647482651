import { quietly } from './json.js';

/**
 * Tells the browser not to sign the shopper in again without asking. The standard demands that of a click on "Sign out"
 * (https://w3c.github.io/webappsec-credential-management/#user-mediation-requirement). The logout does not wait for it.
 */
export function preventSilentSignIn(): void {
  // Some browsers do not have it, and plain http has it nowhere.
  quietly(() => void navigator.credentials.preventSilentAccess().catch(() => undefined));
}
