import { endpoint, type LogoutCall, type Platform } from './platform.js';
import { tokenResponsePlace } from './token-response.js';

/**
 * An OpenID provider: the page is taken to the provider's logout, which may ask the shopper and then comes back to
 * `redirect`. `get` (the default) hands over no token. `post` hands over the ID token, in a form and never in an
 * address, so that the provider need not ask; not every provider takes a form, nor does a session cookie with
 * `SameSite=Lax` come along with one from another site.
 *
 * Documented in OpenID Connect RP-Initiated Logout 1.0, sections 2 and 3: `base-url` is the provider's
 * `end_session_endpoint`; `redirect` must be registered with the provider, to the letter. That forms are refused
 * unless asked for was seen in `oidc-provider` 9.13.3 (`enableHttpPostMethods`).
 */
export const oidc: Platform = {
  name: 'oidc',
  modes: ['get', 'post'],

  missing({ baseUrl, clientId }) {
    if (!baseUrl) return 'base-url';
    return clientId ? undefined : 'client-id';
  },
  baseUrl: () => '',

  namedPlace: tokenResponsePlace('idToken'),
  cookieSession: () => true,

  navigation: (call) =>
    call.mode === 'post'
      ? { url: call.base, post: true, fields: fieldsOf(call) }
      : { url: endpoint(call.base, '', fieldsOf(call)) },

  // Never sent, because the navigation comes first: the provider may have to ask, and keeps its cookie from scripts.
  request: (call) => ({ method: 'POST', url: call.base, headers: {}, form: fieldsOf(call) }),
  accept: () => undefined,
  error: () => undefined,
};

function fieldsOf({ mode, settings, tokens, redirect }: LogoutCall): Record<string, string> {
  return {
    client_id: settings.clientId ?? '',
    ...(settings.logoutHint && { logout_hint: settings.logoutHint }),
    ...(mode === 'post' && tokens.idToken && { id_token_hint: tokens.idToken }),
    ...(redirect && { post_logout_redirect_uri: redirect }),
  };
}
