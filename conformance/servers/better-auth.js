import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNodeHandler } from 'better-auth/node';
import { BETTER_AUTH } from './addresses.js';
import { corsFor, serve } from './serve.js';

/**
 * A real better-auth, on its memory adapter, with e-mail and password. It trusts only the shop's origin. CORS lets every
 * page read its answers, so only better-auth's own check of the origin refuses a request.
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
