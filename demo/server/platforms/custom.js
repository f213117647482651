import { bearerOf, strangerNotFound } from './shared/answers.js';
import { removedCookie, sessionCookie } from './shared/cookies.js';
import { createRouter } from './shared/router.js';
import { Sessions } from './shared/sessions.js';
import { randomId } from './shared/tokens.js';
import { expiryOf, member } from './shared/users.js';

/** @import { Answer, Platform, SimulatedRequest } from '../types.js' */

const COOKIE = 'session';
const ACCESS_LIFETIME = 3600;

/**
 * A small backend of one's own, with a session cookie and an opaque token for the same session.
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

  const handle = createRouter(
    {
      'POST /logout': logout,
      'DELETE /logout': logout,
      'GET /logout': logout,
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
      headers: ['authorization', 'content-type'],
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

/**
 * @param {number} status
 * @returns {Answer}
 */
const refusal = (status) => ({
  status,
  json: { error: status === 401 ? 'not signed in' : 'refused' },
  note: 'refused',
});
