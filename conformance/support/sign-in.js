/** @import { SignedIn } from '../../demo/server/types.js' */

/**
 * Signs a member in at a simulated platform, and stores the tokens as the vendor's code would. Runs in the page.
 *
 * @param {string} address
 * @param {string} body
 * @returns {Promise<SignedIn>}
 */
export async function signInHere(address, body) {
  const headers = { 'Content-Type': 'application/json' };
  const signedIn = await (
    await fetch(address, { method: 'POST', headers, body, credentials: 'include' })
  ).json();
  for (const [key, value] of Object.entries(signedIn.localStorage)) localStorage.setItem(key, value);
  for (const [name, value] of Object.entries(signedIn.documentCookies))
    document.cookie = `${name}=${value}; path=/`;
  return signedIn;
}
