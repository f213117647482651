import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { startDemo } from '../../demo/server/start-demo.js';
import { useDemo } from './support/demo-page.mjs';

/** @import { DemoPage } from './support/demo-page.mjs' */

const PAGES = ['', 'playground', 'ahead', 'salla', 'commerce-engine', 'unisouk', 'wix'];
/** Names are the same in each language. */
const NAMES = [
  'store-logout',
  'Commerce Engine',
  'UniSouk',
  'Wix',
  'Northbolt',
  'Resham',
  'Kiln & Co',
  'localStorage',
  'HTML',
  'CSS',
  'JavaScript',
];

// Chromium only: the texts are the same in every engine.
describe('The demo in Arabic', { timeout: 300_000 }, () => {
  const demo = useDemo(async () => {
    const { shop, stop } = await startDemo({ port: 0 });
    return { address: shop, stop };
  });

  /**
   * Opens a page as somebody who has chosen Arabic before.
   *
   * @param {string} name
   * @param {(page: DemoPage) => Promise<void>} test
   */
  const visit = (name, test) => demo.visit(name, test, () => localStorage.setItem('demo:language', 'ar'));

  for (const name of PAGES) {
    it(`is Arabic throughout: ${name || 'first page'}`, () =>
      visit(name, async (page) => {
        await page.tab.waitForNetworkIdle();
        assert.deepEqual(await page.writing(), { lang: 'ar', dir: 'rtl' });
        assert.deepEqual(await page.foreignTexts(NAMES), []);
      }));
  }

  it('is Arabic throughout after a logout that failed, with everything unfolded', () =>
    visit('playground', async (page) => {
      await page.untilVerdict('الجلسة قائمة على الخادم. اضغط زر تسجيل الخروج.');
      await page.choose('500');
      await page.clickLogout();
      assert.equal(await page.lastEvent(), 'failed-logout');
      await page.unfold();
      assert.deepEqual(await page.foreignTexts(NAMES), []);
    }));

  for (const platform of ['salla', 'unisouk', 'wix', 'custom']) {
    it(`says in Arabic what each attribute is for: ${platform}`, () =>
      visit(`playground/?platform=${platform}`, async (page) => {
        await page.unfold();
        await page.tab.waitForSelector('.attribute', { visible: true });
        assert.deepEqual(await page.foreignTexts(NAMES), []);
      }));
  }

  it('leaves the manual in English, which is its only language', () =>
    visit('manual', async (page) => {
      assert.deepEqual(await page.writing(), { lang: 'en', dir: 'ltr' });
      assert.doesNotMatch(await page.tab.$eval('body', (body) => body.innerText), /[\u0600-\u06FF]/);
    }));
});
