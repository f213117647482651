import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';

import { findChromium } from './find-chromium.mjs';
import { findExecutable } from './find-executable.mjs';
import { WebDriverLauncher } from './webdriver-launcher.mjs';
import { hasWebKit } from './webkit-driver.mjs';

/** @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher */

const MACOS_FIREFOX = '/Applications/Firefox.app/Contents/MacOS/firefox';

const CHROMIUM_FLAGS = [
  '--no-sandbox', // a container's root user has no sandbox
  '--no-first-run',
  // nothing that talks to the network by itself
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
];

/**
 * How to get each engine: a launcher, or nothing where it is not installed.
 *
 * @type {Record<string, () => BrowserLauncher | undefined | Promise<BrowserLauncher | undefined>>}
 */
const ENGINES = {
  chromium: async () =>
    chromeLauncher({
      puppeteer,
      launchOptions: { ...(await findChromium()), args: CHROMIUM_FLAGS },
      // Two files run side by side: neither may see the other's storage, cookies or channels.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
      concurrency: 2,
    }),

  firefox: () => {
    const executablePath = findExecutable(['firefox-esr', 'firefox', MACOS_FIREFOX]);
    if (!executablePath) return undefined;
    return chromeLauncher({
      puppeteer, // drives Firefox too, over WebDriver BiDi
      launchOptions: { browser: 'firefox', executablePath },
      concurrency: 1,
    });
  },

  webkit: () => (hasWebKit() ? new WebDriverLauncher() : undefined),
};

/**
 * The browsers to test in: those that `BROWSERS=chromium,firefox` names; all of them, and none may be missing,
 * with `CI=true`; else every engine this machine has.
 *
 * @returns {Promise<BrowserLauncher[]>}
 */
export async function chooseLaunchers() {
  const named = process.env.BROWSERS?.split(',');
  const compulsory = Boolean(named) || process.env.CI === 'true';
  const engines = named ?? Object.keys(ENGINES);

  const launchers = await Promise.all(engines.map((engine) => findLauncher(engine, compulsory)));
  return launchers.filter((launcher) => launcher !== undefined);
}

/**
 * @param {string} engine
 * @param {boolean} compulsory
 */
async function findLauncher(engine, compulsory) {
  const find = ENGINES[engine];
  if (!find) throw new Error(`BROWSERS: "${engine}" is none of ${Object.keys(ENGINES).join(', ')}.`);

  const launcher = await find();
  if (!launcher && compulsory) {
    throw new Error(
      `The tests have to run in ${engine}, which is not installed: see .ci/run for the packages.`,
    );
  }
  return launcher;
}
