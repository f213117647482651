import { Provider } from 'oidc-provider';
import { OIDC_CLIENT } from './addresses.js';
import { serve } from './serve.js';

/** @import { ServerResponse } from 'node:http' */

/**
 * A real oidc-provider with its own login form, which accepts every name and password, and its own logout form.
 *
 * @param {readonly string[]} shopOrigins
 * @param {{ takesForms?: boolean }} [options]  whether it accepts a posted form for a logout; by default, it does not
 */
export async function startOidcProvider(shopOrigins, { takesForms = false } = {}) {
  const server = await serve();
  const provider = new Provider(server.origin, {
    clients: [
      {
        client_id: OIDC_CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: shopOrigins.map((origin) => `${origin}/oidc.html`),
        post_logout_redirect_uris: shopOrigins.map((origin) => `${origin}/plain.html`),
      },
    ],
    features: { introspection: { enabled: true }, revocation: { enabled: true } },
    clientBasedCORS: () => true,
    issueRefreshToken: async () => true,
    enableHttpPostMethods: takesForms,
    // oidc-provider needs this for forms, so that a form from another site brings the cookie.
    cookies: { keys: ['for-this-run-only'], long: { ...(takesForms && { sameSite: 'none' }) } },
  });
  const handle = provider.callback();
  server.answer((request, response) => {
    if (takesForms) withLaxCookies(response);
    void handle(request, response);
  });
  return server;
}

/**
 * Browsers accept `SameSite=None` over https only, and this is loopback. Within one site, `Lax` does the same.
 *
 * @param {ServerResponse} response
 */
function withLaxCookies(response) {
  const setHeader = response.setHeader.bind(response);
  const lax = (/** @type {string} */ cookie) => cookie.replace(/samesite=none/i, 'samesite=lax');
  response.setHeader = (name, value) =>
    setHeader(
      name,
      name.toLowerCase() === 'set-cookie' ? [value].flat().map((each) => lax(String(each))) : value,
    );
}
