import { casesOf } from '../support/real-server.js';
import { withVersion } from '../support/versions.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { Backend } from '../support/real-server.js' */

/**
 * Auth.js below `base`.
 *
 * @param {string} base
 * @param {string} [platform]
 * @returns {Backend}
 */
const authJs = (base, platform = 'custom') => ({
  platform: `${platform} (Auth.js: ${withVersion('@auth/express')})`,
  server: 'auth-js',
  session: `${base}/session`,
  signIn: (page) => signIn(page, base),
  logOut: async (origin, cookie) => {
    const { csrfToken, Cookie } = await csrfOf(`${origin}${base}`, cookie);
    return fetch(`${origin}${base}/signout`, {
      method: 'POST',
      headers: { Cookie, 'X-Auth-Return-Redirect': '1' },
      body: new URLSearchParams({ csrfToken }),
    });
  },
});

/**
 * @param {Page} page
 * @param {string} base
 */
async function signIn(page, base) {
  const { url } = await page.evaluate(async (address) => {
    const { csrfToken } = await (await fetch(`${address}/csrf`)).json();
    const answer = await fetch(`${address}/callback/credentials`, {
      method: 'POST',
      headers: { 'X-Auth-Return-Redirect': '1' },
      body: new URLSearchParams({ name: 'nora', csrfToken }),
    });
    return answer.json();
  }, base);
  if (url.includes('error=')) throw new Error(`Auth.js led to ${url}.`);
}

/**
 * Auth.js's CSRF token, and the cookies to send with it.
 *
 * @param {string} auth
 * @param {string} Cookie
 */
async function csrfOf(auth, Cookie) {
  const answer = await fetch(`${auth}/csrf`, { headers: { Cookie } });
  const { csrfToken } = await answer.json();
  const fresh = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
  return { csrfToken, Cookie: [Cookie, ...fresh].join('; ') };
}

/** As in the manual. These functions run in the page, so they cannot use anything from this module. */
const withToken = async () => {
  const { csrfToken } = await (await fetch('/auth/csrf')).json();
  return { headers: { 'X-Auth-Return-Redirect': '1' }, body: new URLSearchParams({ csrfToken }) };
};
const withTokenOnly = async () => {
  const { csrfToken } = await (await fetch('/auth/csrf')).json();
  return { body: new URLSearchParams({ csrfToken }) };
};
const withStatelessToken = async () => {
  const { csrfToken } = await (await fetch('/stateless/auth/csrf')).json();
  return { headers: { 'X-Auth-Return-Redirect': '1' }, body: new URLSearchParams({ csrfToken }) };
};
const withoutToken = { headers: { 'X-Auth-Return-Redirect': '1' } };
const withWrongToken = () => ({
  headers: { 'X-Auth-Return-Redirect': '1' },
  body: new URLSearchParams({ csrfToken: 'wrong' }),
});

export const realServersAuthJs = [
  ...casesOf(authJs('/auth'), [
    {
      title: 'CSRF token by requestInit',
      tag: 'platform="custom" base-url="/auth/signout"',
      requestInit: withToken,
      says: 'logged-out ended',
      replayed: 'refused',
    },
    {
      title: 'CSRF token by requestInit, with session-url',
      tag: 'platform="custom" base-url="/auth/signout" session-url="/auth/session"',
      requestInit: withToken,
      says: 'logged-out ended, verified',
      replayed: 'refused',
    },
    {
      title: 'CSRF token by requestInit, answers 302',
      tag: 'platform="custom" base-url="/auth/signout"',
      requestInit: withTokenOnly,
      says: 'logged-out ended, warned',
      replayed: 'refused',
    },
    {
      title: 'no CSRF token, answers 302 with an error in the address',
      tag: 'platform="custom" base-url="/auth/signout"',
      says: 'failed-logout unexpected-response',
      replayed: 'still good',
    },
    {
      title: 'no CSRF token, with session-url',
      tag: 'platform="custom" base-url="/auth/signout" session-url="/auth/session"',
      says: 'failed-logout still-signed-in',
      replayed: 'still good',
    },
    {
      title: 'no CSRF token, answers 200 with an error in the `url`',
      tag: 'platform="custom" base-url="/auth/signout"',
      requestInit: withoutToken,
      says: 'failed-logout rejected',
      replayed: 'still good',
    },
    {
      title: 'no CSRF token, answers 200, with session-url',
      tag: 'platform="custom" base-url="/auth/signout" session-url="/auth/session"',
      requestInit: withoutToken,
      says: 'failed-logout still-signed-in',
      replayed: 'still good',
    },
    {
      title: 'wrong CSRF token, with session-url',
      tag: 'platform="custom" base-url="/auth/signout" session-url="/auth/session"',
      requestInit: withWrongToken,
      says: 'failed-logout still-signed-in',
      replayed: 'still good',
    },
    {
      title: 'dead session',
      tag: 'platform="custom" base-url="/auth/signout" session-url="/auth/session"',
      requestInit: withToken,
      dead: 'forgotten',
      says: 'logged-out ended, verified',
      replayed: 'refused',
    },
    {
      title: 'GET instead of POST',
      tag: 'platform="custom" base-url="/auth/signout" method="GET"',
      says: 'failed-logout unexpected-response',
      replayed: 'still good',
    },
    {
      title: 'wrong address',
      tag: 'platform="custom" base-url="/auth/sign-out"',
      requestInit: withToken,
      says: 'failed-logout rejected',
      replayed: 'still good',
    },
  ]),
  ...casesOf({ ...authJs('/auth', 'auth-js'), entry: { file: 'auth-js', name: 'authJs' } }, [
    {
      title: 'its own platform',
      tag: 'platform="auth-js" base-url="/auth"',
      says: 'logged-out ended, verified',
      replayed: 'refused',
    },
    {
      title: 'its own platform, dead session',
      tag: 'platform="auth-js" base-url="/auth"',
      dead: 'forgotten',
      says: 'logged-out ended, verified',
      replayed: 'refused',
    },
    {
      title: 'its own platform, wrong address',
      tag: 'platform="auth-js" base-url="/authentication"',
      says: 'failed-logout http',
      replayed: 'still good',
    },
  ]),
  ...casesOf(authJs('/stateless/auth'), [
    {
      title: 'sessions in the cookie, as by default',
      tag: 'platform="custom" base-url="/stateless/auth/signout" session-url="/stateless/auth/session"',
      requestInit: withStatelessToken,
      says: 'logged-out ended, verified',
      replayed: 'still good',
      byHand: '200; replayed: the session still good',
      limit: 'the session is a token in the cookie, and the server keeps no list of ended sessions',
    },
  ]),
];
