import { bearerOf, page, redirectTo, strangerNotFound, wantsHtml } from './shared/answers.js';
import { accountsPage } from './salla-accounts.js';
import { removedCookie, sessionCookie } from './shared/cookies.js';
import { createRouter } from './shared/router.js';
import { Sessions } from './shared/sessions.js';
import { jwt, randomId } from './shared/tokens.js';
import { expiryOf, member } from './shared/users.js';

/** @import { Answer, Platform, PlatformOptions, SimulatedRequest } from '../types.js' */

const STORE_COOKIE = 's-session';
const ACCOUNTS_COOKIE = 'accounts-session';
const ACCOUNTS = '/accounts';
const ACCESS_LIFETIME = 24 * 3600;
const CODES = new Map([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not_found'],
]);

/**
 * A Salla store, and the accounts site (under `/accounts`), whose session outlives the store's.
 * Only the HttpOnly cookie ends the store's session. The token that scripts can read ends with it.
 *
 * @param {PlatformOptions} [options]
 * @returns {Platform}
 */
export function create({ accounts = 'ok' } = {}) {
  const sessions = new Sessions();

  /** @param {SimulatedRequest} request */
  const storeSession = ({ cookies }) => sessions.check('store', cookies[STORE_COOKIE]).session;

  /** @param {SimulatedRequest} request */
  const accountsSession = ({ cookies }) => sessions.check('accounts', cookies[ACCOUNTS_COOKIE]).session;

  /**
   * @param {SimulatedRequest} request
   * @returns {Answer}
   */
  const logout = (request) => {
    const session = storeSession(request);
    const note = session ? 'store session ended' : 'no store session to end';
    if (session) {
      sessions.end(session, 'store');
      sessions.end(session, 'access');
    }
    const cookies = [removedCookie(request, STORE_COOKIE)];
    if (!wantsJson(request)) return redirectTo(`${request.basePath}/`, { cookies, note });
    return session
      ? { status: 200, cookies, json: { status: 200, success: true, data: { message: 'Logged out' } }, note }
      : refusal(401, 'You are not signed in', note);
  };

  const handle = createRouter(
    {
      'GET /logout': logout,
      'GET /': (request) => {
        const user = storeSession(request)?.user;
        const text = user ? `Signed in as ${user.email}` : 'Signed out';
        return { status: 200, html: page('Salla demo store', text) };
      },
      'GET /me': (request) => {
        const user = (storeSession(request) ?? sessions.check('access', bearerOf(request)).session)?.user;
        return user
          ? { status: 200, json: { status: 200, success: true, data: { email: user.email } } }
          : refusal(401, 'You are not signed in');
      },
      'GET /accounts/logout': () => accountsPage(accounts),
      'POST /accounts/end-session': (request) => {
        const session = accountsSession(request);
        if (session) sessions.end(session, 'accounts');
        return {
          status: 204,
          cookies: [removedCookie(request, ACCOUNTS_COOKIE, ACCOUNTS)],
          note: session ? 'accounts session ended' : 'no accounts session to end',
        };
      },
      'GET /accounts/me': (request) => {
        const user = accountsSession(request)?.user;
        return user
          ? { status: 200, json: { status: 200, success: true, data: { email: user.email } } }
          : refusal(401, 'You are not signed in');
      },
    },
    strangerNotFound,
  );

  return {
    // Only the store's own pages can fetch it: a fetch from another origin fails at the preflight.
    cors: { origins: 'none', methods: [], headers: [] },
    handle,
    refuse: (status) => refusal(status, 'Refused by a rule'),
    signIn: (request, options) => {
      const session = { user: member(options.user), member: true };
      const expiresAt = expiryOf(options, ACCESS_LIFETIME);
      const claims = { sub: session.user.id, jti: randomId(), exp: Math.floor(expiresAt / 1000) };
      const accessToken = sessions.add(session, 'access', jwt(claims), expiresAt);
      const store = sessions.add(session, 'store', randomId(32));
      const atAccounts = sessions.add(session, 'accounts', randomId(32));
      return {
        user: session.user,
        tokens: { accessToken },
        expiresAt,
        localStorage: { token: accessToken, user: JSON.stringify({ email: session.user.email }) },
        documentCookies: { 's-token': accessToken, __ssid: randomId() },
        cookies: [
          sessionCookie(request, STORE_COOKIE, store),
          sessionCookie(request, ACCOUNTS_COOKIE, atAccounts, ACCOUNTS),
        ],
      };
    },
    endSessions: () => sessions.endMembers(),
    status: () => ({
      ...sessions.status(['store', 'access', 'accounts']),
      // The accounts session counts separately: it does not keep the store's session alive.
      alive: sessions.status(['store', 'access']).alive,
    }),
    configure: (options) => {
      accounts = options.accounts ?? accounts;
    },
  };
}

/** @param {SimulatedRequest} request */
const wantsJson = (request) =>
  !wantsHtml(request) &&
  ((request.headers.accept ?? '').includes('application/json') ||
    request.headers['x-requested-with'] === 'XMLHttpRequest');

/**
 * @param {number} status
 * @param {string} message
 * @param {string} [note]
 * @returns {Answer}
 */
const refusal = (status, message, note = message) => ({
  status,
  json: { status, success: false, error: { message, code: CODES.get(status) ?? 'error' } },
  note,
});
