import { bearerOf, strangerNotFound, textField } from './shared/answers.js';
import { removedCookie, sessionCookie } from './shared/cookies.js';
import { createRouter } from './shared/router.js';
import { Sessions } from './shared/sessions.js';
import { randomId } from './shared/tokens.js';
import { expiryOf, member } from './shared/users.js';

/** @import { Answer, Platform, SimulatedRequest } from '../types.js' */

const COOKIE = 'session';
const LIFETIME = 3600;

/**
 * The part of Vendure's Shop API that a logout uses. It answers as `@vendure/core` 3.5.2 does: a logout with a token
 * succeeds, even if the token is unknown. A logout without a token reports no success.
 *
 * @returns {Platform}
 */
export function create() {
  const sessions = new Sessions();

  /** @param {SimulatedRequest} request */
  const tokenOf = (request) => request.cookies[COOKIE] || bearerOf(request);

  /**
   * @param {SimulatedRequest} request
   * @returns {Answer}
   */
  const answer = (request) => {
    if (!textField(request.body, 'query')?.includes('logout')) return refusal(400);
    const token = tokenOf(request);
    if (!token) return { status: 200, json: { data: { logout: { success: false } } }, note: 'no session' };
    const { session } = sessions.check('token', token);
    if (session) sessions.end(session);
    return {
      status: 200,
      headers: { 'vendure-auth-token': '' },
      cookies: [removedCookie(request, COOKIE)],
      json: { data: { logout: { success: true } } },
      note: session ? 'session ended' : 'unknown token',
    };
  };

  return {
    cors: {
      origins: 'with-credentials',
      methods: ['POST'],
      headers: ['authorization', 'content-type', 'vendure-token'],
    },
    handle: createRouter({ 'POST /shop-api': answer }, strangerNotFound),
    refuse: (status) => refusal(status),
    signIn: (request, options) => {
      const session = { user: member(options.user), member: true };
      const expiresAt = expiryOf(options, LIFETIME);
      const accessToken = sessions.add(session, 'token', randomId(32), expiresAt);
      return {
        user: session.user,
        tokens: { accessToken },
        expiresAt,
        localStorage: { shop_token: accessToken },
        documentCookies: {},
        cookies: [sessionCookie(request, COOKIE, accessToken)],
      };
    },
    endSessions: () => sessions.endMembers(),
    status: () => sessions.status(['token']),
    configure: () => {},
  };
}

/**
 * @param {number} status
 * @returns {Answer}
 */
const refusal = (status) => ({
  status,
  json: {
    errors: [
      {
        message: 'Something was wrong with that.',
        extensions: { code: status === 400 ? 'GRAPHQL_VALIDATION_FAILED' : 'INTERNAL_SERVER_ERROR' },
      },
    ],
  },
  note: 'refused',
});
