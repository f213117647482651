import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { manualPages } from './manual.js';
import { folder, site } from './site.js';

/** Where the static site goes. */
export const SITE = folder('../dist');

/** Builds the demo as files for any host and any path, with the platforms in a service worker. */
export async function buildSite() {
  await build({
    ...site,
    mode: 'static',
    base: './',
    build: {
      outDir: SITE,
      target: 'es2022',
      // Older targets would have `light-dark()` taken apart.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      modulePreload: { polyfill: false },
      rolldownOptions: { input: [...pages(), ...manualPages()] },
    },
  });
  await build({
    ...site,
    publicDir: false,
    build: {
      outDir: SITE,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: folder('../server/worker/worker.js'),
        // Not every browser starts a service worker that is a module.
        output: { format: 'iife', entryFileNames: 'worker.js' },
      },
    },
  });
}

/** Every folder with a page in it, and the first page. */
function pages() {
  const folders = readdirSync(site.root).filter((name) => name !== 'dist');
  return ['.', ...folders]
    .map((name) => path.join(site.root, name, 'index.html'))
    .filter((file) => existsSync(file));
}
