import { page, redirectTo, strangerNotFound, textField } from './shared/answers.js';
import { removedCookie, sessionCookie } from './shared/cookies.js';
import { createRouter } from './shared/router.js';
import { Sessions } from './shared/sessions.js';
import { randomId } from './shared/tokens.js';
import { member } from './shared/users.js';

/** @import { Answer, Platform, SimulatedRequest } from '../types.js' */

const COOKIE = 'authjs.session-token';
const CSRF_COOKIE = 'authjs.csrf-token';
const LIFETIME_MS = 3_600_000;

/**
 * The part of Auth.js that a logout uses. It answers as `@auth/core` 0.41.3 does: 200 with or without a good CSRF token,
 * and the same without a session.
 *
 * @returns {Platform}
 */
export function create() {
  const sessions = new Sessions();

  /**
   * Answers with the next address, as JSON or as a redirect.
   *
   * @param {SimulatedRequest} request
   * @param {string} path
   * @param {Partial<Answer>} rest
   * @returns {Answer}
   */
  const leadTo = ({ headers, origin, basePath }, path, rest) => {
    const url = `${origin}${basePath}${path}`;
    return headers['x-auth-return-redirect']
      ? { status: 200, json: { url }, ...rest }
      : redirectTo(url, rest);
  };

  /** @param {SimulatedRequest} request */
  const csrf = (request) => {
    const csrfToken = randomId(16);
    return {
      status: 200,
      json: { csrfToken },
      cookies: [sessionCookie(request, CSRF_COOKIE, csrfToken)],
      note: 'CSRF token',
    };
  };

  /** @param {SimulatedRequest} request */
  const signOut = (request) => {
    const token = textField(request.body, 'csrfToken');
    if (!token || token !== request.cookies[CSRF_COOKIE]) {
      return leadTo(request, '/auth/signin?error=MissingCSRF', { note: 'no CSRF token' });
    }
    const { session } = sessions.check('cookie', request.cookies[COOKIE]);
    if (session) sessions.end(session);
    return leadTo(request, '/', {
      cookies: [removedCookie(request, COOKIE)],
      note: session ? 'session ended' : 'no session',
    });
  };

  /** @param {SimulatedRequest} request */
  const session = (request) => {
    const user = sessions.check('cookie', request.cookies[COOKIE]).session?.user;
    const expires = new Date(Date.now() + LIFETIME_MS).toISOString();
    return { status: 200, json: user ? { user: { email: user.email }, expires } : null };
  };

  return {
    cors: {
      origins: 'with-credentials',
      methods: ['GET', 'POST'],
      headers: ['content-type', 'x-auth-return-redirect'],
    },
    handle: createRouter(
      {
        'GET /': () => ({ status: 200, html: page('Shop', 'Welcome.') }),
        'GET /auth/signin': () => ({ status: 200, html: page('Sign in', 'Who are you?') }),
        'GET /auth/csrf': csrf,
        'POST /auth/signout': signOut,
        'GET /auth/session': session,
      },
      strangerNotFound,
    ),
    refuse: (status) => ({
      status,
      json: { message: 'There was a problem with the server configuration.' },
      note: 'refused',
    }),
    signIn: (request, options) => {
      const opened = { user: member(options.user), member: true };
      return {
        user: opened.user,
        tokens: {},
        localStorage: {},
        documentCookies: {},
        cookies: [sessionCookie(request, COOKIE, sessions.add(opened, 'cookie', randomId(32)))],
      };
    },
    endSessions: () => sessions.endMembers(),
    status: () => sessions.status(['cookie']),
    configure: () => {},
  };
}
