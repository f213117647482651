import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';

import { chooseEngines } from './choose-engines.mjs';
import { COUNTING_FLAGS, ExecutedCode } from './executed-code.mjs';
import { chromiumOptions, firefoxOptions } from './launch-options.mjs';
import { WebDriverLauncher } from './webdriver-launcher.mjs';
import { hasWebKit } from './webkit-driver.mjs';

/** @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher */

/** How to get each engine. */
export const engines = { chromium, firefox, webkit };

/** @returns {Promise<BrowserLauncher[]>} the browsers to test in */
export function chooseLaunchers() {
  return chooseEngines(engines);
}

/** @returns {Promise<BrowserLauncher>} */
async function chromium() {
  const executed = process.env.COVERAGE ? new ExecutedCode() : undefined;
  const options = await chromiumOptions();
  const launcher = chromeLauncher({
    puppeteer,
    launchOptions: { ...options, args: [...(options.args ?? []), ...(executed ? COUNTING_FLAGS : [])] },
    // Two files run side by side: neither may see the other's storage, cookies or channels.
    createPage: async ({ browser }) => {
      const page = await (await browser.createBrowserContext()).newPage();
      await executed?.watch(page);
      return page;
    },
    concurrency: 2,
  });
  return executed ? writingDown(executed, launcher) : launcher;
}

/**
 * With `COVERAGE=true`, for scripts/coverage.mjs.
 *
 * @param {ExecutedCode} executed
 * @param {import('@web/test-runner-chrome').ChromeLauncher} launcher
 */
function writingDown(executed, launcher) {
  const stopSession = launcher.stopSession.bind(launcher);
  const stop = launcher.stop.bind(launcher);
  return Object.assign(launcher, {
    /** @type {typeof stopSession} */
    stopSession: async (id) => {
      await executed.take(launcher.getPage(id));
      return stopSession(id);
    },
    stop: async () => {
      await executed.write('coverage/chromium.json');
      await stop();
    },
  });
}

/** @returns {BrowserLauncher | undefined} */
function firefox() {
  const launchOptions = firefoxOptions();
  // Puppeteer drives Firefox too, over WebDriver BiDi.
  return launchOptions && chromeLauncher({ puppeteer, launchOptions, concurrency: 1 });
}

/** @returns {BrowserLauncher | undefined} */
function webkit() {
  return hasWebKit() ? new WebDriverLauncher() : undefined;
}
