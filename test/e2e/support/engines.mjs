import { launch } from 'puppeteer-core';

import { chooseEngines } from '../../support/browsers/choose-engines.mjs';
import { chromiumOptions, firefoxOptions } from '../../support/browsers/launch-options.mjs';
import { hasWebKit } from '../../support/browsers/webkit-driver.mjs';
import { Tab } from './tab.mjs';
import { startWebKit } from './webkit.mjs';

/**
 * @typedef {object} Browser  one that runs
 * @property {() => Promise<Visitor>} visitor  somebody with cookies and storage of their own
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} Visitor
 * @property {() => Promise<Tab>} openTab
 * @property {() => Promise<void>} leave  closes all tabs
 */

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {boolean} keepsPages  whether it has a back/forward cache
 * @property {() => Promise<Browser>} start
 */

/** The engines to test in. `run-all-in.mjs` chooses one of them. */
const { E2E_ENGINE } = process.env;
const installed = await chooseEngines({ chromium, firefox, webkit });
export const engines = installed.filter(({ name }) => !E2E_ENGINE || name === E2E_ENGINE);

/** A Firefox in which every site's cookies and storage are blocked, where Firefox is tested. */
export const blockingEngines = engines.flatMap(({ name }) => {
  const options = name === 'Firefox' && firefoxOptions();
  if (!options) return [];
  const extraPrefsFirefox = { 'network.cookie.cookieBehavior': 2 };
  return [
    {
      name: 'Firefox with cookies blocked',
      keepsPages: true,
      start: () => startWithPuppeteer({ ...options, extraPrefsFirefox }),
    },
  ];
});

/** @returns {Promise<Engine>} */
async function chromium() {
  const options = await chromiumOptions();
  return {
    name: 'Chromium',
    // The small headless shell, as npm ships it, has no back/forward cache.
    keepsPages: options.headless !== 'shell',
    start: () => startWithPuppeteer(options),
  };
}

/** @returns {Engine | undefined} */
function firefox() {
  const options = firefoxOptions();
  if (!options) return undefined;
  return { name: 'Firefox', keepsPages: true, start: () => startWithPuppeteer(options) };
}

/** @returns {Engine | undefined} */
function webkit() {
  return hasWebKit() ? { name: 'WebKit', keepsPages: true, start: startWebKit } : undefined;
}

/**
 * @param {import('puppeteer-core').LaunchOptions} options
 * @returns {Promise<Browser>}
 */
async function startWithPuppeteer(options) {
  const browser = await launch(options);
  return {
    visitor: async () => {
      const context = await browser.createBrowserContext();
      return {
        openTab: async () => {
          const page = await context.newPage();
          return new Tab({
            run: (fn, args) => page.evaluate(`(${fn})(...${JSON.stringify(args)})`),
            start: async (url) => void (await page.goto(url)),
            focus: () => page.bringToFront(),
          });
        },
        leave: () => context.close(),
      };
    },
    stop: () => browser.close(),
  };
}
