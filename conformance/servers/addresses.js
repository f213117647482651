// Apart from the servers, so that a case can name them without loading their code.

/** Where better-auth lives below its origin. */
export const BETTER_AUTH = '/api/auth';
/** Where Vendure's Shop API does. */
export const SHOP_API = '/shop-api';
/** The shop's client at the OpenID provider: public, as a page's is. */
export const OIDC_CLIENT = 'shop';
