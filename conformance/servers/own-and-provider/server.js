import express from 'express';
import session from 'express-session';
import { allowInsecureRequests, discovery, None } from 'openid-client';
import { Strategy } from 'openid-client/passport';
import passport from 'passport';
import { OIDC_CLIENT } from '../addresses.js';
import { startOidcProvider } from '../oidc-provider.js';
import { serve } from '../serve.js';
import { storefront, withLibrary } from '../storefront.js';

/**
 * A shop with its own session, by Passport. Its shoppers sign in at a real oidc-provider, which also keeps a session.
 * `/provider` answers with the provider's origin.
 */
export async function startOwnAndProvider() {
  const server = await serve();
  const provider = await startOidcProvider([server.origin]);
  const strategies = new passport.Passport();
  const app = express();
  app.use(session({ secret: 'for-this-run-only', resave: false, saveUninitialized: false }));
  app.use(strategies.session());
  strategies.serializeUser((user, done) => done(null, user));
  strategies.deserializeUser((/** @type {Express.User} */ user, done) => done(null, user));

  app.get('/login', strategies.authenticate('provider'));
  // The provider sends its code to this address.
  app.get('/oidc.html', strategies.authenticate('provider'), (_, response) => response.redirect('/'));
  app.get('/session', ({ user }, response) => void response.json({ user: user ?? null }));
  app.get('/provider', (_, response) => void response.json(provider.origin));
  app.post('/logout', (request, response, next) =>
    request.logout((error) => (error ? next(error) : response.sendStatus(204))),
  );
  app.get(['/', '/plain.html'], (_, response) => void response.send(storefront()));
  server.answer(withLibrary(app));

  const config = await discovery(new URL(provider.origin), OIDC_CLIENT, undefined, None(), {
    execute: [allowInsecureRequests],
  });
  const strategy = new Strategy(
    { config, name: 'provider', scope: 'openid', callbackURL: `${server.origin}/oidc.html` },
    (tokens, verified) => verified(null, { subject: tokens.claims()?.sub }),
  );
  strategies.use(strategy);
  return {
    origin: server.origin,
    async close() {
      await Promise.all([server.close(), provider.close()]);
    },
  };
}
