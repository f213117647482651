import { fileURLToPath } from 'node:url';
import { keptRegistration } from '../../scripts/kept-registration.mjs';
import { manual } from './manual.js';
import { pageFrame } from './page-frame.js';

/** @param {string} path  relative to this folder */
export const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Vite's settings for both the demo's server and the static site. */
export const site = {
  /** @type {false} the project's own config builds the library */
  configFile: false,
  root: folder('..'),
  /** @type {'mpa'} */
  appType: 'mpa',
  /** @type {'warn'} */
  logLevel: 'warn',
  // The server must not scan the static site, which may be beside the pages.
  optimizeDeps: { entries: ['index.html', '*/index.html', '!dist'] },
  plugins: [pageFrame(), manual(), keptRegistration()],
};
