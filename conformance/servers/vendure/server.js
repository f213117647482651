import { scryptSync, timingSafeEqual } from 'node:crypto';
import { bootstrap, DefaultLogger, LogLevel } from '@vendure/core';
import { SHOP_API } from '../addresses.js';

/** @import { PasswordHashingStrategy } from '@vendure/core' */

/**
 * Vendure's own strategy is `bcrypt`, which has to be compiled. The cases do not depend on it.
 *
 * @type {PasswordHashingStrategy}
 */
const passwordHashingStrategy = {
  hash: async (plain) => scryptSync(plain, 'salt', 32).toString('hex'),
  check: async (plain, hash) => timingSafeEqual(scryptSync(plain, 'salt', 32), Buffer.from(hash, 'hex')),
};

/** A real Vendure with its data in memory. It accepts sessions by cookie and by bearer token, which is its default. */
export async function startVendure() {
  const app = await bootstrap({
    apiOptions: {
      port: 0,
      hostname: 'localhost',
      shopApiPath: SHOP_API.slice(1),
      cors: { origin: true, credentials: true },
    },
    authOptions: {
      tokenMethod: ['cookie', 'bearer'],
      requireVerification: false,
      cookieOptions: { name: 'session', secret: 'for-this-run-only', sameSite: 'lax', secure: false },
      passwordHashingStrategy,
      superadminCredentials: { identifier: 'superadmin', password: 'for-this-run-only' },
    },
    dbConnectionOptions: { type: 'sqljs', synchronize: true, logging: false },
    paymentOptions: { paymentMethodHandlers: [] },
    logger: new DefaultLogger({ level: LogLevel.Error }),
  });
  const { port } = app.getHttpServer().address();
  return { origin: `http://localhost:${port}`, close: () => app.close() };
}
