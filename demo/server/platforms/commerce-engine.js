import { bearerOf, strangerNotFound, textField } from './shared/answers.js';
import { createRouter } from './shared/router.js';
import { Sessions } from './shared/sessions.js';
import { jwt, randomId } from './shared/tokens.js';
import { expiryOf, member, visitor } from './shared/users.js';

/** @import { Answer, Platform, PlatformOptions, SignInOptions, User } from '../types.js' */
/** @import { Handler } from './shared/router.js' */
/** @import { Session } from './shared/sessions.js' */

const ACCESS_LIFETIME = 3600;
/** The vendor's SDK treats a refresh token without an expiry time as expired. */
const REFRESH_LIFETIME = 30 * 24 * 3600;
const CODES = new Map([
  [400, 'bad_request'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [429, 'too_many_requests'],
]);

/**
 * Commerce Engine's storefront API. A logout ends the member's session, and answers with a new anonymous one.
 *
 * @param {PlatformOptions} [options]
 * @returns {Platform}
 */
export function create({ storeId = 'demo-store' } = {}) {
  const sessions = new Sessions();

  /**
   * @param {Session} session
   * @param {SignInOptions} [options]
   */
  const issuePair = (session, options = {}) => {
    const expiresAt = expiryOf(options, ACCESS_LIFETIME);
    const claims = {
      id: session.user.id,
      customer_id: session.member ? session.user.id : null,
      jti: randomId(),
      is_logged_in: session.member,
      is_anonymous: !session.member,
      exp: Math.floor(expiresAt / 1000),
    };
    const accessToken = sessions.add(session, 'access', jwt(claims), expiresAt);
    const refreshExp = Math.floor(Date.now() / 1000) + REFRESH_LIFETIME;
    const refreshToken = sessions.add(
      session,
      'refresh',
      jwt({ ...claims, jti: randomId(), exp: refreshExp }),
    );
    return { accessToken, refreshToken, expiresAt };
  };

  /**
   * @param {string} message
   * @param {Session} session
   * @param {string} note
   * @returns {Answer}
   */
  const answerPair = (message, session, note) => {
    const { accessToken, refreshToken } = issuePair(session);
    const user = describe(session);
    const content = { access_token: accessToken, refresh_token: refreshToken, user };
    return { status: 200, json: { message, success: true, content }, note };
  };

  /**
   * Runs a handler only for requests to the right store that carry a live access token.
   *
   * @param {(session: Session) => Answer} handler
   * @returns {Handler}
   */
  const signedIn = (handler) =>
    inStore((request) => {
      const check = sessions.check('access', bearerOf(request));
      return check.session ? handler(check.session) : refusal(401, `access token ${check.problem}`);
    });

  /**
   * @param {Handler} handler
   * @returns {Handler}
   */
  const inStore = (handler) => (request, params) =>
    params.store === storeId ? handler(request, params) : refusal(404, `no store ${params.store}`);

  const handle = createRouter(
    {
      'POST /api/v1/:store/storefront/auth/logout': signedIn((session) => {
        sessions.end(session);
        const note = session.member ? 'member session ended' : 'there was only an anonymous session';
        return answerPair('Logged out successfully', { user: visitor(), member: false }, note);
      }),
      'POST /api/v1/:store/storefront/auth/refresh-token': inStore(({ body }) => {
        const token = textField(body, 'refresh_token');
        if (!token) return refusal(400, 'no refresh_token in the body');
        const check = sessions.check('refresh', token);
        if (!check.session) return refusal(401, `refresh token ${check.problem}`);
        sessions.revoke(token);
        return answerPair('Token refreshed', check.session, 'tokens refreshed');
      }),
      'POST /api/v1/:store/storefront/auth/anonymous': inStore(() =>
        answerPair('Anonymous session created', { user: visitor(), member: false }, 'anonymous session'),
      ),
      'GET /api/v1/:store/storefront/me': signedIn((session) => ({
        status: 200,
        json: { message: 'OK', success: true, content: { user: describe(session) } },
      })),
    },
    strangerNotFound,
  );

  return {
    cors: { origins: 'any', methods: ['GET', 'POST'], headers: ['authorization', 'content-type'] },
    handle,
    refuse: (status) => refusal(status, 'refused by a rule'),
    signIn: (_request, options) => {
      const user = member(options.user);
      const { accessToken, refreshToken, expiresAt } = issuePair({ user, member: true }, options);
      return {
        user,
        tokens: { accessToken, refreshToken },
        expiresAt,
        localStorage: { storefront_access_token: accessToken, storefront_refresh_token: refreshToken },
        documentCookies: {},
        cookies: [],
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
 * @param {number} status
 * @param {string} reason
 * @returns {Answer}
 */
function refusal(status, reason) {
  const code = CODES.get(status) ?? 'internal_error';
  const errors = status === 400 ? { errors: [{ message: reason }] } : {};
  return { status, json: { message: reason, success: false, code, ...errors }, note: reason };
}

/** @param {{ user: User, member: boolean }} session */
const describe = ({ user, member: isMember }) => ({
  id: user.id,
  first_name: user.firstName,
  last_name: user.lastName,
  email: user.email,
  is_anonymous: !isMember,
  is_logged_in: isMember,
});
