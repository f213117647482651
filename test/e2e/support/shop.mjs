import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { startSimulators } from '../../../demo/server/http.js';
import { readRequest } from '../../../demo/server/http/read-request.js';
import { serializeCookie } from '../../../demo/server/platforms/shared/cookies.js';
import { PAGES } from './pages.mjs';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { Rule } from '../../../demo/server/types.js' */
/** @import { Tab } from './tab.mjs' */

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));
const LIMIT_MS = 10_000;
/** A tab that loads pages without end cannot be closed: a store has no more pages than these. */
const MOST_PAGES = 60;
/** The platform's name for whoever signs in. */
const MEMBER = 'nora';
/** Long enough for any browser to paint what it has. */
const SLOW_MS = 800;
/** Where the simulated platforms are on the shop's own origin. */
const PREFIX = '/simulators';
/** The pages are below the platform, because that is how far its cookie goes. */
const PAGE = /^\/simulators\/([^/]+)\/([^/]+)\/shop\/([^/?]+)/;

/** @typedef {(platform: string, settings?: Record<string, string>) => Store} OpenStore  with attributes of all its elements */

/**
 * A shop with server-rendered pages, and the simulated platforms on its own and on another origin.
 *
 * @returns {Promise<{ open: OpenStore, stop: () => Promise<void> }>}
 */
export async function startShop() {
  const simulators = await startSimulators();
  const toSimulators = simulators.middleware(PREFIX);
  /** @type {Map<string, Record<string, string>>} */
  const configured = new Map();
  /** @type {Map<string, ServedPage[]>} */
  const served = new Map();

  const server = createServer((message, response) => {
    const fail = () => response.writeHead(500).end();
    if (PAGE.test(message.url ?? '')) servePage(message, response).catch(fail);
    else if (message.url?.startsWith('/dist/')) serveModule(message.url, response).catch(fail);
    else toSimulators(message, response, () => response.writeHead(404).end());
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = `http://localhost:${address.port}`;

  /**
   * @param {IncomingMessage} message
   * @param {ServerResponse} response
   */
  async function servePage(message, response) {
    const { request } = await readRequest(message, PREFIX);
    const [, realm = '', platform = '', name = ''] =
      PAGE.exec(request.path ? `${PREFIX}${request.path}` : '') ?? [];
    const { cache = 'no-store', ...settings } = request.query;
    const basePath = `${PREFIX}/${realm}/${platform}`;
    const simulated = simulators.simulator.realm(realm).platforms.get(platform);
    const arrival =
      name === 'welcome' ? simulated?.signIn({ ...request, basePath }, { user: { id: MEMBER } }) : undefined;
    const answer = simulated?.handle({ ...request, basePath, method: 'GET', path: '/me' });
    const html = PAGES[name]?.({
      platform,
      settings: { ...connections(realm, simulators.origin)[platform], ...configured.get(realm), ...settings },
      member: answer?.status === 200 ? 'member' : undefined,
      token: arrival?.tokens.accessToken,
    });
    response.setHeader('Cache-Control', cache);
    if (arrival) response.setHeader('Set-Cookie', arrival.cookies.map(serializeCookie));
    const pages = served.get(realm) ?? [];
    served.set(realm, pages);
    pages.push({
      name,
      isMember: answer?.status === 200,
      // https://wicg.github.io/nav-speculation/prefetch.html#sec-purpose-header
      isAhead: message.headers['sec-purpose'] !== undefined,
    });
    if (name === 'nothing' || pages.length > MOST_PAGES) response.writeHead(204).end();
    else if (html) response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
    else response.writeHead(303, { Location: 'sign-in' }).end();
  }

  let count = 0;
  return {
    open: (platform, settings = {}) => {
      const realm = `e2e-${count++}`;
      configured.set(realm, settings);
      const base = connections(realm, simulators.origin)[platform]?.['base-url'] ?? '';
      const pages = () => served.get(realm) ?? [];
      return new Store(
        simulators.simulator.realm(realm),
        platform,
        `${origin}${PREFIX}/${realm}`,
        base,
        pages,
      );
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await simulators.stop();
    },
  };
}

/**
 * How the pages of a realm are connected to each platform: Commerce Engine is on another origin.
 *
 * @param {string} realm
 * @param {string} elsewhere
 * @returns {Record<string, Record<string, string>>}
 */
const connections = (realm, elsewhere) => ({
  custom: { 'base-url': `${PREFIX}/${realm}/custom/logout` },
  salla: {
    'base-url': `${PREFIX}/${realm}/salla`,
    'accounts-url': `${PREFIX}/${realm}/salla/accounts`,
    mode: 'fetch',
  },
  'commerce-engine': { 'base-url': `${elsewhere}/${realm}/commerce-engine/api/v1/demo-store/storefront` },
  unisouk: { 'base-url': `${PREFIX}/${realm}/unisouk`, 'store-id': 'demo-store' },
});

/**
 * @param {string} url
 * @param {ServerResponse} response
 */
async function serveModule(url, response) {
  const { pathname, search } = new URL(url, 'http://localhost');
  const source = await readFile(path.join(DIST, path.normalize(pathname.slice(5))));
  if (search === '?slow') await delay(SLOW_MS);
  response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(source);
}

/**
 * @param {string} what
 * @param {() => boolean} isSo
 */
async function until(what, isSo) {
  const end = Date.now() + LIMIT_MS;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`Not within ${LIMIT_MS} ms: ${what}`);
    await delay(10);
  }
}

