/**
 * @typedef {object} Proof  how the description of a platform was checked
 * @property {string} platform
 * @property {string} [documents]  the documents that were read
 * @property {readonly string[]} [packages]  the vendor's own packages that ran beside it
 * @property {readonly string[]} [servers]  the real servers that it signed out of
 * @property {readonly string[]} [ofDebian]  the same, from Debian: the machine decides their versions
 */

/**
 * For the tables of the manuals. Each package must be a dependency in package.json, which gives its version.
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

/** The purpose of each other package. @type {Record<string, string>} */
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
