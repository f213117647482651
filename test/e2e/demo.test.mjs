import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

import { launch } from 'puppeteer-core';

import { SITE } from '../../demo/build/build-site.js';
import { startDemo } from '../../demo/server/start-demo.js';
import { chromiumOptions } from '../support/browsers/launch-options.mjs';
import { violationsIn } from './support/axe.mjs';
import { DemoPage } from './support/demo-page.mjs';
import { serveFolder } from './support/static-server.mjs';

const SHOPS = ['salla', 'commerce-engine', 'unisouk', 'wix'];
const DOCUMENTS = ['manual', 'contributing', 'changelog', 'licence', 'docs', 'docs/outcomes', 'docs/styling'];
const PAGES = ['', 'playground', ...SHOPS, ...DOCUMENTS];
const LIMIT_MS = 120_000;

const STATIC = 'as files on a static host, below a path';

/** @type {Record<string, () => Promise<{ address: string, stop: () => Promise<void> }>>} */
const VARIANTS = {
  'over real HTTP, as `npm start` serves it': async () => {
    const { shop, stop } = await startDemo({ port: 0 });
    return { address: shop, stop };
  },
  [STATIC]: async () => {
    await promisify(execFile)('npm', ['run', 'demo:build']);
    return serveFolder(SITE, '/below/a/path');
  },
};

// Chromium only: axe looks at what the page says, which no engine changes.
for (const [variant, start] of Object.entries(VARIANTS)) {
  describe(`The demo ${variant}`, { timeout: LIMIT_MS }, () => {
    /** @type {Awaited<ReturnType<typeof start>>} */
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

    /**
     * Opens a page as somebody who has never been there.
     *
     * @param {string} name
     * @param {(page: DemoPage) => Promise<void>} test
     */
    async function visit(name, test) {
      const context = await browser.createBrowserContext();
      const page = new DemoPage(await context.newPage());
      await page.open(demo.address + (name && `${name}/`));
      await test(page);
      assert.deepEqual(page.errors, []);
      await context.close();
    }

    for (const name of PAGES) {
      it(`breaks no rule of accessibility: ${name || 'first page'}`, () =>
        visit(name, async (page) => {
          for (const width of [320, 1280]) {
            for (const language of ['en', 'ar']) {
              for (const theme of ['light', 'dark']) {
                await page.show({ width, language, theme });
                const where = `${width} px, ${language}, ${theme}`;
                assert.deepEqual(await violationsIn(page.tab), [], where);
                assert.equal(await page.overflow(), 0, `scrolls sideways: ${where}`);
              }
            }
          }
        }));
    }

    for (const name of [...SHOPS, 'playground']) {
      it(`signs out and in again: ${name}`, () =>
        visit(name, async (page) => {
          await page.untilSignedIn();
          await page.openMenu();
          await page.clickLogout();
          assert.equal(await page.lastEvent(), 'logged-out');
          await page.untilVerdict('The event says that the session is over, and so it is on the server.');
          assert.deepEqual(await violationsIn(page.tab), []);

          await page.clickSignIn();
          await page.untilSignedIn();
        }));
    }

    it('tells of a logout that failed', () =>
      visit('playground', async (page) => {
        await page.untilSignedIn();
        await page.choose('500');
        await page.clickLogout();
        assert.equal(await page.lastEvent(), 'failed-logout');
        await page.untilVerdict('The event says that the session may still be alive, and so it is.');
        assert.deepEqual(await violationsIn(page.tab), []);
      }));

    if (variant === STATIC) {
      it('says so where the browser allows no service worker', async () => {
        const context = await browser.createBrowserContext();
        const page = new DemoPage(await context.newPage());
        await page.tab.evaluateOnNewDocument(() => {
          ServiceWorkerContainer.prototype.register = async () => Promise.reject(new Error('Blocked.'));
        });
        await page.open(`${demo.address}playground/`);
        assert.match(await page.problem(), /^This browser does not allow the service worker/);
        assert.deepEqual(await violationsIn(page.tab), []);
        await context.close();
      });
    }

    it('copies the code that is shown, and says so', () =>
      visit('playground', async (page) => {
        await page.untilSignedIn();
        const { shown, copied, announced } = await page.copy('CSS');
        assert.equal(copied, shown);
        assert.equal(announced, 'Copied');
      }));

    it('can be used by keys alone', () =>
      visit('commerce-engine', async (page) => {
        await page.untilSignedIn();
        await page.tabTo('summary', 'Nora');
        await page.tab.keyboard.press('Enter');
        await page.tabTo('store-logout', '');
        await page.tab.keyboard.press('Space');
        assert.equal(await page.lastEvent(), 'logged-out');
        assert.equal(await page.focused(), 'store-logout');

        await page.tabTo('button', 'Sign in');
        await page.tab.keyboard.press('Enter');
        await page.untilSignedIn();
        await page.untilFocused('summary');
      }));
  });
}
