const { defineConfig } = require('@medusajs/framework/utils');

const { MEDUSA_DATABASE, MEDUSA_SHOPS } = process.env;

// As small as possible: only the data that needs PostgreSQL is there, and there are no admin pages.
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: MEDUSA_DATABASE,
    databaseDriverOptions: { ssl: false, connection: { ssl: false } },
    // Medusa's default needs https.
    cookieOptions: { secure: false, sameSite: 'lax' },
    http: {
      storeCors: MEDUSA_SHOPS,
      authCors: MEDUSA_SHOPS,
      adminCors: MEDUSA_SHOPS,
      jwtSecret: 'for-this-run-only',
      cookieSecret: 'for-this-run-only',
    },
  },
  admin: { disable: true },
});
