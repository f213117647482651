import { casesOf, post } from '../support/real-server.js';
import { withVersion } from '../support/versions.js';

/** @type {import('../support/real-server.js').Backend} */
const backend = {
  platform: `custom (${withVersion('express')}, ${withVersion('passport')})`,
  server: 'express',
  signIn: (page) => post(page, '/login', { username: 'nora', password: 'any' }),
  logOut: (origin, Cookie) =>
    fetch(`${origin}/logout`, { method: 'POST', headers: { Cookie }, redirect: 'manual' }),
};

export const realServersExpress = casesOf(backend, [
  {
    title: 'answers 302',
    tag: 'platform="custom" base-url="/logout"',
    says: 'logged-out ended, warned',
    replayed: 'refused',
  },
  {
    title: 'answers 302, with session-url',
    tag: 'platform="custom" base-url="/logout" session-url="/session"',
    says: 'logged-out ended, verified',
    replayed: 'refused',
  },
  {
    title: 'answers 302 to a DELETE',
    tag: 'platform="custom" base-url="/logout" method="DELETE"',
    says: 'logged-out ended, warned',
    replayed: 'refused',
  },
  {
    title: 'answers 302 to a DELETE, with session-url',
    tag: 'platform="custom" base-url="/logout" method="DELETE" session-url="/session"',
    says: 'logged-out ended, verified',
    replayed: 'refused',
  },
  {
    title: 'answers 302 to a page that never finishes loading',
    tag: 'platform="custom" base-url="/slow/logout"',
    says: 'logged-out ended, warned',
    replayed: 'refused',
  },
  {
    title: 'answers 302 to another origin, with session-url',
    tag: 'platform="custom" base-url="/far/logout" session-url="/session"',
    says: 'logged-out already-ended, verified',
    replayed: 'refused',
  },
  {
    title: 'answers 204',
    tag: 'platform="custom" base-url="/silent/logout"',
    says: 'logged-out ended',
    replayed: 'refused',
  },
  {
    title: 'answers 204, session-url answers 401',
    tag: 'platform="custom" base-url="/silent/logout" session-url="/strict/session"',
    says: 'logged-out ended, verified',
    replayed: 'refused',
  },
  {
    title: 'answers 204, nothing at session-url',
    tag: 'platform="custom" base-url="/silent/logout" session-url="/no/session"',
    says: 'logged-out ended, warned',
    replayed: 'refused',
  },
  {
    title: 'answers "OK"',
    tag: 'platform="custom" base-url="/plain/logout"',
    says: 'logged-out ended',
    replayed: 'refused',
  },
  {
    title: 'a form',
    tag: 'platform="custom" base-url="/logout" mode="form"',
    says: 'logged-out redirecting',
    replayed: 'refused',
  },
  {
    title: 'an address to go to',
    tag: 'platform="custom" base-url="/leave" mode="navigate"',
    says: 'logged-out redirecting',
    replayed: 'refused',
  },
  {
    title: 'dead session',
    tag: 'platform="custom" base-url="/logout"',
    dead: 'ended elsewhere',
    says: 'logged-out ended, warned',
    replayed: 'refused',
  },
  {
    title: 'dead session, with session-url',
    tag: 'platform="custom" base-url="/logout" session-url="/session"',
    dead: 'forgotten',
    says: 'logged-out ended, verified',
    replayed: 'refused',
  },
  {
    title: 'wrong address',
    tag: 'platform="custom" base-url="/log-out"',
    says: 'failed-logout http',
    replayed: 'still good',
  },
  {
    title: 'wrong address, with session-url',
    tag: 'platform="custom" base-url="/log-out" session-url="/session"',
    says: 'failed-logout still-signed-in',
    replayed: 'still good',
  },
  {
    title: 'GET instead of POST',
    tag: 'platform="custom" base-url="/logout" method="GET"',
    says: 'failed-logout http',
    replayed: 'still good',
  },
  {
    title: 'wrong address, the server has a page for every address',
    tag: 'platform="custom" base-url="/en/logout"',
    says: 'failed-logout unexpected-response',
    replayed: 'still good',
  },
  {
    title: "wrong address, 302 to a page in the shopper's language",
    tag: 'platform="custom" base-url="/shop/logout"',
    says: 'failed-logout unexpected-response',
    replayed: 'still good',
  },
  {
    title: "wrong address, 302 to a page in the shopper's language, with session-url",
    tag: 'platform="custom" base-url="/shop/logout" session-url="/session"',
    says: 'failed-logout still-signed-in',
    replayed: 'still good',
  },
  {
    title: 'a form, wrong address',
    tag: 'platform="custom" base-url="/log-out" mode="form"',
    says: 'logged-out redirecting',
    replayed: 'still good',
    limit: "the browser leaves the page for the server's answer: the shopper sees it, but no script does",
  },
]);
