import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

import { SITE } from '../../demo/build/build-site.js';
import { startDemo } from '../../demo/server/start-demo.js';
import { violationsIn } from './support/axe.mjs';
import { useDemo } from './support/demo-page.mjs';
import { serveFolder } from './support/static-server.mjs';

const SHOPS = ['salla', 'commerce-engine', 'unisouk', 'wix'];
const DOCUMENTS = ['manual', 'contributing', 'changelog', 'licence', 'docs', 'docs/outcomes', 'docs/styling'];
const PAGES = ['', 'playground', 'ahead', ...SHOPS, ...DOCUMENTS];
/** For a machine that is busy: a limit that is reached means that something hangs. */
const LIMIT_MS = 300_000;

/** What the account page says after the logout, where it was loaded beforehand. */
const BEFOREHAND = {
  without: 'Hello, Nora. These are your orders.',
  with: 'Hello, guest. Nobody is signed in.',
};
/** Long enough for the browser to load a page beforehand. */
const SPECULATION_MS = 2000;
const STATIC = 'as files on a static host, below a path';

/** @type {Record<string, () => Promise<import('./support/demo-page.mjs').Demo>>} */
const VARIANTS = {
  'over real HTTP, as `npm start` serves it': async () => {
    const { shop, platforms, stop } = await startDemo({ port: 0 });
    return { address: shop, printed: [shop, platforms], stop };
  },
  [STATIC]: async () => {
    await promisify(execFile)('npm', ['run', 'demo:build']);
    return serveFolder(SITE, '/below/a/path');
  },
};

// Chromium only: axe looks at what the page says, which no engine changes.
for (const [variant, start] of Object.entries(VARIANTS)) {
  describe(`The demo ${variant}`, { timeout: LIMIT_MS }, () => {
    const { printed, visit } = useDemo(start);

    for (const name of PAGES) {
      // The pages are the same in both: once is enough for every rule, in every look.
      if (variant !== STATIC) {
        it(`opens without an error: ${name || 'first page'}`, () => visit(name, async () => {}));
        continue;
      }
      it(`breaks no rule of accessibility: ${name || 'first page'}`, () =>
        visit(name, async (page) => {
          for (const width of [320, 1280]) {
            // The manual is in English for everybody.
            for (const language of DOCUMENTS.includes(name) ? ['en'] : ['en', 'ar']) {
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

    // A page that a service worker answers for is not loaded beforehand.
    for (const [side, text] of variant === STATIC ? [] : Object.entries(BEFOREHAND)) {
      it(`shows the prerendered account, ${side} the tag`, () =>
        visit('ahead', async (page) => {
          await page.tab.waitForSelector('store-logout');
          await delay(SPECULATION_MS);
          await page.clickLogout();
          await page.tab.waitForFunction(() =>
            document.querySelector('[role=status]')?.textContent?.includes('over on the server'),
          );
          await page.tab.click(`a[href$="?${side}"]`);
          await page.tab.waitForFunction(() => document.querySelector('p')?.textContent?.startsWith('Hello'));
          assert.equal(await page.tab.$eval('p', ({ textContent }) => textContent), text);
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

    if (variant !== STATIC) {
      it('has a page at each address that it prints', async () => {
        for (const address of printed()) assert.equal((await fetch(address)).status, 200, address);
      });
    } else {
      it('says so where the browser allows no service worker', () =>
        visit(
          'playground',
          async (page) => {
            assert.match(await page.problem(), /^This browser does not allow the service worker/);
            assert.deepEqual(await violationsIn(page.tab), []);
          },
          () => {
            ServiceWorkerContainer.prototype.register = async () => Promise.reject(new Error('Blocked.'));
          },
        ));
    }

    it('shows the result near the button, with reason and message', () =>
      visit('playground', async (page) => {
        await page.untilSignedIn();
        for (const width of [390, 1280]) {
          await page.show({ width, language: 'en', theme: 'light' });
          await page.choose('500');
          await page.clickLogout();
          await page.untilVerdict('The event says that the session may still be alive, and so it is.');
          const { text, isInSight, details } = await page.panel();
          assert.match(text, /failed-logout.*server: unknown.*reason: http.*answered with an error/s);
          assert.ok(isInSight, `at ${width} px`);
          await page.untilReasonIsAbovePanel();
          assert.equal(details, 0, 'nothing to unfold');
          assert.match(await page.story('event'), /reason: http.*answered with an error/s);
          await page.closePanel();
        }
      }));

    it('tells Salla’s story in the order of what happened', () =>
      visit('salla', async (page) => {
        await page.untilSignedIn();
        await page.openMenu();
        await page.clickLogout();
        await page.untilVerdict('The event says that the session is over, and so it is on the server.');
        const kinds = await page.kindsUntil('answer', 'This demo leads back to the shop.');
        assert.ok((await page.panel()).isInSight);
        assert.match(
          kinds.join(' '),
          /^click note (request answer )+tokens event navigation request answer( request answer)*$/,
        );
      }));

    it('offers the attributes of the chosen platform only, folded', () =>
      visit('playground/?platform=wix', async (page) => {
        assert.deepEqual(await page.attributes(), { isOpen: false, has: ['client-id'] });
      }));

    it('copies the code that is shown, and says so', () =>
      visit('playground', async (page) => {
        await page.untilSignedIn();
        const { shown, copied, announced } = await page.copy('CSS');
        assert.equal(copied, shown);
        assert.equal(announced, 'Copied');
      }));

    it('can be used by keyboard alone', () =>
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
