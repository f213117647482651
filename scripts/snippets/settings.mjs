import { existsSync } from 'node:fs';

import packageJson from '../../package.json' with { type: 'json' };

/** @import { Block } from './blocks.mjs' */

/**
 * Checks that an editor's settings are JSON, and that the package has the files that they name.
 *
 * @param {Block} block
 * @returns {string[]} problems
 */
export function checkSettings({ code, place }) {
  try {
    JSON.parse(code);
  } catch (error) {
    return [`${place}: ${String(error)}`];
  }
  const inPackage = new RegExp(`node_modules/${packageJson.name}/([^"]+)`, 'g');
  return [...code.matchAll(inPackage)]
    .filter(([, file = '']) => !packageJson.files.includes(file) || !existsSync(file))
    .map(([file]) => `${place}: not in the package: ${file}`);
}
