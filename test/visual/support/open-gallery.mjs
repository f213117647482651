import { launch } from 'puppeteer-core';

import { chromiumOptions } from '../../support/browsers/launch-options.mjs';
import { serveGallery } from './serve.mjs';

/** @import { Page } from 'puppeteer-core' */
/** @import { Scene } from './scenes.mjs' */

const LIMIT_MS = 30_000;

/**
 * A browser that shows scenes of the gallery.
 *
 * @returns {Promise<{ show: (scene: Scene) => Promise<Page>, close: () => Promise<void> }>}
 */
export async function openGallery() {
  const server = await serveGallery();
  const options = await chromiumOptions();
  const browser = await launch({
    ...options,
    // Letters of the same shape everywhere.
    args: [
      ...(options.args ?? []),
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
    ],
  });
  return {
    show: async (scene) => {
      const page = await browser.newPage();
      await prepare(page, scene);
      const failing = scene.isFailing ? '&failing' : '';
      await page.goto(`${server.origin}/gallery?lang=${scene.lang}&dir=${scene.dir}${failing}`);
      await bringAbout(page, scene);
      return page;
    },
    close: async () => {
      await browser.close();
      server.stop();
    },
  };
}

/**
 * @param {Page} page
 * @param {Scene} scene
 */
async function prepare(page, { theme, width }) {
  page.setDefaultTimeout(LIMIT_MS);
  await page.setViewport({ width, height: 900 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme === 'light' ? 'light' : 'dark' },
      { name: 'forced-colors', value: theme === 'forced' ? 'active' : 'none' },
    ],
  });
}

/**
 * Brings every element into its state.
 *
 * @param {Page} page
 * @param {Scene} scene
 */
async function bringAbout(page, { isAsking, isFailing }) {
  await page.waitForFunction(() => customElements.get('store-logout'));
  await page.evaluate(async () => {
    await document.fonts.ready;
    /** @type {NodeListOf<HTMLElement & { logout(): Promise<unknown> }>} */
    const elements = document.querySelectorAll('store-logout[data-state]');
    for (const element of elements) {
      const { state = '' } = element.dataset;
      if (state === 'busy') void element.logout();
      if (state === 'done' || state === 'failed') await element.logout();
    }
  });
  if (isAsking) {
    await page.evaluate(() =>
      document.querySelector('#asking')?.shadowRoot?.querySelector('button')?.click(),
    );
    await page.waitForFunction(
      () => document.querySelector('#asking')?.shadowRoot?.querySelector('dialog')?.open,
    );
  } else if (!isFailing) {
    // A key, so that the browser shows where the focus is.
    await page.keyboard.press('Tab');
    await page.evaluate(() =>
      document
        .querySelector('store-logout[data-state=focused].filled')
        ?.shadowRoot?.querySelector('button')
        ?.focus(),
    );
  }
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
}
