// Apart from the servers, so that a case can use the addresses without loading a server's code.

/** The path of better-auth. */
export const BETTER_AUTH = '/api/auth';
/** The path of Vendure's Shop API. */
export const SHOP_API = '/shop-api';
/** The shop's client at the OpenID provider: public, because it is in a page. */
export const OIDC_CLIENT = 'shop';
