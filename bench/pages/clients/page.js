// The common part of all clients' pages.

/** The vendor's server, and a signed-in member's access token. */
export const { backend, token } = document.documentElement.dataset;

/** When that token expires, in seconds since 1970. */
export const EXPIRES_AT = 4_102_444_800;

/**
 * Makes the page's button sign out.
 *
 * @param {() => Promise<unknown>} logout
 */
export function logoutBy(logout) {
  document.querySelector('button').addEventListener('click', async () => {
    await logout();
    dispatchEvent(new Event('logout-done'));
  });
}
