import { fileURLToPath } from 'node:url';

import { build } from 'vite';

/** @import { Rolldown } from 'vite' */

const PREFIX = '/whole-packages/';

/**
 * Serves each of these packages as one module: fast-check comes in more than two hundred files, and every browser would
 * ask for each of them.
 *
 * @param {readonly string[]} packages
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function wholePackages(packages) {
  /** @type {Map<string, Promise<string>>} code by name */
  const modules = new Map();
  return {
    name: 'whole-packages',
    resolveImport: ({ source }) => (packages.includes(source) ? `${PREFIX}${source}.js` : undefined),
    async serve({ path }) {
      const name = packages.find((each) => path === `${PREFIX}${each}.js`);
      if (!name) return undefined;
      const module = modules.get(name) ?? oneModule(name);
      modules.set(name, module);
      return { body: await module, type: 'js' };
    },
  };
}

/** @param {string} name */
async function oneModule(name) {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(import.meta.resolve(name)), formats: ['es'] },
    },
  });
  const outputs = /** @type {Rolldown.RolldownOutput[]} */ ([result].flat());
  return outputs[0]?.output[0].code ?? '';
}
