import { existsSync } from 'node:fs';

import packageJson from '../../package.json' with { type: 'json' };

/** @import { Block } from './blocks.mjs' */

/** @type {Record<string, unknown>} */
const scripts = packageJson.scripts;

/**
 * Every command of a shell has to be one that is there: a script of package.json, or a file.
 *
 * @param {Block} block
 * @returns {string[]} problems
 */
export function checkCommands({ code, place }) {
  const commands = code
    .split(/\n|&&/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean);
  return commands
    .filter((command) => !isKnown(command))
    .map((command) => `${place}: no such command: ${command}`);
}

/** @param {string} command */
function isKnown(command) {
  const [program, first = '', second = ''] = command.split(/\s+/);
  if (program === 'node' || program === 'bash') return existsSync(first);
  if (program !== 'npm') return false;
  if (first === 'ci') return !second;
  if (first === 'install') return second === packageJson.name;
  return (first === 'run' ? second : ['start', 'test'].includes(first) ? first : '') in scripts;
}
