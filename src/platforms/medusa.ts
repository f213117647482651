import { endpoint, record, text, type Platform } from './platform.js';

/**
 * Medusa's store API: ends the cookie's session. `store-id` is the publishable API key. If the storefront uses a JWT
 * (`token-key`), the library removes it, but nothing can end it on the server: it lives until it expires.
 *
 * Documented at https://docs.medusajs.com/api/store, "Delete Authentication Session"; what it answers, and that a JWT
 * lives on, as seen in `@medusajs/medusa` 2.21.2.
 */
export const medusa: Platform = {
  name: 'medusa',

  isBrowserWide: true,
  cookieSession: () => true,

  request: ({ base, settings: { storeId } }) => ({
    method: 'DELETE',
    url: endpoint(base, '/auth/session'),
    // Without the JWT: to a request with nothing but a JWT, Medusa answers 401, even if the JWT is good.
    headers: { Accept: 'application/json', ...(storeId && { 'x-publishable-api-key': storeId }) },
    credentials: 'include',
    cache: 'no-store',
  }),
  // Without the key it answers 400 to everybody. For a session by JWT, the cookie tells nothing.
  sessionUrl: ({ base, settings: { storeId }, tokens }) =>
    storeId && !tokens.accessToken ? endpoint(base, '/store/customers/me') : undefined,

  accept: ({ json }) => (record(json)['success'] === true ? {} : undefined),
  error(json, status) {
    const { message, type } = record(json);
    // If nobody is signed in, there is no `type`. A 403 or 404 is about the address or the key, not about the session.
    const isOwn = status === 401 || (text(type) !== undefined && (status < 401 || status >= 500));
    return text(message) && isOwn ? { code: type } : undefined;
  },
  alongside: async ({ tokens }) => (tokens.accessToken ? JWT_LIVES : undefined),
};

const JWT_LIVES = 'The JWT was removed here, and lives on until it expires: Medusa has no way to end it.';
