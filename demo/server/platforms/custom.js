import { bearerOf, page, redirectTo, strangerNotFound, textField } from './shared/answers.js';
import { removedCookie, sessionCookie } from './shared/cookies.js';
import { createRouter } from './shared/router.js';
import { Sessions } from './shared/sessions.js';
import { randomId } from './shared/tokens.js';
import { expiryOf, member } from './shared/users.js';

/** @import { Answer, Platform, SimulatedRequest } from '../types.js' */

const COOKIE = 'session';
const ACCESS_LIFETIME = 3600;

/**
 * A shop's own small backend, with a session cookie and an opaque token for the same session. Below `/csrf`, a logout
 * needs the value of the cookie `csrftoken` in a header or a field. So does a logout below `/lenient`, but without the
 * value it does nothing and still answers with success.
 *
 * @returns {Platform}
 */
export function create() {
  const sessions = new Sessions();

  /** @param {SimulatedRequest} request */
  const sessionOf = (request) =>
    sessions.check('cookie', request.cookies[COOKIE]).session ??
    sessions.check('access', bearerOf(request)).session;

  /**
   * @param {SimulatedRequest} request
   * @returns {Answer}
   */
  const logout = (request) => {
    const session = sessionOf(request);
    if (!session) return refusal(401);
    sessions.end(session);
    const ended = { cookies: [removedCookie(request, COOKIE)], note: 'session ended' };
    return request.method === 'DELETE'
      ? { status: 204, ...ended }
      : { status: 200, json: { success: true }, ...ended };
  };

  /** @param {SimulatedRequest} request */
  const hasCsrf = ({ headers, cookies, body }) => {
    const sent = headers['x-csrftoken'] ?? textField(body, 'csrf');
    return sent !== undefined && sent === decodeURIComponent(cookies.csrftoken ?? '');
  };

  /** @param {SimulatedRequest} request */
  const lenientLogout = (request) => {
    const session = hasCsrf(request) ? sessionOf(request) : undefined;
    if (session) sessions.end(session);
    return { status: 204, note: session ? 'session ended' : 'nothing has happened' };
  };

  const handle = createRouter(
    {
      'POST /logout': logout,
      'DELETE /logout': logout,
      'GET /logout': logout,
      'POST /csrf/logout': (request) => (hasCsrf(request) ? logout(request) : forbidden),
      'POST /lenient/logout': lenientLogout,
      'POST /browsers/logout': (request) => {
        const { status, note = '' } = logout(request);
        return status === 401 ? refusal(401) : redirectTo(`${request.basePath}/`, { note });
      },
      'GET /': () => ({ status: 200, html: page('Shop', 'Welcome.') }),
      'GET /account': (request) => {
        const name = sessionOf(request)?.user.firstName;
        const text = name ? `Hello, ${name}. These are your orders.` : 'Hello, guest. Nobody is signed in.';
        return { status: 200, html: page('My account', text), headers: { 'Cache-Control': 'no-store' } };
      },
      'GET /session': (request) => ({
        status: 200,
        json: { user: sessionOf(request)?.user.email ?? null },
      }),
      'GET /me': (request) => {
        const user = sessionOf(request)?.user;
        return user ? { status: 200, json: { email: user.email } } : refusal(401);
      },
    },
    strangerNotFound,
  );

  return {
    cors: {
      origins: 'with-credentials',
      methods: ['GET', 'POST', 'DELETE'],
      headers: ['authorization', 'content-type', 'x-csrftoken', 'x-own'],
    },
    handle,
    refuse: (status) => refusal(status),
    signIn: (request, options) => {
      const session = { user: member(options.user), member: true };
      const expiresAt = expiryOf(options, ACCESS_LIFETIME);
      const accessToken = sessions.add(session, 'access', randomId(32), expiresAt);
      return {
        user: session.user,
        tokens: { accessToken },
        expiresAt,
        localStorage: { access_token: accessToken },
        documentCookies: {},
        cookies: [sessionCookie(request, COOKIE, sessions.add(session, 'cookie', randomId(32)))],
      };
    },
    endSessions: () => sessions.endMembers(),
    status: () => sessions.status(['access', 'cookie']),
    configure: () => {},
  };
}

/** @type {Answer} */
const forbidden = { status: 403, html: page('403 Forbidden', 'CSRF verification failed.'), note: 'refused' };

/**
 * @param {number} status
 * @returns {Answer}
 */
const refusal = (status) => ({
  status,
  json: { error: status === 401 ? 'not signed in' : 'refused' },
  note: 'refused',
});
