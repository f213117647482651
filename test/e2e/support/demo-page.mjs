import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { launch } from 'puppeteer-core';

import { chromiumOptions } from '../../support/browsers/launch-options.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * @typedef {object} Demo  that runs
 * @property {string} address
 * @property {readonly string[]} [printed]  the addresses that it tells its user
 * @property {() => Promise<void>} stop
 */

const LIMIT_MS = 10_000;
const MOST_STOPS = 60;

/** What the page reports that is no error of the demo's. */
const EXPECTED = [/Lit is in dev mode/, /Failed to load resource/];

/**
 * A demo and a browser for the tests of the `describe()` that calls this.
 *
 * @param {() => Promise<Demo>} start
 */
export function useDemo(start) {
  /** @type {Demo} */
  let demo;
  /** @type {import('puppeteer-core').Browser} */
  let browser;

  before(async () => {
    demo = await start();
    browser = await launch(await chromiumOptions());
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  return {
    printed: () => demo.printed ?? [],

    /**
     * Opens a page as somebody who has never been there.
     *
     * @param {string} name
     * @param {(page: DemoPage) => Promise<void>} test
     * @param {() => void} [prepare]  runs in the page before its own scripts
     */
    visit: async (name, test, prepare) => {
      const context = await browser.createBrowserContext();
      const page = new DemoPage(await context.newPage());
      if (prepare) await page.tab.evaluateOnNewDocument(prepare);
      await page.open(demo.address + (name && (name.includes('?') ? name : `${name}/`)));
      await test(page);
      assert.deepEqual(page.errors, []);
      await context.close();
    },
  };
}

/** A page of the demo in a tab, used as its visitors do. */
export class DemoPage {
  /** @type {string[]} what has gone wrong in the page's own scripts */
  errors = [];

  /** @param {Page} tab */
  constructor(tab) {
    this.tab = tab;
    tab.setDefaultTimeout(LIMIT_MS);
    tab.on('pageerror', (error) => this.errors.push(String(error)));
    tab.on('console', (message) => {
      const isBad = ['error', 'warn'].includes(message.type());
      if (isBad && !EXPECTED.some((each) => each.test(message.text()))) this.errors.push(message.text());
    });
  }

  /** @param {string} address */
  async open(address) {
    // Events are written down where a navigation does not wipe them out.
    await this.tab.evaluateOnNewDocument(() => {
      for (const name of ['logged-out', 'failed-logout'])
        document.addEventListener(name, () => sessionStorage.setItem('test:event', name));
    });
    await this.tab.goto(address);
    await this.tab.waitForSelector('#content');
    await this.tab.waitForFunction(
      () => !document.querySelector('.shop, .playground') || document.querySelector('.verdict, .problem'),
    );
  }

  /** @param {{ width: number, language: string, theme: string }} look */
  async show({ width, language, theme }) {
    await this.tab.setViewport({ width, height: 800 });
    // The manual is in English for everybody.
    if (await this.tab.$('.demo-bar .language')) await this.tab.select('.demo-bar .language', language);
    await this.tab.select('.demo-bar .colours', theme);
  }

  /** By how much the page is wider than the window. */
  overflow() {
    return this.tab.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
  }

  async untilSignedIn() {
    await this.untilVerdict('The session is alive on the server. Press the logout button.');
  }

  /** What the page says of a demo that cannot work. */
  problem() {
    return this.tab.$eval('.problem', ({ textContent }) => textContent?.trim() ?? '');
  }

  /** @param {string} sentence */
  async untilVerdict(sentence) {
    await this.tab.waitForFunction(
      (expected) => document.querySelector('.verdict p')?.textContent?.trim() === expected,
      {},
      sentence,
    );
  }

  /** What tells of the last logout in the window, whatever is scrolled to. */
  panel() {
    return this.tab.$eval('.panel', (panel) => {
      const { top, bottom, left, right } = panel.getBoundingClientRect();
      return {
        text: panel.textContent ?? '',
        isInSight: top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
        details: panel.querySelectorAll('details').length,
      };
    });
  }

  /** Waits until the reason that the button gives covers nothing of the panel; the page may have to be scrolled for it. */
  async untilReasonIsAbovePanel() {
    await this.tab.waitForFunction(() => {
      const reason = document.querySelector('store-logout')?.shadowRoot?.querySelector('[part~=reason]');
      const panel = document.querySelector('.panel');
      return reason && panel && reason.getBoundingClientRect().bottom <= panel.getBoundingClientRect().top;
    });
  }

  async closePanel() {
    await (await this.tab.$('.panel button'))?.click();
    await this.tab.waitForFunction(() => !document.querySelector('.panel'));
  }

  /**
   * What a moment of the story says without being unfolded.
   *
   * @param {string} kind
   */
  story(kind) {
    return this.tab.$eval(`.timeline > .${kind}`, (moment) =>
      [...moment.querySelectorAll('p')].map(({ textContent }) => textContent).join(' '),
    );
  }

  /**
   * Waits until the story has such a moment, and answers with the kinds of all, in their order.
   *
   * @param {string} kind
   * @param {string} fact  that it contains
   * @returns {Promise<string[]>}
   */
  async kindsUntil(kind, fact) {
    const kinds = await this.tab.waitForFunction(
      (expected, content) => {
        const moments = [...document.querySelectorAll('.timeline > li')];
        const isThere = (/** @type {Element} */ { className, textContent }) =>
          className === expected && textContent.includes(content);
        return moments.some(isThere) && moments.map(({ className }) => className);
      },
      {},
      kind,
      fact,
    );
    return /** @type {Promise<string[]>} */ (kinds.jsonValue());
  }

  /** Whether the playground's attributes are unfolded, and which of those that belong to one platform it has. */
  attributes() {
    return this.tab.evaluate(() => ({
      isOpen: document.querySelector('.all-attributes')?.hasAttribute('open') ?? true,
      has: ['accounts-url', 'client-id', 'csrf', 'environment'].filter((name) =>
        document.getElementById(`attribute-${name}`),
      ),
    }));
  }

  /** Opens the account menu, where the page has one. */
  async openMenu() {
    await (await this.tab.$('.menu:not([open]) summary'))?.click();
  }

  async clickLogout() {
    await (await this.tab.waitForSelector('store-logout >>> button', { visible: true }))?.click();
  }

  /** Presses whatever signs in. */
  async clickSignIn() {
    await this.closePanel();
    await (await this.tab.waitForSelector('button::-p-text(Sign in)', { visible: true }))?.click();
  }

  /**
   * Chooses one of the playground's options by its label.
   *
   * @param {string} label
   */
  async choose(label) {
    await this.tab.evaluate((text) => {
      const chips = [...document.querySelectorAll('.chip')];
      const chip = chips.find(({ textContent }) => textContent?.trim() === text);
      chip?.querySelector('input')?.click();
    }, label);
  }

  /**
   * Presses a snippet's button.
   *
   * @param {string} name
   */
  async copy(name) {
    const snippet = await this.tab.waitForSelector(`.snippet:has([aria-label="${name}"])`);
    const { origin } = new URL(this.tab.url());
    await this.tab
      .browserContext()
      .setPermission(
        origin,
        { permission: { name: 'clipboard-read' }, state: 'granted' },
        { permission: { name: 'clipboard-write' }, state: 'granted' },
      );
    await (await snippet?.$('button'))?.click();
    await this.tab.waitForFunction((each) => each?.querySelector('[role=status]')?.textContent, {}, snippet);
    return this.tab.evaluate(
      async (each) => ({
        shown: each?.querySelector('pre')?.textContent ?? '',
        announced: each?.querySelector('[role=status]')?.textContent ?? '',
        copied: await navigator.clipboard.readText(),
      }),
      snippet,
    );
  }

  /** Unfolds whatever can be. */
  async unfold() {
    await this.tab.$$eval('details', (all) => all.forEach((each) => (each.open = true)));
  }

  /** Language and direction of the page. */
  writing() {
    return this.tab.evaluate(() => {
      const { lang, dir } = document.documentElement;
      return { lang, dir };
    });
  }

  /**
   * What can be seen in Latin letters alone, but for code, and for what says by its `lang` that it is a language's own name.
   *
   * @param {readonly string[]} names  that are the same in each language
   */
  foreignTexts(names) {
    return this.tab.evaluate((known) => {
      /** @type {string[]} */
      const foreign = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent?.trim() ?? '';
        const isForeign = /[a-z]{3}/i.test(text) && !/[\u0600-\u06FF]/.test(text) && !known.includes(text);
        const { parentElement: place } = node;
        const isLeft = place?.closest('code, .wire, script, svg, option[lang]:not([lang=""])');
        if (isForeign && !isLeft && place?.checkVisibility()) foreign.push(text);
      }
      return foreign;
    }, names);
  }

  /** The event that ended the last logout. */
  async lastEvent() {
    const event = await this.tab.waitForFunction(() => sessionStorage.getItem('test:event'));
    return event.jsonValue();
  }

  /** Name of the element that has the focus. */
  focused() {
    return this.tab.evaluate(() => document.activeElement?.localName ?? '');
  }

  /** @param {string} name */
  async untilFocused(name) {
    await this.tab.waitForFunction((expected) => document.activeElement?.localName === expected, {}, name);
  }

  /**
   * Presses Tab until such an element has the focus.
   *
   * @param {string} name
   * @param {string} text  that it contains
   */
  async tabTo(name, text) {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await this.tab.keyboard.press('Tab');
      const isThere = await this.tab.evaluate(
        (expected, content) =>
          document.activeElement?.localName === expected &&
          (document.activeElement.textContent ?? '').includes(content),
        name,
        text,
      );
      if (isThere) return;
    }
    throw new Error(`Tab does not lead to ${name} ${text}.`);
  }
}
