import { redirectTo, strangerNotFound, textField } from './shared/answers.js';
import { removedCookie, sessionCookie } from './shared/cookies.js';
import { createRouter } from './shared/router.js';
import { Sessions } from './shared/sessions.js';
import { jwt, randomId } from './shared/tokens.js';
import { expiryOf, member } from './shared/users.js';

/** @import { Answer, Platform, SimulatedRequest } from '../types.js' */

const COOKIE = 'provider';
const LIFETIME = 3600;

/**
 * An OpenID provider that is also an authorization server. `/session/end` follows RP-Initiated Logout 1.0, but does not
 * ask the shopper. `/revoke` follows RFC 7009.
 *
 * @returns {Platform}
 */
export function create() {
  const sessions = new Sessions();

  /**
   * @param {SimulatedRequest} request
   * @returns {Answer}
   */
  const endSession = (request) => {
    const { session } = sessions.check('cookie', request.cookies[COOKIE]);
    if (session) sessions.end(session);
    const target =
      textField(request.body, 'post_logout_redirect_uri') ?? request.query.post_logout_redirect_uri;
    const ended = { cookies: [removedCookie(request, COOKIE)], note: 'session ended' };
    return target ? redirectTo(target, ended) : { status: 200, html: '<title>Signed out</title>', ...ended };
  };

  /**
   * @param {SimulatedRequest} request
   * @returns {Answer}
   */
  const revoke = ({ body }) => {
    const token = textField(body, 'token');
    if (!token || !textField(body, 'client_id')) return refusal(400);
    const [access, refresh] = ['access', 'refresh'].map((kind) => sessions.check(kind, token).session);
    if (refresh) for (const kind of ['access', 'refresh']) sessions.end(refresh, kind);
    if (access) sessions.revoke(token);
    return { status: 200, note: access || refresh ? 'revoked' : 'unknown token' };
  };

  return {
    cors: { origins: 'any', methods: ['POST'], headers: ['content-type'] },
    handle: createRouter(
      { 'GET /session/end': endSession, 'POST /session/end': endSession, 'POST /revoke': revoke },
      strangerNotFound,
    ),
    refuse: (status) => refusal(status),
    signIn: (request, options) => {
      const session = { user: member(options.user), member: true };
      const expiresAt = expiryOf(options, LIFETIME);
      const accessToken = sessions.add(session, 'access', randomId(32), expiresAt);
      const refreshToken = sessions.add(session, 'refresh', randomId(32));
      const idToken = jwt({ sub: session.user.id });
      return {
        user: session.user,
        tokens: { accessToken, refreshToken },
        expiresAt,
        localStorage: {
          // `oidc-client-ts` stores them in this form.
          'oidc.user:provider:shop': JSON.stringify({
            access_token: accessToken,
            refresh_token: refreshToken,
            id_token: idToken,
            token_type: 'Bearer',
          }),
        },
        documentCookies: {},
        cookies: [sessionCookie(request, COOKIE, sessions.add(session, 'cookie', randomId(32)))],
      };
    },
    endSessions: () => sessions.endMembers(),
    status: () => ({
      // A revocation does not end the provider's own session.
      alive: sessions.status(['access', 'refresh']).alive,
      credentials: sessions.status(['access', 'refresh', 'cookie']).credentials,
    }),
    configure: () => {},
  };
}

/**
 * @param {number} status
 * @returns {Answer}
 */
const refusal = (status) => ({
  status,
  json: { error: status === 401 ? 'invalid_client' : 'invalid_request' },
  note: 'refused',
});
