import { until } from './until.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { SignInOptions } from '../../demo/server/types.js' */
/** @import { Stage } from './stage.js' */

export const WIX_CLIENT = 'demo-client';

/**
 * A tab with a real `@wix/sdk` client, as `client`. A member is signed in, both in the client and in the cookie of the
 * vendor's templates. Requests to the vendor's hosts go to the simulated platform.
 *
 * @param {Stage} stage
 * @param {SignInOptions} [options]
 */
export async function wixTab(stage, options) {
  const page = await stage.tab('wix');
  const signedIn = await stage.signIn(page, 'wix', options);
  await page.evaluate(startClient, WIX_CLIENT, signedIn.tokens, Math.floor((signedIn.expiresAt ?? 0) / 1000));
  return { page, tokens: signedIn.tokens };
}

/**
 * Runs in the page.
 *
 * @param {string} clientId
 * @param {{ accessToken?: string, refreshToken?: string }} tokens
 * @param {number} expiresAt
 */
function startClient(clientId, { accessToken, refreshToken }, expiresAt) {
  const { createClient, OAuthStrategy, authentication, note } = /** @type {Record<string, any>} */ (
    /** @type {unknown} */ (globalThis)
  );
  const tokens = {
    accessToken: { value: accessToken, expiresAt },
    refreshToken: { value: refreshToken, role: 'member' },
  };
  const client = createClient({
    modules: { authentication },
    auth: OAuthStrategy({ clientId, tokens }),
    useCDN: false,
  });
  const noteTokens = () => note(client.auth.loggedIn() ? 'client has the member' : 'client has nobody');
  for (const type of ['logged-out', 'failed-logout']) document.addEventListener(type, noteTokens);
  Object.assign(globalThis, { client, noteTokens });
}

/**
 * Signs out as the vendor documents: calls the client's logout, and then opens the address that it returns.
 *
 * @param {Page} page
 */
export async function wixLogout(page) {
  await page.evaluate(async () => {
    const { client, noteTokens } = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
    const { logoutUrl } = await client.auth.logout(location.href).catch(() => ({}));
    noteTokens();
    if (logoutUrl) setTimeout(() => location.assign(logoutUrl));
  });
}

/**
 * Waits until the page has come back from the address that ends the session.
 *
 * @param {Stage} stage
 */
export const visited = (stage) =>
  until(
    () => stage.realm.log.some(({ path, status }) => path.startsWith('/redirect-session/') && status),
    3000,
  );
