import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { bundle } from '../support/bundle.js';
import { sizeOf } from './size-of.js';

/** @import { Size } from './size-of.js' */

const LIT = /^(lit|@lit)/;
const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * What is measured: a file and those that it loads later, or code that imports it and what stays outside; and the gzip
 * size that it may not exceed.
 */
export const OURS = [
  {
    name: 'file for a script tag',
    file: 'store-logout.bundle.js',
    later: ['store-logout.bundle.logout.js', 'store-logout.bundle.confirm-dialog.js'],
    limit: 12_000,
  },
  { name: 'all in one file', file: 'store-logout.standalone.js' },
  {
    name: 'element, without Lit',
    code: `export { StoreLogoutElement } from '${DIST}/elements/store-logout.js';`,
    external: LIT,
    limit: 6000,
  },
  { name: 'both tags, without Lit', code: `import '${DIST}/define.js';`, external: LIT },
  { name: 'logout() and UniSouk', code: withPlatforms('unisouk'), limit: 3000 },
  { name: 'logout() and Commerce Engine', code: withPlatforms('commerce-engine'), limit: 3000 },
  // With what drives the vendor's SDK and, in Salla's case, the accounts page.
  { name: 'logout() and Wix', code: withPlatforms('wix') },
  { name: 'logout() and Salla', code: withPlatforms('salla') },
  {
    name: 'logout(), which knows all platforms',
    code: `export * from '${DIST}/core.js'; import '${DIST}/platforms/on-demand.js';`,
    limit: 4500,
  },
  {
    name: 'logout() and four platforms by hand',
    code: withPlatforms('salla', 'commerce-engine', 'unisouk', 'wix'),
  },
  { name: 'guard()', code: `export { guard } from '${DIST}/guard.js';`, limit: 900 },
];

/** @param {...string} platforms */
function withPlatforms(...platforms) {
  const names = ['core', ...platforms.map((name) => `platforms/${name}`)];
  return names.map((name) => `export * from '${DIST}/${name}.js';`).join('\n');
}

const read = (/** @type {string} */ file) => readFile(`${DIST}/${file}`, 'utf8');

/** @returns {Promise<Record<string, Size>>} */
export async function measureOurs() {
  /** @type {Record<string, Size>} */
  const sizes = {};
  for (const { name, file, later = [], code = '', external } of OURS) {
    sizes[name] = sizeOf(
      file
        ? { files: [await read(file)], later: await Promise.all(later.map(read)) }
        : await bundle(code, external && { external }),
    );
  }
  return sizes;
}
