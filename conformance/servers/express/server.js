import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { serve } from '../serve.js';
import { storefront, withLibrary } from '../storefront.js';

/** @import { RequestHandler, Response } from 'express' */

/** A shop on Express with Passport and express-session. It has a logout of every usual kind. */
export async function startExpress() {
  const server = await serve();
  const app = express();
  app.use(session({ secret: 'for-this-run-only', resave: false, saveUninitialized: false }));
  app.use(passport.session());
  passport.use(new Strategy((username, _password, done) => done(null, { username })));
  passport.serializeUser((user, done) => done(null, user));
  passport.deserializeUser((/** @type {Express.User} */ user, done) => done(null, user));

  /**
   * @param {(response: Response) => unknown} answer
   * @returns {RequestHandler}
   */
  const logOut = (answer) => (request, response, next) =>
    request.logout((error) => (error ? next(error) : answer(response)));
  const home = logOut((response) => response.redirect('/'));

  app.post('/login', express.urlencoded(), passport.authenticate('local'), (_, response) => {
    response.json({});
  });
  app.get('/session', ({ user }, response) => void response.json({ user: user ?? null }));
  app.get('/strict/session', ({ user }, response) => void response.sendStatus(user ? 200 : 401));
  app.get('/', (_, response) => void response.send(storefront()));

  // As in Passport's documentation.
  app.post('/logout', home);
  app.delete('/logout', home);
  app.get('/leave', home);
  app.post(
    '/silent/logout',
    logOut((response) => response.sendStatus(204)),
  );
  app.post(
    '/plain/logout',
    logOut((response) => response.sendStatus(200)),
  );
  app.post(
    '/slow/logout',
    logOut((response) => response.redirect('/slow')),
  );
  app.post(
    '/far/logout',
    logOut((response) => response.redirect(server.origin.replace('localhost', '127.0.0.1'))),
  );

  // A page that never finishes loading.
  app.get('/slow', (_, response) => void response.type('html').write(storefront()));
  // Like the server of a single-page app: it sends its page for every address, in the shopper's language.
  app.all('/shop/*path', ({ originalUrl }, response) => response.redirect(`/en${originalUrl}`));
  app.all('/en/*path', (_, response) => void response.send(storefront()));

  server.answer(withLibrary(app));
  return server;
}
