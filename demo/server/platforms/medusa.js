import { bearerOf, strangerNotFound } from './shared/answers.js';
import { removedCookie, sessionCookie } from './shared/cookies.js';
import { createRouter } from './shared/router.js';
import { Sessions } from './shared/sessions.js';
import { randomId } from './shared/tokens.js';
import { member } from './shared/users.js';

/** @import { Answer, Platform, SimulatedRequest } from '../types.js' */

const COOKIE = 'connect.sid';

/**
 * The part of Medusa that a logout uses. It answers as `@medusajs/medusa` 2.21.2 does. A login is a session with a cookie,
 * or a JWT, which nothing can end.
 *
 * @returns {Platform}
 */
export function create() {
  const sessions = new Sessions();

  /** @param {SimulatedRequest} request */
  const sessionOf = (request) => sessions.check('cookie', request.cookies[COOKIE]).session;

  /** @param {SimulatedRequest} request */
  const endSession = (request) => {
    const session = sessionOf(request);
    if (!session) return refusal(401);
    sessions.end(session, 'cookie');
    return {
      status: 200,
      json: { success: true },
      cookies: [removedCookie(request, COOKIE)],
      note: 'session ended',
    };
  };

  /** @param {SimulatedRequest} request */
  const me = (request) => {
    if (!request.headers['x-publishable-api-key']) return refusal(400);
    const user = (sessionOf(request) ?? sessions.check('jwt', bearerOf(request)).session)?.user;
    return user ? { status: 200, json: { customer: { id: user.id, email: user.email } } } : refusal(401);
  };

  return {
    cors: {
      origins: 'with-credentials',
      methods: ['GET', 'POST', 'DELETE'],
      headers: ['authorization', 'content-type', 'x-publishable-api-key'],
    },
    handle: createRouter(
      { 'DELETE /auth/session': endSession, 'GET /store/customers/me': me },
      strangerNotFound,
    ),
    refuse: (status) => refusal(status),
    signIn: (request, options) => {
      const session = { user: member(options.user), member: true };
      const accessToken = options.jwt ? sessions.add(session, 'jwt', randomId(32)) : undefined;
      return {
        user: session.user,
        tokens: accessToken ? { accessToken } : {},
        localStorage: accessToken ? { medusa_auth_token: accessToken } : {},
        documentCookies: {},
        cookies: accessToken
          ? []
          : [sessionCookie(request, COOKIE, sessions.add(session, 'cookie', randomId(32)))],
      };
    },
    endSessions: () => sessions.endMembers(),
    status: () => sessions.status(['cookie', 'jwt']),
    configure: () => {},
  };
}

/**
 * @param {number} status
 * @returns {Answer}
 */
const refusal = (status) => ({
  status,
  json:
    status === 401 ? { message: 'Unauthorized' } : { type: TYPES[status] ?? 'unknown_error', message: 'No.' },
  note: 'refused',
});

/** @type {Record<number, string>} */
const TYPES = { 400: 'not_allowed', 403: 'not_allowed', 404: 'not_found' };
