import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { bundle } from '../support/bundle.js';
import { sizeOf } from './size-of.js';

/** @import { Size } from './size-of.js' */

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * What is measured: a file, or code that imports it and what stays outside; and the gzip size that it is meant to come
 * down to.
 */
export const OURS = [
  { name: 'single file', file: 'store-logout.bundle.js', goal: 12_000 },
  {
    name: 'both tags, without Lit',
    code: `import '${DIST}/define.js';`,
    external: /^(lit|@lit)/,
    goal: 6000,
  },
  { name: 'logout() and one platform', code: withPlatforms('unisouk'), goal: 3000 },
  {
    name: 'logout() and four platforms',
    code: withPlatforms('salla', 'commerce-engine', 'unisouk', 'wix'),
    goal: 4500,
  },
  { name: 'guard()', code: `export { guard } from '${DIST}/guard.js';`, goal: 900 },
];

/** @param {...string} platforms */
function withPlatforms(...platforms) {
  const entries = ['core', ...platforms.map((name) => `platforms/${name}`)];
  return entries.map((entry) => `export * from '${DIST}/${entry}.js';`).join('\n');
}

/** @returns {Promise<Record<string, Size>>} */
export async function measureOurs() {
  /** @type {Record<string, Size>} */
  const sizes = {};
  for (const { name, file, code = '', external } of OURS) {
    sizes[name] = sizeOf(
      file ? [await readFile(`${DIST}/${file}`, 'utf8')] : await bundle(code, external && { external }),
    );
  }
  return sizes;
}
