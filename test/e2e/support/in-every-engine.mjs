import { after, afterEach, before, beforeEach, describe } from 'node:test';

import { engines } from './engines.mjs';
import { startShop } from './shop.mjs';

/** For a machine that is busy: a limit that is reached means that something hangs. */
const LIMIT_MS = 300_000;

/** @typedef {import('./engines.mjs').Browser} Browser */
/** @typedef {import('./engines.mjs').Engine} Engine */
/** @typedef {import('./shop.mjs').Store} Store */
/** @typedef {import('./tab.mjs').Tab} Tab */

/**
 * @typedef {object} Scene  what a test works with
 * @property {Engine} engine
 * @property {() => Promise<Tab>} openTab
 * @property {import('./shop.mjs').OpenStore} openStore
 */

/**
 * Runs the same tests in each browser, every one of them as a visitor who has never been there.
 *
 * @param {string} title
 * @param {{ concurrency: boolean }} options whether the browsers may run side by side, where the file runs by itself
 * @param {(scene: Scene) => void} tests
 */
export function inEveryEngine(title, { concurrency }, tests) {
  inEngines(engines, title, { concurrency }, tests);
}

/**
 * The same in these browsers.
 *
 * @param {readonly Engine[]} chosen
 * @param {string} title
 * @param {{ concurrency: boolean }} options
 * @param {(scene: Scene) => void} tests
 */
export function inEngines(chosen, title, { concurrency }, tests) {
  describe(title, { concurrency }, () => {
    for (const engine of chosen)
      describe(engine.name, { concurrency: false, timeout: LIMIT_MS }, () => perform(engine, tests));
  });
}

/** @type {Map<Engine, Promise<Browser>>} browsers that all files in this process share: Firefox starts slowly */
const running = new Map();
after(async () => {
  for (const browser of running.values()) await (await browser).stop();
});

/** @param {Engine} engine */
function start(engine) {
  const browser = running.get(engine) ?? engine.start();
  running.set(engine, browser);
  return browser;
}

/**
 * @param {Engine} engine
 * @param {(scene: Scene) => void} tests
 */
function perform(engine, tests) {
  /** @type {Awaited<ReturnType<typeof startShop>>} */
  let shop;
  /** @type {Browser} */
  let browser;
  /** @type {import('./engines.mjs').Visitor} */
  let visitor;
  /** @type {Store[]} */
  let stores = [];

  before(async () => {
    shop = await startShop();
    browser = await start(engine);
  });
  beforeEach(async () => {
    visitor = await browser.visitor();
  });
  afterEach(async () => {
    for (const store of stores) store.close();
    stores = [];
    await visitor.leave();
  });
  after(async () => {
    await shop?.stop();
  });

  tests({
    engine,
    openTab: () => visitor.openTab(),
    openStore: (...args) => {
      const store = shop.open(...args);
      stores.push(store);
      return store;
    },
  });
}
