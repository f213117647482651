import { textField } from './shared/answers.js';
import { jwt, randomId } from './shared/tokens.js';
import { expiryOf, visitor } from './shared/users.js';
import { refusal } from './wix-refusal.js';

/** @import { Answer, SignInOptions } from '../types.js' */
/** @import { Session, Sessions } from './shared/sessions.js' */

const ACCESS_LIFETIME = 4 * 3600;

/**
 * @param {Sessions} sessions
 * @param {Session} session
 * @param {SignInOptions} [options]
 */
export function issueTokens(sessions, session, options = {}) {
  const expiresAt = expiryOf(options, ACCESS_LIFETIME);
  const claims = { sub: session.user.id, jti: randomId(), exp: Math.floor(expiresAt / 1000) };
  const accessToken = sessions.add(session, 'access', `OauthNG.JWS.${jwt(claims)}`, expiresAt);
  const refreshToken = sessions.add(session, 'refresh', `JWS.${jwt({ jti: randomId() })}`);
  return { accessToken, refreshToken, expiresAt };
}

/**
 * `POST /oauth2/token`: renews a member's tokens, or grants a visitor's.
 *
 * @param {Sessions} sessions
 * @param {unknown} body
 * @returns {Answer}
 */
export function answerTokens(sessions, body) {
  const anonymous = textField(body, 'grantType') === 'anonymous';
  const check = anonymous
    ? { session: { user: visitor(), member: false } }
    : sessions.check('refresh', textField(body, 'refreshToken'));
  if (!check.session) return refusal(401, `refresh token ${check.problem}`);
  const { accessToken, refreshToken } = issueTokens(sessions, check.session);
  return {
    status: 200,
    json: {
      access_token: accessToken,
      refresh_token: refreshToken,
      token_type: 'Bearer',
      expires_in: ACCESS_LIFETIME,
    },
    note: anonymous ? 'anonymous tokens' : 'tokens refreshed',
  };
}
