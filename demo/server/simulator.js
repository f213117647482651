import { Realm } from './realm.js';

/** @import { Exchange, SimulatedRequest } from './types.js' */

const WELCOME = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The simulated platforms</title>
<h1>The simulated platforms</h1>
<p>This server plays the platforms for the demo shop. Each visitor has their own platforms at
<code>/{realm}/{platform}/…</code>, and a log of all their requests at <code>/{realm}/~log</code>.</p>
</html>`;

/** All realms of one server. It knows nothing about sockets: adapters send its answers. */
export class Simulator {
  /** @type {Map<string, Realm>} */
  #realms = new Map();

  /**
   * The realm of this name. It is created on first use.
   *
   * @param {string} id
   */
  realm(id) {
    const realm = this.#realms.get(id) ?? new Realm();
    this.#realms.set(id, realm);
    return realm;
  }

  /**
   * @param {SimulatedRequest} request  for `/{realm}/{platform}/…` or `/{realm}/~…` below its `basePath`
   * @param {string} url  as it was sent, for the log
   * @returns {Exchange}
   */
  receive(request, url) {
    const [, id = '', name = '', ...rest] = request.path.split('/');
    if (!id) return { answer: { status: 200, html: WELCOME }, delay: 0 };
    if (!/^[A-Za-z0-9-]+$/.test(id)) return notFound('Use /{realm}/{platform}/… or /{realm}/~log.');
    const realm = this.realm(id);
    const basePath = `${request.basePath}/${id}`;
    if (name.startsWith('~'))
      return { answer: realm.control({ ...request, basePath, path: `/${name}` }), delay: 0 };
    const platform = realm.platforms.get(name);
    if (!platform) return notFound(`There is no platform "${name}".`);
    const below = { ...request, basePath: `${basePath}/${name}`, path: `/${rest.join('/')}` };
    return realm.receive(name, platform, below, url);
  }
}

/**
 * @param {string} text
 * @returns {Exchange}
 */
const notFound = (text) => ({ answer: { status: 404, text }, delay: 0 });
