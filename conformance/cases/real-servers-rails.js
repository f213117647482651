import { casesOf, csrfTokenOf, post } from '../support/real-server.js';

/** @import { Backend } from '../support/real-server.js' */

/** @type {Backend} */
const backend = {
  platform: 'custom (Rails, Devise)',
  server: 'rails',
  async signIn(page) {
    const token = await page.evaluate(
      () => document.querySelector('meta[name=csrf-token]')?.getAttribute('content') ?? '',
    );
    await post(page, '/users/sign_in', {
      'user[email]': 'nora@example.com',
      'user[password]': 'for-this-run-only',
      authenticity_token: token,
    });
  },
  logOut: async (origin, Cookie) =>
    fetch(`${origin}/users/sign_out`, {
      method: 'DELETE',
      headers: { Cookie, 'X-CSRF-Token': await csrfTokenOf(origin, Cookie) },
    }),
};

const csrf = 'csrf="meta:csrf-token header:X-CSRF-Token"';

export const realServersRails = [
  ...casesOf(backend, [
    {
      title: 'CSRF token in a header',
      tag: `platform="custom" base-url="/users/sign_out" method="DELETE" ${csrf}`,
      says: 'logged-out ended',
      replayed: 'refused',
    },
    {
      title: 'CSRF token in a header, with session-url',
      tag: `platform="custom" base-url="/users/sign_out" method="DELETE" ${csrf} session-url="/session"`,
      says: 'logged-out ended, verified',
      replayed: 'refused',
    },
    {
      title: 'CSRF token in a field',
      tag: 'platform="custom" base-url="/form/sign_out" csrf="meta:csrf-token field:authenticity_token"',
      says: 'logged-out ended',
      replayed: 'refused',
    },
    {
      title: 'a form with the CSRF token',
      tag: 'platform="custom" base-url="/form/sign_out" mode="form" csrf="meta:csrf-token field:authenticity_token"',
      says: 'logged-out redirecting',
      replayed: 'refused',
    },
    {
      title: 'no CSRF token',
      tag: 'platform="custom" base-url="/users/sign_out" method="DELETE"',
      says: 'failed-logout http',
      replayed: 'still good',
    },
    {
      title: 'no CSRF token, with session-url',
      tag: 'platform="custom" base-url="/users/sign_out" method="DELETE" session-url="/session"',
      says: 'failed-logout still-signed-in',
      replayed: 'still good',
    },
    {
      title: 'csrf names a place without a token',
      tag: 'platform="custom" base-url="/users/sign_out" method="DELETE" csrf="meta:csrf header:X-CSRF-Token"',
      says: 'failed-logout misconfigured',
      replayed: 'still good',
    },
    {
      title: 'null_session, with the CSRF token, with session-url',
      tag: `platform="custom" base-url="/lenient/sign_out" method="DELETE" ${csrf} session-url="/session"`,
      says: 'logged-out ended, verified',
      replayed: 'refused',
    },
    {
      title: 'null_session, no CSRF token, with session-url',
      tag: 'platform="custom" base-url="/lenient/sign_out" method="DELETE" session-url="/session"',
      says: 'failed-logout still-signed-in',
      replayed: 'still good',
    },
    {
      title: 'null_session, no CSRF token',
      tag: 'platform="custom" base-url="/lenient/sign_out" method="DELETE"',
      says: 'logged-out ended',
      replayed: 'still good',
      limit:
        'the server says 204 but ends nothing: `csrf` ends the session, and `session-url` shows that it lives',
    },
    {
      title: 'dead session',
      tag: `platform="custom" base-url="/users/sign_out" method="DELETE" ${csrf}`,
      dead: 'ended elsewhere',
      says: 'logged-out ended',
      replayed: 'refused',
    },
    {
      title: 'dead session without a cookie, with session-url',
      tag: `platform="custom" base-url="/users/sign_out" method="DELETE" ${csrf} session-url="/session"`,
      dead: 'forgotten',
      says: 'logged-out ended, verified',
      replayed: 'refused',
    },
    {
      title: 'POST instead of DELETE',
      tag: `platform="custom" base-url="/users/sign_out" ${csrf}`,
      says: 'failed-logout http',
      replayed: 'still good',
    },
    {
      title: 'GET instead of DELETE',
      tag: 'platform="custom" base-url="/users/sign_out" method="GET"',
      says: 'failed-logout http',
      replayed: 'still good',
    },
    {
      title: 'wrong address',
      tag: `platform="custom" base-url="/users/log_out" method="DELETE" ${csrf}`,
      says: 'failed-logout http',
      replayed: 'still good',
    },
  ]),
  ...casesOf({ ...backend, server: 'rails, sessions in the cookie' }, [
    {
      title: 'sessions in the cookie, as by default',
      tag: `platform="custom" base-url="/users/sign_out" method="DELETE" ${csrf} session-url="/session"`,
      says: 'logged-out ended, verified',
      replayed: 'still good',
      byHand: '204; replayed: the session still good',
      limit: "the session is in the cookie, and the server keeps no list of ended sessions: Rails' default",
    },
  ]),
];