/**
 * @typedef {object} SignInWay  what the page does with what the server hands out
 * @property {'localStorage' | 'sessionStorage' | 'memory' | 'nowhere'} [keep]  nowhere: only a cookie tells
 * @property {string} [user]  who, if not always the same member
 * @property {string} [key]  where it keeps the access token, if not as the vendor's own script would
 * @property {'before' | 'after'} [signedIn]  whether it tells the element before or after it keeps the tokens
 */

/**
 * @typedef {object} ServedPage  a page that the server has rendered
 * @property {string} name
 * @property {boolean} isMember  whether it was rendered for somebody who is signed in
 * @property {boolean} isAhead  whether the browser has loaded it beforehand
 */

/** One store at a platform, with its own sessions, rules and log. */
export class Store {
  #realm;
  #platform;
  #root;
  #pages;

  /**
   * @param {import('../../../demo/server/realm.js').Realm} realm
   * @param {string} platform
   * @param {string} root
   * @param {string} base  `base-url` of its pages
   * @param {() => readonly ServedPage[]} pages  what its server has rendered so far
   */
  constructor(realm, platform, root, base, pages) {
    this.#realm = realm;
    this.#platform = platform;
    this.#root = root;
    this.base = base;
    this.#pages = pages;
  }

  /**
   * Waits until the browser has asked for a page beforehand.
   *
   * @param {string} name
   * @param {{ isMember: boolean, times?: number }} whose
   */
  untilLoadedAhead(name, { isMember, times = 1 }) {
    const isMeant = (/** @type {ServedPage} */ page) =>
      page.isAhead && page.name === name && page.isMember === isMember;
    return until(`${name} loaded beforehand`, () => this.#pages().filter(isMeant).length >= times);
  }

  /**
   * Address of one of its pages.
   *
   * @param {keyof typeof PAGES} page
   * @param {Record<string, string>} [options] attributes of the element, and `cache` for `Cache-Control`
   */
  page(page, options = {}) {
    const query = new URLSearchParams(options).toString();
    return `${this.#root}/${this.#platform}/shop/${page}${query && `?${query}`}`;
  }

  /**
   * Signs in for real, in a tab that shows one of the store's pages. Answers with the access token.
   *
   * @param {Tab} tab
   * @param {SignInWay} [way]
   */
  async signIn(tab, way = {}) {
    return tab.run(
      async (url, platform, { keep = 'localStorage', key, signedIn, user: id }) => {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ platform, user: { id } }),
        });
        const { tokens, localStorage: kept } = await answer.json();
        const tell = () => document.querySelector('store-logout')?.signedIn();
        if (signedIn === 'before') tell();
        if (keep === 'memory') Reflect.get(window, 'memory').replace(tokens);
        else if (keep !== 'nowhere') {
          for (const [name, value] of Object.entries(key ? { [key]: tokens.accessToken } : kept))
            window[keep].setItem(name, String(value));
        }
        if (signedIn === 'after') tell();
        return String(tokens.accessToken);
      },
      `${this.#root}/~sign-in`,
      this.#platform,
      { user: MEMBER, ...way },
    );
  }

  /** What was asked of the platform so far. */
  get requests() {
    return this.#realm.log;
  }

  /** How often a session has been ended at the platform, or somebody has tried. */
  get logouts() {
    const ends = this.#realm.log.filter(
      ({ preflight, path: asked }) => !preflight && asked.endsWith('/logout'),
    );
    return ends.length;
  }

  /** Whether the server would still take the member for signed in. */
  get isAlive() {
    return this.#realm.platforms.get(this.#platform)?.status().alive === true;
  }

  /** Waits until the server has ended the session. */
  untilEnded() {
    return until('the end of the session', () => !this.isAlive);
  }

  /**
   * Waits for a request to a path that ends like this.
   *
   * @param {string} end
   */
  untilAsked(end) {
    return until(end, () =>
      this.#realm.log.some(({ preflight, path: asked }) => !preflight && asked.endsWith(end)),
    );
  }

  /** @param {Rule[]} rules how the platform shall misbehave */
  misbehave(...rules) {
    this.#realm.rules.replace(rules);
  }

  /** Breaks the connections of answers that never came. */
  close() {
    this.#realm.drop();
  }
}
