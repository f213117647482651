/**
 * @typedef {object} Proof  what stands behind the description of a platform
 * @property {string} platform
 * @property {string} [documents]  what was read
 * @property {readonly string[]} [packages]  the vendor's own, beside which it ran
 * @property {readonly string[]} [servers]  real ones, which it signed out of
 * @property {readonly string[]} [ofDebian]  the same, of Debian's packages: their versions come with the machine
 */

/**
 * For the tables of the manuals. A package must be among the dependencies here: its version comes from there.
 *
 * @type {readonly Proof[]}
 */
export const proofs = [
  { platform: 'salla', documents: 'documentation', packages: ['@salla.sa/twilight'] },
  { platform: 'commerce-engine', documents: 'documentation', packages: ['@commercengine/storefront-sdk'] },
  { platform: 'unisouk', documents: 'documentation, with the snippet in it' },
  { platform: 'wix', documents: 'documentation', packages: ['@wix/sdk', '@wix/identity'] },
  {
    platform: 'custom',
    servers: ['better-auth', '@auth/express', 'express', 'fastify', '@vendure/core'],
    ofDebian: ['Django with allauth', 'Rails with Devise'],
  },
  { platform: 'oidc', documents: 'OpenID Connect RP-Initiated Logout 1.0', servers: ['oidc-provider'] },
  { platform: 'oauth2-revoke', documents: 'RFC 7009', servers: ['oidc-provider'] },
  { platform: 'vendure', documents: 'documentation', servers: ['@vendure/core'] },
  { platform: 'auth-js', documents: 'documentation', servers: ['@auth/express'] },
  { platform: 'medusa', documents: 'documentation', packages: ['@medusajs/js-sdk'] },
];

/** What the other packages are here for. @type {Record<string, string>} */
export const helpers = {
  '@auth/core': 'the provider `Credentials` of Auth.js',
  '@fastify/csrf-protection': 'the shop on Fastify',
  '@fastify/formbody': 'the shop on Fastify',
  '@fastify/secure-session': 'the shop on Fastify',
  'express-session': 'the shops on Express',
  'openid-client': 'the shop whose shoppers sign in at `oidc-provider`',
  passport: 'the shops on Express',
  'passport-local': 'the shop on Express',
  axios: "the snippet in UniSouk's documentation",
  'oidc-client-ts': 'the login at `oidc-provider`, and a logout to compare with',
  'sql.js': "Vendure's database, in memory",
  '@types/express': 'types',
  '@types/express-session': 'types',
  '@types/oidc-provider': 'types',
  '@types/passport': 'types',
  '@types/passport-local': 'types',
};
