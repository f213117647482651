/** @import { Cookie } from '../types.js' */

/**
 * The HttpOnly cookies of the platforms, as long as the worker lives.
 *
 * A service worker can neither set a cookie nor see one: browsers drop `Set-Cookie` from the answers it makes, and
 * show it no `Cookie`. So it keeps them itself, and does what the browser would do. One jar is right for all its
 * clients, because a browser has one jar for all its tabs; as there, it is the path that keeps realms apart. It dies
 * with the worker, and so do the sessions that its cookies are for.
 */
export class CookieJar {
  /** @type {Map<string, Cookie>} */
  #cookies = new Map();

  /** @param {readonly Cookie[]} [cookies] */
  keep(cookies = []) {
    for (const cookie of cookies) {
      const key = `${cookie.path}; ${cookie.name}`;
      if (cookie.maxAge === 0) this.#cookies.delete(key);
      else this.#cookies.set(key, cookie);
    }
  }

  /**
   * What goes along with a request to this path.
   *
   * @param {string} path
   * @returns {Record<string, string>}
   */
  for(path) {
    const sent = [...this.#cookies.values()].filter((cookie) => `${path}/`.startsWith(`${cookie.path}/`));
    return Object.fromEntries(sent.map(({ name, value }) => [name, value]));
  }
}
