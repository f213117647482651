/** @import { Cookie } from '../types.js' */

/**
 * The platforms' HttpOnly cookies. They live as long as the worker.
 *
 * A service worker can neither set nor see a cookie: browsers drop `Set-Cookie` from its answers, and hide `Cookie` from
 * it. So the worker keeps the cookies itself, as a browser would. All tabs share one jar, as in a browser, and the path
 * separates realms. The jar and the sessions end with the worker.
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
   * The cookies for a request to this path.
   *
   * @param {string} path
   * @returns {Record<string, string>}
   */
  for(path) {
    const sent = [...this.#cookies.values()].filter((cookie) => `${path}/`.startsWith(`${cookie.path}/`));
    return Object.fromEntries(sent.map(({ name, value }) => [name, value]));
  }
}
