import { randomUUID } from 'node:crypto';
import { signInHere } from './sign-in.js';
import { watchPage } from './page-watch.js';
import { MOUNT, SHORT } from './shop.js';
import { until } from './until.js';

/** @import { Browser, BrowserContext, Page } from 'puppeteer-core' */
/** @import { Rule, SignInOptions, SignedIn } from '../../demo/server/types.js' */
/** @import { Places } from './types.js' */

const CROSS_ORIGIN = ['commerce-engine', 'unisouk'];

/** In ms; longer than any expected event takes. */
const LIMIT = 12_000;

/** One browser profile and one set of simulated platforms, for one side of one case. */
export class Stage {
  /** The details of the element's events, in order. @type {Record<string, any>[]} */
  events = [];
  /** The pages' `fetch` calls, with their original settings. @type {Record<string, any>[]} */
  fetches = [];
  /** The texts that the pages gave to `note(…)`. @type {string[]} */
  notes = [];

  #servers;
  #shop;
  #context;
  #id = randomUUID();

  /**
   * @param {Browser} browser
   * @param {Places} places
   */
  static async open(browser, places) {
    return new Stage(await browser.createBrowserContext(), places);
  }

  /**
   * @param {BrowserContext} context
   * @param {Places} places
   */
  constructor(context, { shop, servers }) {
    this.#context = context;
    this.#shop = shop;
    this.#servers = servers;
  }

  get origin() {
    return this.#shop.origin;
  }

  /** The shop with its other origins. */
  get shop() {
    return this.#shop;
  }

  /**
   * Origin of a server of another maker.
   *
   * @param {string} name
   */
  server(name) {
    return this.#servers.origin(name);
  }

  get realm() {
    return this.#shop.simulator.realm(this.#id);
  }

  /**
   * The address of a platform: on the shop's own origin, as for Salla's stores, or on another.
   *
   * @param {string} platform
   */
  url(platform) {
    const base = CROSS_ORIGIN.includes(platform) ? this.#shop.otherOrigin : `${this.origin}${MOUNT}`;
    return `${base}/${this.#id}/${platform}`;
  }

  /** The shop's own address of Commerce Engine's API, which does not end in `/storefront`. */
  get shortUrl() {
    return `${this.origin}${SHORT}/${this.#id}`;
  }

  /** @param {readonly Rule[]} rules */
  rules(rules) {
    this.realm.rules.replace(rules);
  }

  /**
   * Whether any of the member's tokens or cookies still works.
   *
   * @param {string} platform
   */
  isAlive(platform) {
    return this.realm.platforms.get(platform)?.status().alive ?? false;
  }

  /**
   * Opens a tab with a vendor's code, and waits until it is ready.
   *
   * @param {string} vendor
   * @param {string} [origin]
   */
  tab(vendor, origin = this.origin) {
    return this.visit(`${origin}/${vendor}.html`);
  }

  /**
   * Opens a tab with a page that has the element, and waits until it is ready.
   *
   * @param {string} address
   */
  async visit(address) {
    const page = await this.#context.newPage();
    await watchPage(page, this, {
      'https://www.wixapis.com': this.url('wix'),
      'https://edge.wixapis.com': this.url('wix'),
    });
    await page.goto(address);
    await page.waitForFunction(() => customElements.get('store-logout') !== undefined);
    return page;
  }

  /**
   * Signs a member in. The browser then has the same cookies and storage as after a real sign-in.
   *
   * @param {Page} page
   * @param {string} platform
   * @param {SignInOptions} [options]
   * @returns {Promise<SignedIn>}
   */
  async signIn(page, platform, options) {
    const address = new URL('~sign-in', this.url(platform)).href;
    const body = JSON.stringify({ platform, ...options });
    const signedIn = await page.evaluate(signInHere, address, body);
    this.fetches.length = 0;
    return signedIn;
  }

  /**
   * Puts the element on the page.
   *
   * @param {Page} page
   * @param {Record<string, unknown>} properties
   * @param {Record<string, string>} [globals]  more properties: their values are in globals with these names
   */
  async button(page, properties, globals = {}) {
    await page.evaluate(
      (given, names) => {
        const button = Object.assign(document.createElement('store-logout'), given);
        for (const [property, name] of Object.entries(names)) {
          Object.assign(button, { [property]: Reflect.get(globalThis, name) });
        }
        document.body.append(button);
      },
      properties,
      globals,
    );
  }

  /**
   * Puts the tag on the page, with the attributes as an author writes them.
   *
   * @param {Page} page
   * @param {string} attributes
   * @param {Record<string, unknown> | (() => unknown)} [requestInit]  a function runs in the page
   */
  async tag(page, attributes, requestInit) {
    const source = typeof requestInit === 'function' ? String(requestInit) : JSON.stringify(requestInit);
    const init = await page.evaluateHandle(`(${source})`);
    await page.evaluate(
      (text, given) => {
        document.body.insertAdjacentHTML('beforeend', `<store-logout ${text}></store-logout>`);
        if (given) Object.assign(document.querySelector('store-logout') ?? {}, { requestInit: given });
      },
      attributes,
      init,
    );
  }

  /**
   * Registers a platform that has its own entry file.
   *
   * @param {Page} page
   * @param {string} file
   * @param {string} name  of the export
   */
  async register(page, file, name) {
    await page.evaluate(
      async (adapter, exported) => {
        const bundle = '/dist/store-logout.bundle.js';
        const [{ registerPlatform }, module] = await Promise.all([import(bundle), import(adapter)]);
        registerPlatform(module[exported]);
      },
      `/dist/platforms/${file}.js`,
      name,
    );
  }

  /**
   * The cookies that the browser would send to `origin`, as a header.
   *
   * @param {string} origin
   */
  async cookiesFor(origin) {
    const { hostname } = new URL(origin);
    const cookies = await this.#context.cookies();
    return cookies
      .filter(({ domain }) => domain === hostname)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  async forgetCookies() {
    await this.#context.deleteCookie(...(await this.#context.cookies()));
  }

  /**
   * Clicks the element and waits for its event.
   *
   * @param {Page} page
   */
  async click(page) {
    const before = this.events.length;
    await page.bringToFront();
    await page.click('store-logout');
    return until(() => this.events[before], LIMIT);
  }

  /** Closes its tabs, but does not wait: a tab that unloads may delay this, and the browser ends anyway. */
  close() {
    this.#context.close().catch(() => undefined);
  }
}
