import { fileURLToPath } from 'node:url';

import { build } from 'vite';

/** @import { Plugin, Rolldown } from 'vite' */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENTRY = 'bench:entry';

/**
 * @typedef {object} BundleOptions
 * @property {RegExp} [external]  modules that stay outside
 * @property {Plugin[]} [plugins]
 */

/**
 * A module as a page loads it: minified for production, with all its imports, but without files that it loads later by
 * `import()`.
 *
 * @param {string} code
 * @param {BundleOptions} [options]
 * @returns {Promise<string[]>} source texts, the entry's first
 */
export async function bundle(code, { external, plugins = [] } = {}) {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [asModule(code), ...plugins],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: ENTRY, formats: ['es'], fileName: 'entry' },
      rolldownOptions: { input: ENTRY, output: { minify: true }, ...(external && { external }) },
    },
  });
  const [first] = /** @type {Rolldown.RolldownOutput[]} */ ([result].flat());
  return withImports(first?.output ?? []);
}

/**
 * A module without a file.
 *
 * @param {string} code
 * @returns {Plugin}
 */
function asModule(code) {
  return {
    name: 'bench-entry',
    enforce: 'pre',
    resolveId: (id) => (id === ENTRY ? `${ROOT}entry.js` : undefined),
    load: (id) => (id === `${ROOT}entry.js` ? code : undefined),
  };
}

/** @param {readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]} output */
function withImports(output) {
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
  const loaded = new Set([...chunks.values()].filter(({ isEntry }) => isEntry));
  // The loop also visits the chunks that it adds to the set.
  for (const { imports } of loaded) {
    for (const name of imports) {
      const chunk = chunks.get(name);
      if (chunk) loaded.add(chunk);
    }
  }
  return [...loaded].map(({ code }) => code);
}
