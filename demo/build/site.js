import { fileURLToPath } from 'node:url';
import { keptRegistration } from '../../scripts/kept-registration.mjs';
import { manual } from './manual.js';
import { pageFrame } from './page-frame.js';

/** @param {string} path  as seen from this folder */
export const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What the demo's server and the static site have in common, for Vite. */
export const site = {
  /** @type {false} the project's own one builds the library */
  configFile: false,
  root: folder('..'),
  /** @type {'mpa'} */
  appType: 'mpa',
  /** @type {'warn'} */
  logLevel: 'warn',
  // Of the static site, which may lie beside the pages, the server wants nothing.
  optimizeDeps: { entries: ['index.html', '*/index.html', '!dist'] },
  plugins: [pageFrame(), manual(), keptRegistration()],
};
