import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {import('./record-page.mjs').PageRecord} PageRecord */

/** For a machine that is busy, and longer than a logout's own `timeout`: a limit that is reached means that something hangs. */
const LIMIT_MS = 20_000;
const INTERVAL_MS = 20;

/**
 * What an engine's driver has to be able to do with a tab.
 *
 * @typedef {object} Driver
 * @property {(fn: string, args: unknown[]) => Promise<unknown>} run  calls a function in the page and waits for it
 * @property {(url: string) => Promise<void>} start  shows the tab's first page
 * @property {() => Promise<void>} focus  brings the tab to the front
 */

/** A tab, in any engine. Moves about as a page's own script does, because no driver knows the cached pages well. */
export class Tab {
  #driver;
  #isStarted = false;

  /** @param {Driver} driver */
  constructor(driver) {
    this.#driver = driver;
  }

  /**
   * Calls `fn` in the page; it sees nothing but its arguments.
   *
   * @template {unknown[]} Args
   * @template Result
   * @param {(...args: Args) => Result} fn
   * @param {Args} args
   * @returns {Promise<Awaited<Result>>}
   */
  async run(fn, ...args) {
    return /** @type {Awaited<Result>} */ (await this.#driver.run(fn.toString(), args));
  }

  /**
   * Waits until `fn` answers something true in whatever page the tab then shows, and answers with that.
   *
   * @template {unknown[]} Args
   * @template Result
   * @param {string} what
   * @param {(...args: Args) => Result} fn
   * @param {Args} args
   */
  async until(what, fn, ...args) {
    const end = Date.now() + LIMIT_MS;
    while (Date.now() < end) {
      // A page that is just being left cannot answer.
      const result = await this.run(fn, ...args).catch(() => undefined);
      if (result) return result;
      await delay(INTERVAL_MS);
    }
    const records = await this.run(() => JSON.stringify(window.records())).catch(String);
    throw new Error(`Not within ${LIMIT_MS} ms: ${what}. What happened: ${records}`);
  }

  /**
   * Goes to a page, or to where it redirects, and waits until it is there and its library is ready.
   *
   * @param {string} url
   */
  async visit(url) {
    if (this.#isStarted) {
      await this.run((next) => {
        Object.assign(window, { isLeft: true });
        location.assign(next);
      }, url);
    } else {
      await this.#driver.start(url);
      this.#isStarted = true;
    }
    await this.until(`arrival at ${url}`, () => !('isLeft' in window) && 'isShown' in window);
  }

  /** @param {number} ms  by how much the device's clock is ahead from now on, in this tab */
  async setClockAhead(ms) {
    await this.run((ahead) => sessionStorage.setItem('ahead', String(ahead)), ms);
  }

  /** What the button shows. */
  state() {
    return this.run(() => document.querySelector('store-logout')?.state);
  }

  /** @param {import('../../../src/tabs/page-state.js').LogoutState} state */
  async untilState(state) {
    await this.until(
      `a button that is ${state}`,
      (expected) => document.querySelector('store-logout')?.state === expected,
      state,
    );
  }

  /**
   * @param {string} key
   * @param {'localStorage' | 'sessionStorage'} [area]
   */
  stored(key, area = 'localStorage') {
    return this.run((where, name) => window[where].getItem(name), area, key);
  }

  /**
   * Goes back, and waits until something is shown; what it is may not be the last word.
   *
   * @param {number} [steps]
   */
  async back(steps = 1) {
    const before = await this.#shown();
    await this.run((count) => void setTimeout(() => history.go(-count)), steps);
    await this.until(
      'a page after Back',
      (count) => {
        const shown = window.records().filter(({ what }) => what === 'pageshow');
        return shown.length > count;
      },
      before.length,
    );
    const shown = await this.#shown();
    return { persisted: shown[before.length]?.persisted === true };
  }

  /**
   * Waits until one of these pages is there for all to see.
   *
   * @param {...string} pages
   */
  async settled(...pages) {
    await this.until(
      pages.join(' or '),
      (names) =>
        names.includes(location.pathname.split('/').pop() ?? '') &&
        'isShown' in window &&
        document.body.checkVisibility({ visibilityProperty: true }),
      pages,
    );
  }

  focus() {
    return this.#driver.focus();
  }

  /** Clicks the button; answers once the click has been handled. */
  async clickLogout() {
    await this.run(() => document.querySelector('store-logout')?.click());
  }

  /** Signs out, and waits for what comes of it. */
  async logout() {
    await this.clickLogout();
    await this.until('the end of the logout', () => window.records().some(({ origin }) => origin === 'here'));
  }

  /** @returns {Promise<PageRecord[]>} everything that happened in this tab */
  async records() {
    return this.until('records', () => window.records());
  }

  /** @returns {Promise<PageRecord[]>} */
  async events() {
    return (await this.records()).filter(({ what }) => what === 'logged-out' || what === 'failed-logout');
  }

  /**
   * Whether a visitor can see something of the member's now.
   *
   * @returns {Promise<boolean>}
   */
  async showsMember() {
    return this.run(() =>
      [...document.querySelectorAll('[data-member]')].some((each) =>
        each.checkVisibility({ visibilityProperty: true }),
      ),
    );
  }

  async #shown() {
    return (await this.records()).filter(({ what }) => what === 'pageshow');
  }
}
