import { casesOf, csrfTokenOf, post } from '../support/real-server.js';
import { withVersion } from '../support/versions.js';

/** @import { Backend } from '../support/real-server.js' */

const signOut =
  (/** @type {string} */ path) => async (/** @type {string} */ origin, /** @type {string} */ Cookie) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { Cookie, 'csrf-token': await csrfTokenOf(origin, Cookie) },
    });

/** @type {Backend} */
const backend = {
  platform: `custom (${withVersion('fastify')})`,
  server: 'fastify',
  signIn: (page) => post(page, '/login', { name: 'nora' }),
  logOut: signOut('/logout'),
};

const csrf = 'csrf="meta:csrf-token header:csrf-token"';

export const realServersFastify = [
  ...casesOf(backend, [
    {
      title: 'CSRF token in a header',
      tag: `platform="custom" base-url="/logout" ${csrf}`,
      says: 'logged-out ended',
      replayed: 'refused',
    },
    {
      title: 'CSRF token in a header, with session-url',
      tag: `platform="custom" base-url="/logout" ${csrf} session-url="/session"`,
      says: 'logged-out ended, verified',
      replayed: 'refused',
    },
    {
      title: 'CSRF token in a field',
      tag: 'platform="custom" base-url="/form/logout" csrf="meta:csrf-token field:_csrf"',
      says: 'logged-out ended, warned',
      replayed: 'refused',
    },
    {
      title: 'a form with the CSRF token',
      tag: 'platform="custom" base-url="/form/logout" mode="form" csrf="meta:csrf-token field:_csrf"',
      says: 'logged-out redirecting',
      replayed: 'refused',
    },
    {
      title: 'no CSRF token',
      tag: 'platform="custom" base-url="/logout"',
      says: 'failed-logout http',
      replayed: 'still good',
    },
    {
      title: 'no CSRF token, with session-url',
      tag: 'platform="custom" base-url="/logout" session-url="/session"',
      says: 'failed-logout still-signed-in',
      replayed: 'still good',
    },
    {
      title: 'csrf names a place without a token',
      tag: 'platform="custom" base-url="/logout" csrf="meta:csrf header:csrf-token"',
      says: 'failed-logout misconfigured',
      replayed: 'still good',
    },
    {
      title: 'dead session',
      tag: `platform="custom" base-url="/logout" ${csrf}`,
      dead: 'ended elsewhere',
      says: 'logged-out ended',
      replayed: 'refused',
    },
    {
      // Without a session, the server accepts no CSRF token.
      title: 'dead session without a cookie, with session-url',
      tag: `platform="custom" base-url="/logout" ${csrf} session-url="/session"`,
      dead: 'forgotten',
      says: 'logged-out already-ended, verified',
      replayed: 'refused',
    },
    {
      title: 'wrong address',
      tag: `platform="custom" base-url="/log-out" ${csrf}`,
      says: 'failed-logout http',
      replayed: 'still good',
    },
    {
      title: 'GET instead of POST',
      tag: 'platform="custom" base-url="/logout" method="GET"',
      says: 'failed-logout http',
      replayed: 'still good',
    },
  ]),
  ...casesOf({ ...backend, session: '/stateless/session', logOut: signOut('/stateless/logout') }, [
    {
      title: 'sessions in the cookie only',
      tag: `platform="custom" base-url="/stateless/logout" ${csrf} session-url="/stateless/session"`,
      says: 'logged-out ended, verified',
      replayed: 'still good',
      byHand: '204; replayed: the session still good',
      limit:
        'secure-session keeps the session only in the cookie, and the server keeps no list of ended sessions',
    },
  ]),
];
