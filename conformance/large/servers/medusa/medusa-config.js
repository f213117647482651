const { defineConfig } = require('@medusajs/framework/utils');

const { MEDUSA_DATABASE, MEDUSA_SHOPS } = process.env;

// As small as it gets: in memory is what need not be in PostgreSQL, and there are no admin pages.
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: MEDUSA_DATABASE,
    databaseDriverOptions: { ssl: false, connection: { ssl: false } },
    // Medusa's own choice takes https.
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
