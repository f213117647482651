import { readFile, writeFile } from 'node:fs/promises';

/** @import { ClickFigures } from './click/click.js' */
/** @import { GrowthFigures } from './growth/growth.js' */
/** @import { IdleFigures } from './idle/idle.js' */
/** @import { RenderFigures } from './render/render.js' */
/** @import { Size } from './sizes/size-of.js' */

/**
 * The committed results, by the name of each subject.
 *
 * @typedef {object} Results
 * @property {Record<string, Size>} sizes  the library's sizes
 * @property {Record<string, Size>} peers
 * @property {Record<string, ClickFigures>} click
 * @property {Record<string, RenderFigures>} render
 * @property {Record<string, IdleFigures>} idle
 * @property {Record<string, GrowthFigures>} growth
 */

const FILE = new URL('results.json', import.meta.url);

/** @returns {Promise<Results>} */
export async function readResults() {
  return JSON.parse(await readFile(FILE, 'utf8'));
}

/** @param {Results} results */
export async function writeResults(results) {
  await writeFile(FILE, `${JSON.stringify(results, null, 2)}\n`);
}
