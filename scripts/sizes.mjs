// Measures what a page loads, min, gzip and brotli, and compares it with `sizes.json`, which is what the last commit
// measured. A size that has grown fails; `--write` takes the new ones over.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { build } from 'vite';

/**
 * @typedef {object} Size  in bytes
 * @property {number} min
 * @property {number} gzip
 * @property {number} brotli
 */

const FILE = 'sizes.json';
const DIST = path.resolve('dist');

/** What is measured: code that imports it, what stays outside, and the gzip size that it is meant to come down to. */
const MEASURED = [
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

/**
 * @param {string} code
 * @param {RegExp} [external]
 */
async function bundle(code, external) {
  const folder = await mkdtemp(path.resolve('node_modules', '.sizes-'));
  try {
    const entry = path.join(folder, 'entry.js');
    await writeFile(entry, code);
    const result = await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        target: 'es2022',
        lib: { entry, formats: ['es'], fileName: 'entry' },
        rolldownOptions: { output: { minify: true }, ...(external && { external }) },
      },
    });
    const [first] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ ([result].flat());
    return first?.output[0].code ?? '';
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {string} code
 * @returns {Size}
 */
function sizeOf(code) {
  return {
    min: Buffer.byteLength(code),
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
  };
}

/** @type {Record<string, Size>} */
const last = JSON.parse(await readFile(FILE, 'utf8').catch(() => '{}'));
/** @type {Record<string, Size>} */
const now = {};
for (const { name, file, code, external } of MEASURED) {
  now[name] = sizeOf(
    file ? await readFile(path.join(DIST, file), 'utf8') : await bundle(code ?? '', external),
  );
}

console.table(
  Object.fromEntries(
    MEASURED.map(({ name, goal }) => {
      const size = now[name];
      const change = (size?.gzip ?? 0) - (last[name]?.gzip ?? 0);
      return [name, { ...size, change, goal }];
    }),
  ),
);

if (process.argv.includes('--write')) {
  await writeFile(FILE, `${JSON.stringify(now, null, 2)}\n`);
} else {
  const grown = MEASURED.filter(({ name }) => (now[name]?.gzip ?? 0) > (last[name]?.gzip ?? 0));
  for (const { name } of grown)
    console.error(`${name} has grown: shrink it, or say why and run \`npm run sizes\`.`);
  process.exitCode = grown.length ? 1 : 0;
}
