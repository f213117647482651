import { bearerOf, strangerNotFound } from './shared/answers.js';
import { removedCookie, sessionCookie } from './shared/cookies.js';
import { createRouter } from './shared/router.js';
import { Sessions } from './shared/sessions.js';
import { jwt, randomId } from './shared/tokens.js';
import { expiryOf, member } from './shared/users.js';

/** @import { Answer, Platform, PlatformOptions, SignInOptions, SimulatedRequest } from '../types.js' */
/** @import { Session } from './shared/sessions.js' */

const ACCESS_LIFETIME = 15 * 60;
const ERRORS = new Map([
  [400, 'BadRequestException'],
  [401, 'UnauthorizedException'],
  [403, 'ForbiddenException'],
  [404, 'NotFoundException'],
]);

/**
 * UniSouk's storefront API: the access token lives in page memory, the refresh token in an HttpOnly cookie.
 * After a logout without the cookie, the refresh token still works, as on the real platform.
 *
 * @param {PlatformOptions} [options]
 * @returns {Platform}
 */
export function create({ storeId = 'demo-store' } = {}) {
  const sessions = new Sessions();

  // The prefix needs `Secure`, which browsers accept only over https. The simulators usually use http.
  const cookieName = (/** @type {SimulatedRequest} */ { origin }) =>
    `${origin.startsWith('https:') ? '__Secure-' : ''}unisouk.${storeId}.refresh-token`;

  /**
   * @param {Session} session
   * @param {SignInOptions} [options]
   */
  const issueAccess = (session, options = {}) => {
    const expiresAt = expiryOf(options, ACCESS_LIFETIME);
    const claims = { sub: session.user.id, storeId, jti: randomId(), exp: Math.floor(expiresAt / 1000) };
    return { accessToken: sessions.add(session, 'access', jwt(claims), expiresAt), expiresAt };
  };

  /**
   * Runs a handler only for requests that name the store and carry a live access token.
   *
   * @param {(session: Session, request: SimulatedRequest) => Answer} handler
   * @returns {(request: SimulatedRequest) => Answer}
   */
  const signedIn = (handler) => (request) => {
    if (request.headers['x-store-id'] !== storeId) return refusal(400, 'x-store-id is not a store', request);
    const check = sessions.check('access', bearerOf(request));
    return check.session
      ? handler(check.session, request)
      : refusal(401, `access token ${check.problem}`, request);
  };

  const logout = signedIn((session, request) => {
    const cookie = request.cookies[cookieName(request)];
    sessions.end(session, 'access');
    if (cookie) sessions.revoke(cookie);
    return {
      status: 200,
      cookies: [removedCookie(request, cookieName(request))],
      json: { message: 'Logout Success', data: { email: session.user.email }, source: '' },
      note: cookie ? 'member session ended' : 'no refresh cookie came along: the refresh token survives',
    };
  });

  const handle = createRouter(
    {
      'GET /auth/logout': logout,
      'GET /auth/refresh/:storeId': (request, params) => {
        if (params.storeId !== storeId || request.headers['x-store-id'] !== storeId)
          return refusal(400, 'x-store-id and path must name the same store', request);
        const check = sessions.check('refresh', request.cookies[cookieName(request)]);
        if (!check.session) return refusal(401, `refresh cookie ${check.problem}`, request);
        const { accessToken } = issueAccess(check.session);
        return {
          status: 200,
          json: { message: 'Token refreshed', data: { accessToken }, source: '' },
          note: 'access token refreshed',
        };
      },
      'GET /auth/me': signedIn(({ user }) => ({
        status: 200,
        json: { message: 'OK', data: { email: user.email, firstName: user.firstName }, source: 'db' },
      })),
    },
    strangerNotFound,
  );

  return {
    cors: {
      origins: 'with-credentials',
      methods: ['GET'],
      headers: ['authorization', 'content-type', 'x-store-id'],
    },
    handle,
    refuse: (status, request) => refusal(status, 'refused by a rule', request),
    signIn: (request, options) => {
      const session = { user: member(options.user), member: true };
      const { accessToken, expiresAt } = issueAccess(session, options);
      const cookie = sessionCookie(
        request,
        cookieName(request),
        sessions.add(session, 'refresh', randomId(32)),
      );
      return {
        user: session.user,
        tokens: { accessToken },
        expiresAt,
        localStorage: {},
        documentCookies: {},
        cookies: [cookie],
      };
    },
    endSessions: () => sessions.endMembers(),
    status: () => sessions.status(['access', 'refresh']),
    configure: (options) => {
      storeId = options.storeId ?? storeId;
    },
  };
}

/**
 * @param {number} statusCode
 * @param {string} reason
 * @param {SimulatedRequest} request
 * @returns {Answer}
 */
const refusal = (statusCode, reason, { path }) => ({
  status: statusCode,
  json: {
    requestId: crypto.randomUUID(),
    error: ERRORS.get(statusCode) ?? 'InternalServerErrorException',
    statusCode,
    message: reason,
    path,
    timestamp: Date.now(),
  },
  note: reason,
});
