import { endpoint, type LogoutCall, type Platform } from './platform.js';
import { tokenResponsePlace } from './token-response.js';

/**
 * An OpenID provider: the page goes to the provider's logout, which may ask the shopper and then returns to `redirect`.
 * `get` (the default) sends no token. `post` sends the ID token in a form, never in an address, so that the provider need
 * not ask. Not every provider takes a form, and a session cookie with `SameSite=Lax` does not come with a form from another
 * site.
 *
 * Documented in OpenID Connect RP-Initiated Logout 1.0, sections 2 and 3: `base-url` is the provider's
 * `end_session_endpoint`; `redirect` must be registered with the provider, to the letter. That forms are refused
 * unless asked for was seen in `oidc-provider` 9.13.3 (`enableHttpPostMethods`).
 */
export const oidc: Platform = {
  name: 'oidc',
  modes: ['get', 'post'],

  missing: ({ clientId }) => (clientId ? undefined : 'client-id'),

  namedPlace: tokenResponsePlace('idToken'),
  cookieSession: () => true,

  navigation: (call) =>
    call.mode === 'post'
      ? { url: call.base, post: true, fields: fieldsOf(call) }
      : { url: endpoint(call.base, '', fieldsOf(call)) },

  // Never sent, because a navigation comes first: only the page can show the provider's question.
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
