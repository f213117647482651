import { bearer, record, type Platform } from './platform.js';

/**
 * Vendure's Shop API: the `logout` mutation, with the session cookie, or with the token of the `vendure-auth-token` header
 * if the storefront stores that (`token-key`, `token-prefix` or `tokens`). `store-id` is the channel's token.
 *
 * Documented at https://docs.vendure.io/guides/storefront/connect-api/; the mutation as in the Shop API's schema, and the
 * answers as seen, in `@vendure/core` 3.5.2.
 */
export const vendure: Platform = {
  name: 'vendure',

  cookieSession: () => true,

  request: ({ base, settings, tokens }) => ({
    method: 'POST',
    url: base,
    headers: {
      Accept: 'application/json',
      ...(settings.storeId && { 'vendure-token': settings.storeId }),
      ...bearer(tokens),
    },
    json: { query: 'mutation { logout { success } }' },
    // If both arrive, Vendure reads the cookie only, which may be another session's.
    credentials: tokens.accessToken ? 'omit' : 'include',
    cache: 'no-store',
  }),

  accept({ json }) {
    const { success } = record(record(record(json)['data'])['logout']);
    if (success === true) return {};
    // Vendure only means that the request carried no session.
    return success === false ? { wasGone: true, warning: NO_SESSION } : undefined;
  },
  error(json, status) {
    // Vendure's errors come with a 200, those of GraphQL itself with a 400 or 500. Other statuses come from a proxy.
    const { errors } = record(json);
    if (!Array.isArray(errors) || !errors.length || (status > 400 && status < 500)) return undefined;
    return { code: record(record(errors[0])['extensions'])['code'] };
  },
};

const NO_SESSION =
  'Vendure found no session in the request: if the storefront keeps a token, name its place by token-key.';
