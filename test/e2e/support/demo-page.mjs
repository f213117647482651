/** @typedef {import('puppeteer-core').Page} Page */

const LIMIT_MS = 10_000;
const MOST_STOPS = 60;

/** What the page reports that is no error of the demo's. */
const EXPECTED = [/Lit is in dev mode/, /Failed to load resource/];

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
    await this.tab.select('.demo-bar select:nth-of-type(1)', language);
    await this.tab.select('.demo-bar select:nth-of-type(2)', theme);
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

  /** Opens the account menu, where the page has one. */
  async openMenu() {
    await (await this.tab.$('.menu:not([open]) summary'))?.click();
  }

  async clickLogout() {
    await (await this.tab.waitForSelector('store-logout >>> button', { visible: true }))?.click();
  }

  /** Presses whatever signs in. */
  async clickSignIn() {
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
