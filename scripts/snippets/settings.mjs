import { existsSync } from 'node:fs';

import packageJson from '../../package.json' with { type: 'json' };

/** @import { Block } from './blocks.mjs' */

/**
 * Settings of editors have to be JSON, and to name files that are in the package.
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
