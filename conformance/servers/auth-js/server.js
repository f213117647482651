import { randomUUID } from 'node:crypto';
import Credentials from '@auth/core/providers/credentials';
import { ExpressAuth } from '@auth/express';
import express from 'express';
import { serve } from '../serve.js';
import { storefront, withLibrary } from '../storefront.js';
import { sessionsInMemory } from './sessions.js';

/** @import { ExpressAuthConfig } from '@auth/express' */

/**
 * A real Auth.js that accepts every name. Below `/auth`, its sessions are on the server. Below `/stateless/auth`,
 * they are in the cookie, which is the default for `Credentials`.
 */
export async function startAuthJs() {
  const server = await serve();
  const app = express();
  app.use(/^\/auth\/(.*)/, ExpressAuth(onServer()));
  app.use(/^\/stateless\/auth\/(.*)/, ExpressAuth(common()));
  app.get('/', (_, response) => void response.send(storefront()));
  server.answer(withLibrary(app));
  return server;
}

/** @returns {ExpressAuthConfig} */
function common() {
  const ignore = () => undefined;
  return {
    secret: 'for-this-run-only',
    trustHost: true,
    providers: [
      Credentials({
        credentials: { name: {} },
        authorize: ({ name }) => ({ id: String(name), name: String(name) }),
      }),
    ],
    logger: { error: ignore, warn: ignore, debug: ignore },
  };
}

/**
 * `Credentials` makes its own token for the cookie. For sessions on the server, a session has to be made there.
 *
 * @returns {ExpressAuthConfig}
 */
function onServer() {
  const { adapter, add } = sessionsInMemory();
  const config = common();
  return {
    ...config,
    // Auth.js allows sessions on the server only with a second provider besides `Credentials`. Nobody uses this one.
    providers: [...config.providers, { id: 'sso', name: 'SSO', type: 'oidc', issuer: 'http://localhost' }],
    adapter,
    session: { strategy: 'database' },
    jwt: { encode: async ({ token }) => add(String(token?.sub), randomUUID()) },
  };
}
