import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNodeHandler } from 'better-auth/node';
import { BETTER_AUTH } from './addresses.js';
import { corsFor, serve } from './serve.js';

/**
 * A real better-auth, on its memory adapter, with e-mail and password. It trusts the shop's origin and no other; its
 * answers may be read by every page, so that what is refused is refused by its own check of the origin.
 *
 * @param {readonly string[]} trustedOrigins
 */
export async function startBetterAuth(trustedOrigins) {
  const server = await serve();
  const auth = betterAuth({
    baseURL: server.origin,
    basePath: BETTER_AUTH,
    secret: 'for-this-run-only-0123456789abcdef',
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: { enabled: true },
    trustedOrigins: [...trustedOrigins],
    logger: { disabled: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
  });
  const handle = toNodeHandler(auth);
  server.answer((request, response) => {
    if (!corsFor(request, response)) void handle(request, response);
  });
  return server;
}
