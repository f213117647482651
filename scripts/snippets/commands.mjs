import { existsSync } from 'node:fs';

import packageJson from '../../package.json' with { type: 'json' };
import { blocksOf } from './blocks.mjs';

/** @import { Block } from './blocks.mjs' */

/** @type {Record<string, unknown>} */
const scripts = packageJson.scripts;

/** The commands that a reader may run in their own project. */
const STEPS =
  /^(cd|cp|mkdir|rm|tar) |^npm (ci|create|install|pack|start|run (build|dev))\b|^npx (--yes )?[a-z]/;
const OF_PACKAGE = /(?:node_modules\/store-logout|\bpackage)\/(dist\/[\w./-]+)/g;

/**
 * Every shell command has to exist, as a script of package.json or as a file. The pages in `docs/start` and
 * `docs/frameworks` are followed in another folder. They may also use usual commands, or run a file that the reader wrote.
 *
 * @param {Block} block
 * @returns {string[]} problems
 */
export function checkCommands({ code, place }) {
  const isStep = /^docs\/(start|frameworks)\//.test(place);
  const isThere = isStep ? (/** @type {string} */ command) => isUsual(command, place) : isKnown;
  const commands = code
    .split(/\n|&&/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean);
  return commands
    .filter((command) => !isThere(command))
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

/**
 * @param {string} command
 * @param {string} place
 */
function isUsual(command, place) {
  const [page = ''] = place.split(':');
  const [program, first] = command.split(/\s+/);
  if (program === 'node') return blocksOf(page).some(({ file }) => file === first);
  return STEPS.test(command) && [...command.matchAll(OF_PACKAGE)].every(([, file = '']) => existsSync(file));
}
