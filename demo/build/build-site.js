import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { manualPages } from './manual.js';
import { folder, site } from './site.js';

/** The folder of the static site. */
export const SITE = folder('../dist');

/** Builds the demo as static files for any host and path, with the platforms in a service worker. */
export async function buildSite() {
  await build({
    ...site,
    mode: 'static',
    base: './',
    build: {
      outDir: SITE,
      target: 'es2022',
      // For older targets, the build would replace `light-dark()`.
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
        // Some browsers cannot start a service worker that is a module.
        output: { format: 'iife', entryFileNames: 'worker.js' },
      },
    },
  });
}

/** The first page, and the page of every folder that has one. */
function pages() {
  const folders = readdirSync(site.root).filter((name) => name !== 'dist');
  return ['.', ...folders]
    .map((name) => path.join(site.root, name, 'index.html'))
    .filter((file) => existsSync(file));
}
