import { page, redirectTo, strangerNotFound, textField, wantsHtml } from './shared/answers.js';
import { removedCookie, sessionCookie } from './shared/cookies.js';
import { createRouter } from './shared/router.js';
import { Sessions } from './shared/sessions.js';
import { randomId } from './shared/tokens.js';
import { member } from './shared/users.js';
import { logoutAnswerOf } from './wix-logout-answer.js';
import { refusal } from './wix-refusal.js';
import { answerTokens, issueTokens } from './wix-tokens.js';

/** @import { Answer, Platform, PlatformOptions, SimulatedRequest } from '../types.js' */
/** @import { Session } from './shared/sessions.js' */

const COOKIE = 'smSession';

/**
 * Wix for its three kinds of pages: the headless API with raw tokens, the documented logout endpoint, and a site's own
 * session cookie.
 *
 * @param {PlatformOptions} [options]
 * @returns {Platform}
 */
export function create({ clientId = 'demo-client', logoutAnswer = 'raw' } = {}) {
  const sessions = new Sessions();

  /** @type {Map<string, { session: Session, postFlowUrl: string }>} */
  const redirectSessions = new Map();

  /** @param {SimulatedRequest} request */
  const tokenSession = ({ headers }) => sessions.check('access', headers.authorization);

  /** @param {SimulatedRequest} request */
  const anySession = (request) =>
    tokenSession(request).session ?? sessions.check('cookie', request.cookies[COOKIE]).session;

  /** @type {(request: SimulatedRequest) => Answer} */
  const createRedirectSession = (request) => {
    const check = tokenSession(request);
    if (!check.session) return refusal(401, `access token ${check.problem}`);
    if (textField(request.body, 'logout', 'clientId') !== clientId) return refusal(400, 'unknown clientId');
    const postFlowUrl = textField(request.body, 'callbacks', 'postFlowUrl') ?? '';
    if (!isWebUrl(postFlowUrl)) return refusal(400, 'callbacks.postFlowUrl must be an absolute URL');
    const id = randomId();
    redirectSessions.set(id, { session: check.session, postFlowUrl });
    const fullUrl = `${request.origin}${request.basePath}/redirect-session/${id}`;
    return { status: 200, json: { redirectSession: { id, fullUrl } }, note: 'session lives until the visit' };
  };

  /** @type {(request: SimulatedRequest) => Answer} */
  const logout = (request) => {
    const fields = request.method === 'GET' ? request.query : request.body;
    const askedClient = textField(fields, 'clientId');
    if (askedClient && askedClient !== clientId) return refusal(400, 'unknown clientId');
    const target = textField(fields, 'postLogoutRedirectUri');
    if (target && !isWebUrl(target)) return refusal(400, 'postLogoutRedirectUri must be an absolute URL');
    const session = anySession(request);
    if (session) sessions.end(session);
    else if (!wantsHtml(request)) return refusal(401, 'no session');
    return logoutAnswerOf({
      // A browser that navigates here cannot use a JSON body.
      form: wantsHtml(request) ? 'redirect' : logoutAnswer,
      target,
      cookie: removedCookie(request, COOKIE),
      note: session ? 'member session ended' : 'no session to end',
    });
  };

  const handle = createRouter(
    {
      'POST /_api/redirects-api/v1/redirect-session': createRedirectSession,
      'GET /redirect-session/:id': (request, { id = '' }) => {
        const started = redirectSessions.get(id);
        if (!started) return strangerNotFound();
        sessions.end(started.session);
        const cookies = [removedCookie(request, COOKIE)];
        return redirectTo(started.postFlowUrl, { cookies, note: 'member session ended by the visit' });
      },
      'GET /_api/iam/authentication/v1/logout': logout,
      'POST /_api/iam/authentication/v1/logout': logout,
      'GET /authentication/v1/logout': logout,
      'POST /authentication/v1/logout': logout,
      'GET /v1/logout': logout,
      'POST /v1/logout': logout,
      'POST /oauth2/token': ({ body }) =>
        textField(body, 'clientId') === clientId
          ? answerTokens(sessions, body)
          : refusal(400, 'unknown clientId'),
      'POST /api/auth/logout': (request) => {
        const session = anySession(request);
        if (session) sessions.end(session);
        const asked = request.query.returnToUrl ?? '';
        const location = /^\/(?![/\\])/.test(asked) ? asked : `${request.basePath}/`;
        const note = session ? 'member session ended' : 'no session to end';
        return redirectTo(location, { status: 303, cookies: [removedCookie(request, COOKIE)], note });
      },
      'GET /': (request) => {
        const user = anySession(request)?.user;
        const text = user ? `Signed in as ${user.email}` : 'Signed out';
        return { status: 200, html: page('Wix demo site', text) };
      },
      'GET /me': (request) => {
        const session = anySession(request);
        return session?.member
          ? { status: 200, json: { member: { id: session.user.id, loginEmail: session.user.email } } }
          : refusal(401, 'no member session');
      },
    },
    strangerNotFound,
  );

  return {
    cors: { origins: 'any', methods: ['GET', 'POST'], headers: ['authorization', 'content-type'] },
    handle,
    refuse: (status) => refusal(status, 'refused by a rule'),
    signIn: (request, options) => {
      const session = { user: member(options.user), member: true };
      const { accessToken, refreshToken, expiresAt } = issueTokens(sessions, session, options);
      const kept = {
        accessToken: { value: accessToken, expiresAt: Math.floor(expiresAt / 1000) },
        refreshToken: { value: refreshToken, role: 'member' },
      };
      return {
        user: session.user,
        tokens: { accessToken, refreshToken },
        expiresAt,
        localStorage: {},
        documentCookies: { session: encodeURIComponent(JSON.stringify(kept)) },
        cookies: [sessionCookie(request, COOKIE, sessions.add(session, 'cookie', randomId(32)))],
      };
    },
    endSessions: () => sessions.endMembers(),
    status: () => sessions.status(['access', 'refresh', 'cookie']),
    configure: (options) => {
      clientId = options.clientId ?? clientId;
      logoutAnswer = options.logoutAnswer ?? logoutAnswer;
    },
  };
}

/** @param {string} url */
const isWebUrl = (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
