import { launch } from 'puppeteer-core';

import { chromiumOptions } from '../../test/support/browsers/launch-options.mjs';

/** @import { Browser, CDPSession, Page } from 'puppeteer-core' */

/**
 * @typedef {object} Chromium
 * @property {Browser} browser
 * @property {boolean} isWhole  `false` for the small headless shell from npm, which keeps no pages for Back and opens no
 *   connections ahead of time
 */

/** @returns {Promise<Chromium>} */
export async function openBrowser() {
  const options = await chromiumOptions();
  const browser = await launch({
    ...options,
    args: [
      ...(options.args ?? []),
      '--accept-lang=en',
      // The vendors' code must not reach other servers.
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
    ],
  });
  return { browser, isWhole: options.headless !== 'shell' };
}

/**
 * A new visitor with a new page. The page is not incognito, because Chromium then opens no connections ahead of time.
 *
 * @template Result
 * @param {Browser} browser
 * @param {(page: Page, session: CDPSession) => Promise<Result>} visit
 * @returns {Promise<Result>}
 */
export async function asVisitor(browser, visit) {
  const page = await browser.newPage();
  try {
    const session = await page.createCDPSession();
    /** @type {unknown[]} */
    const problems = [];
    page.on('pageerror', (problem) => problems.push(problem));
    const result = await visit(page, session);
    if (problems.length) throw new Error(`On ${page.url()}: ${problems.join('; ')}`);
    const { origin } = new URL(page.url());
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await session.send('Network.clearBrowserCookies');
    return result;
  } finally {
    await page.close();
  }
}
