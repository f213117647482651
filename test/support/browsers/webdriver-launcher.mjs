import { command } from './webdriver-command.mjs';
import { startWebKitDriver } from './webkit-driver.mjs';

/** Key names as in `KeyboardEvent.key`, and WebDriver's code for each (https://w3c.github.io/webdriver/#keyboard-actions). */
const KEY_CODES = new Map([
  ['Backspace', '\uE003'],
  ['Tab', '\uE004'],
  ['Enter', '\uE007'],
  ['Shift', '\uE008'],
  ['Control', '\uE009'],
  ['Alt', '\uE00A'],
  ['Escape', '\uE00C'],
  ['End', '\uE010'],
  ['Home', '\uE011'],
  ['ArrowLeft', '\uE012'],
  ['ArrowUp', '\uE013'],
  ['ArrowRight', '\uE014'],
  ['ArrowDown', '\uE015'],
]);

const MOUSE_BUTTONS = { left: 0, middle: 1, right: 2 };

/** @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher */
/** @typedef {keyof typeof MOUSE_BUTTONS} MouseButton */

/**
 * Runs test files in WebKit over plain WebDriver. It has one window, so one file at a time.
 *
 * Its `type` and the methods from `sendKeys` on are what @web/test-runner-commands expects of a WebDriver browser.
 *
 * @implements {BrowserLauncher}
 */
export class WebDriverLauncher {
  name = 'WebKit';
  type = 'webdriver';
  concurrency = 1;

  /** @type {Map<string, string>} address by session id */
  #pages = new Map();

  /** @type {Promise<{ url: string, stop: () => void }> | undefined} */
  #browser;

  /**
   * @param {string} sessionId
   * @param {string} url
   */
  async startSession(sessionId, url) {
    this.#pages.set(sessionId, url);
    await this.#send('POST', '/url', { url });
  }

  /** @param {string} sessionId */
  isActive(sessionId) {
    return this.#pages.has(sessionId);
  }

  /** @param {string} sessionId */
  getBrowserUrl(sessionId) {
    return this.#pages.get(sessionId);
  }

  /** @param {string} sessionId */
  async stopSession(sessionId) {
    this.#pages.delete(sessionId);
    await this.#send('POST', '/url', { url: 'about:blank' }); // ends whatever the page still does
    return {};
  }

  async startDebugSession() {
    throw new Error('Debug in another browser: WebKit has no window here.');
  }

  async stop() {
    if (!this.#browser) return;
    const { stop } = await this.#browser;
    await this.#send('DELETE', '').finally(stop);
  }

  /**
   * @param {string} _sessionId
   * @param {readonly string[]} keys pressed one after the other
   */
  async sendKeys(_sessionId, keys) {
    for (const key of keys) await this.pressTogether([key]);
  }

  /** @param {readonly string[]} keys such as `['Shift', 'Tab']` */
  pressTogether(keys) {
    const codes = keys.map((key) => KEY_CODES.get(key) ?? key);
    return this.#act({
      type: 'key',
      id: 'keyboard',
      actions: [
        ...codes.map((value) => ({ type: 'keyDown', value })),
        ...codes.toReversed().map((value) => ({ type: 'keyUp', value })),
      ],
    });
  }

  /**
   * @param {string} _sessionId
   * @param {number} x
   * @param {number} y
   */
  sendMouseMove(_sessionId, x, y) {
    return this.#useMouse({ type: 'pointerMove', duration: 0, x, y });
  }

  /**
   * @param {string} _sessionId
   * @param {number} x
   * @param {number} y
   * @param {MouseButton} [button]
   */
  async sendMouseClick(_sessionId, x, y, button = 'left') {
    await this.sendMouseMove(_sessionId, x, y);
    await this.sendMouseDown(_sessionId, button);
    await this.sendMouseUp(_sessionId, button);
  }

  /**
   * @param {string} _sessionId
   * @param {MouseButton} [button]
   */
  sendMouseDown(_sessionId, button = 'left') {
    return this.#useMouse({ type: 'pointerDown', button: MOUSE_BUTTONS[button] });
  }

  /**
   * @param {string} _sessionId
   * @param {MouseButton} [button]
   */
  sendMouseUp(_sessionId, button = 'left') {
    return this.#useMouse({ type: 'pointerUp', button: MOUSE_BUTTONS[button] });
  }

  /**
   * Two clicks make a double click only if they come as one command.
   *
   * @param {number} x
   * @param {number} y
   * @param {number} count
   */
  clickInARow(x, y, count) {
    const click = [
      { type: 'pointerDown', button: MOUSE_BUTTONS.left },
      { type: 'pointerUp', button: MOUSE_BUTTONS.left },
    ];
    const clicks = Array.from({ length: count }, () => click).flat();
    return this.#useMouse({ type: 'pointerMove', duration: 0, x, y }, ...clicks);
  }

  resetMouse() {
    return this.#send('DELETE', '/actions');
  }

  /**
   * @param {string} _sessionId
   * @param {{ width: number, height: number }} size
   */
  setViewport(_sessionId, { width, height }) {
    return this.#send('POST', '/window/rect', { width, height });
  }

  /** @returns {Promise<Buffer>} a PNG of the page */
  async screenshot() {
    return Buffer.from(String(await this.#send('GET', '/screenshot')), 'base64');
  }

  /** @param {Record<string, unknown>[]} actions */
  #useMouse(...actions) {
    return this.#act({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions,
    });
  }

  /** @param {Record<string, unknown>} source */
  #act(source) {
    return this.#send('POST', '/actions', { actions: [source] });
  }

  /**
   * One WebDriver command to the browser, which starts with the first.
   *
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   */
  async #send(method, path, body) {
    this.#browser ??= startBrowser();
    const { url } = await this.#browser;
    return command(method, url + path, body);
  }
}

async function startBrowser() {
  const driver = await startWebKitDriver();
  const { sessionId } = await command('POST', `${driver.url}/session`, { capabilities: {} });
  return { url: `${driver.url}/session/${sessionId}`, stop: driver.stop };
}
