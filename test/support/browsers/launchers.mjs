import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';

import { chooseEngines } from './choose-engines.mjs';
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
  return chromeLauncher({
    puppeteer,
    launchOptions: await chromiumOptions(),
    // Two files run side by side: neither may see the other's storage, cookies or channels.
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    concurrency: 2,
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
