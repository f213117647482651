import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const SCREENSHOT_FOLDER = 'screenshots';
/** Until nothing more is found that is gone: what two heaps hold of each other takes more than one. */
const COLLECTIONS = 3;

/** @typedef {import('@web/test-runner').BasicTestSession} TestSession */

/**
 * What a test can ask of its browser with `executeServerCommand(name, payload)`, in every engine:
 *
 * - `engine` → `'chromium'`, `'firefox'` or `'webkit'`
 * - `keys`, a list of real key presses: `['Tab', 'Shift+Tab', ' ']` → `true`
 * - `clicks`, `{ x, y, count }`: that many real clicks in a row, a double click for example → `true`
 * - `media-features`, e.g. `{ 'forced-colors': 'active' }` → `{ ok: true }`, or `{ unsupported: reason }`
 *    outside Chromium; they hold until the next call or the end of the test file
 * - `shot`, `{ name }` → the path of a PNG of the page
 * - `collect-garbage` → whether the engine let itself be told
 *
 * @type {Record<string, (session: TestSession, payload: any) => unknown>}
 */
const COMMANDS = {
  engine: engineOf,
  keys: pressKeys,
  clicks: clickInARow,
  'media-features': emulateMediaFeatures,
  shot: takeScreenshot,
  'collect-garbage': collectGarbage,
};

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function browserCommands() {
  return {
    name: 'browser-commands',
    executeCommand: ({ command, payload, session }) => COMMANDS[command]?.(session, payload),
  };
}

/** @param {TestSession} session */
function engineOf({ browser }) {
  return browser.name.toLowerCase();
}

/**
 * @param {TestSession} session
 * @param {readonly string[]} chords
 */
async function pressKeys(session, chords) {
  const keyboard = pageOf(session)?.keyboard;
  for (const keys of chords.map(splitChord)) {
    if (keyboard) {
      for (const key of keys) await keyboard.down(key);
      for (const key of keys.toReversed()) await keyboard.up(key);
    } else {
      await webDriverOf(session).pressTogether(keys);
    }
  }
  return true;
}

/**
 * @param {TestSession} session
 * @param {{ x: number, y: number, count: number }} payload
 */
async function clickInARow(session, { x, y, count }) {
  const page = pageOf(session);
  if (page) {
    await page.mouse.click(x, y, { count });
  } else {
    await webDriverOf(session).clickInARow(x, y, count);
  }
  return true;
}

/**
 * `Shift+Tab` is two keys, `+` is one.
 *
 * @param {string} chord
 * @returns {import('puppeteer-core').KeyInput[]}
 */
function splitChord(chord) {
  const keys = chord.length > 1 ? chord.split('+') : [chord];
  return /** @type {import('puppeteer-core').KeyInput[]} */ (keys);
}

/** @type {WeakMap<import('puppeteer-core').Page, import('puppeteer-core').CDPSession>} */
const emulations = new WeakMap();

/**
 * Puppeteer's own emulation does not know `forced-colors` and `prefers-contrast`; the protocol beneath does.
 *
 * @param {TestSession} session
 * @param {Record<string, string>} features
 */
async function emulateMediaFeatures(session, features) {
  const page = pageOf(session);
  if (!page || engineOf(session) !== 'chromium') return { unsupported: session.browser.name };

  await emulations.get(page)?.detach();
  const emulation = await page.createCDPSession(); // features hold as long as the session that set them
  emulations.set(page, emulation);
  onceLeft(page, () => emulation.detach()); // the next test file gets the same page
  await emulation.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
  return { ok: true };
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<unknown>} callback
 */
function onceLeft(page, callback) {
  /** @param {import('puppeteer-core').Frame} frame */
  const onNavigated = (frame) => {
    if (frame !== page.mainFrame()) return;
    page.off('framenavigated', onNavigated);
    callback().catch(() => {}); // detached before, or the browser is gone: both are as good
  };
  page.on('framenavigated', onNavigated);
}

/**
 * @param {TestSession} session
 * @param {{ name: string }} payload
 */
async function takeScreenshot(session, { name }) {
  const file = path.join(SCREENSHOT_FOLDER, `${name}.${engineOf(session)}.png`);
  const page = pageOf(session);
  const image = page ? await page.screenshot() : await webDriverOf(session).screenshot();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, image);
  return file;
}

/** @param {TestSession} session */
async function collectGarbage(session) {
  const page = pageOf(session);
  if (!page || engineOf(session) !== 'chromium') return false;
  const protocol = await page.createCDPSession();
  for (let run = 0; run < COLLECTIONS; run++) await protocol.send('HeapProfiler.collectGarbage');
  await protocol.detach();
  return true;
}

/**
 * The page of a browser that Puppeteer drives.
 *
 * @param {TestSession} session
 * @returns {import('puppeteer-core').Page | undefined}
 */
function pageOf({ browser, id }) {
  if (browser.type !== 'puppeteer') return undefined;
  return /** @type {import('@web/test-runner-chrome').ChromeLauncher} */ (browser).getPage(id);
}

/** @param {TestSession} session */
function webDriverOf({ browser }) {
  return /** @type {import('./browsers/webdriver-launcher.mjs').WebDriverLauncher} */ (browser);
}
