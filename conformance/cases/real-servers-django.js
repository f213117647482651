import { casesOf, post } from '../support/real-server.js';

const csrfCookie = (/** @type {string} */ Cookie) => /csrftoken=([^;]+)/.exec(Cookie)?.[1] ?? '';
const csrf = 'csrf="cookie:csrftoken header:X-CSRFToken"';

/** @type {import('../support/real-server.js').Backend} */
const backend = {
  platform: 'custom (Django, allauth)',
  server: 'django',
  async signIn(page) {
    const csrfmiddlewaretoken = csrfCookie(await page.evaluate(() => document.cookie));
    await post(page, '/accounts/login/', {
      login: 'nora',
      password: 'for-this-run-only',
      csrfmiddlewaretoken,
    });
  },
  logOut: (origin, Cookie) =>
    fetch(`${origin}/accounts/logout/`, {
      method: 'POST',
      headers: { Cookie, 'X-CSRFToken': csrfCookie(Cookie) },
      redirect: 'manual',
    }),
};

export const realServersDjango = casesOf(backend, [
  {
    title: 'CSRF token in a header',
    tag: `platform="custom" base-url="/accounts/logout/" ${csrf}`,
    says: 'logged-out ended',
    replayed: 'refused',
  },
  {
    title: 'CSRF token in a header, with session-url',
    tag: `platform="custom" base-url="/accounts/logout/" ${csrf} session-url="/session"`,
    says: 'logged-out ended, verified',
    replayed: 'refused',
  },
  {
    title: 'CSRF token in a field',
    tag: 'platform="custom" base-url="/accounts/logout/" csrf="cookie:csrftoken field:csrfmiddlewaretoken"',
    says: 'logged-out ended',
    replayed: 'refused',
  },
  {
    title: 'a form with the CSRF token',
    tag: 'platform="custom" base-url="/accounts/logout/" mode="form" csrf="cookie:csrftoken field:csrfmiddlewaretoken"',
    says: 'logged-out redirecting',
    replayed: 'refused',
  },
  {
    title: 'an address to go to',
    tag: 'platform="custom" base-url="/logout/" mode="navigate"',
    says: 'logged-out redirecting',
    replayed: 'refused',
  },
  {
    title: 'a logout by GET, answered by 302',
    tag: 'platform="custom" base-url="/logout/" method="GET"',
    says: 'logged-out ended, warned',
    replayed: 'refused',
  },
  {
    title: 'no CSRF token',
    tag: 'platform="custom" base-url="/accounts/logout/"',
    says: 'failed-logout http',
    replayed: 'still good',
  },
  {
    title: 'no CSRF token, with session-url',
    tag: 'platform="custom" base-url="/accounts/logout/" session-url="/session"',
    says: 'failed-logout still-signed-in',
    replayed: 'still good',
  },
  {
    title: 'csrf names a place without a token',
    tag: 'platform="custom" base-url="/accounts/logout/" csrf="cookie:csrf header:X-CSRFToken"',
    says: 'failed-logout misconfigured',
    replayed: 'still good',
  },
  {
    // Django answers 301 to the address with a slash. The browser follows by GET, gets `{}`, and the session lives on.
    title: 'no slash at the end',
    tag: `platform="custom" base-url="/accounts/logout" ${csrf}`,
    says: 'failed-logout unexpected-response',
    replayed: 'still good',
  },
  {
    title: 'no slash at the end, with session-url',
    tag: `platform="custom" base-url="/accounts/logout" ${csrf} session-url="/session"`,
    says: 'failed-logout still-signed-in',
    replayed: 'still good',
  },
  {
    // allauth answers with a page that asks "Are you sure?", or with `{}` if only JSON is accepted.
    title: 'GET instead of POST',
    tag: 'platform="custom" base-url="/accounts/logout/" method="GET"',
    says: 'failed-logout unexpected-response',
    replayed: 'still good',
  },
  {
    title: 'GET instead of POST, with session-url',
    tag: 'platform="custom" base-url="/accounts/logout/" method="GET" session-url="/session"',
    says: 'failed-logout still-signed-in',
    replayed: 'still good',
  },
  {
    title: 'DELETE instead of POST',
    tag: `platform="custom" base-url="/accounts/logout/" method="DELETE" ${csrf}`,
    says: 'failed-logout http',
    replayed: 'still good',
  },
  {
    title: 'dead session',
    tag: `platform="custom" base-url="/accounts/logout/" ${csrf}`,
    dead: 'ended elsewhere',
    says: 'logged-out ended',
    replayed: 'refused',
  },
  {
    title: 'dead session, with session-url',
    tag: `platform="custom" base-url="/accounts/logout/" ${csrf} session-url="/session"`,
    dead: 'ended elsewhere',
    says: 'logged-out ended, verified',
    replayed: 'refused',
  },
  {
    title: 'wrong address',
    tag: `platform="custom" base-url="/accounts/log-out/" ${csrf}`,
    says: 'failed-logout http',
    replayed: 'still good',
  },
  {
    title: 'an address to go to, where a page asks "Are you sure?"',
    tag: 'platform="custom" base-url="/accounts/logout/" mode="navigate"',
    says: 'logged-out redirecting',
    replayed: 'still good',
    limit: "the browser leaves the page for the server's answer: the shopper sees it, but no script does",
  },
]);
