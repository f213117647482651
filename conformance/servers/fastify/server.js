import { randomUUID } from 'node:crypto';
import csrfProtection from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import secureSession from '@fastify/secure-session';
import Fastify from 'fastify';
import { serve } from '../serve.js';
import { storefront, withLibrary } from '../storefront.js';

/** @import { Session } from '@fastify/secure-session' */
/** @import { FastifyRequest } from 'fastify' */

/**
 * A shop on Fastify with secure-session and csrf-protection. secure-session keeps its data only in the cookie, so a
 * copy of the cookie outlives every logout. The shop therefore has its own list of live sessions. Only the addresses
 * below `/stateless` do not use it.
 */
export async function startFastify() {
  const server = await serve();
  const app = Fastify();
  await app.register(secureSession, { key: Buffer.alloc(32, 'for-this-run-only'), cookie: { path: '/' } });
  await app.register(csrfProtection, { sessionPlugin: '@fastify/secure-session' });
  await app.register(formbody);

  /** @type {Set<string>} */
  const live = new Set();
  /** @param {FastifyRequest} request */
  const sessionOf = ({ session }) => /** @type {Session<{ id: string, user: string }>} */ (session);
  /** @param {FastifyRequest} request */
  const endSession = (request) => {
    const session = sessionOf(request);
    live.delete(session.get('id') ?? '');
    session.delete();
  };

  app.get('/', (_, reply) => reply.type('text/html').send(storefront(reply.generateCsrf())));
  app.post('/login', (request, reply) => {
    const session = sessionOf(request);
    const id = randomUUID();
    live.add(id);
    session.set('id', id);
    session.set('user', /** @type {{ name: string }} */ (request.body).name);
    return reply.send({});
  });
  app.get('/session', (request, reply) => {
    const session = sessionOf(request);
    return reply.send({ user: live.has(session.get('id') ?? '') ? session.get('user') : null });
  });
  app.get('/stateless/session', (request, reply) =>
    reply.send({ user: sessionOf(request).get('user') ?? null }),
  );

  const onRequest = app.csrfProtection;
  app.post('/logout', { onRequest }, (request, reply) => {
    endSession(request);
    return reply.code(204).send();
  });
  // A form's token is in the body. `preHandler` runs after the body was read.
  app.post('/form/logout', { preHandler: onRequest }, (request, reply) => {
    endSession(request);
    return reply.redirect('/');
  });
  app.post('/stateless/logout', { onRequest }, ({ session }, reply) => {
    session.delete();
    return reply.code(204).send();
  });

  await app.ready();
  server.answer(withLibrary((request, response) => app.routing(request, response)));
  return server;
}
