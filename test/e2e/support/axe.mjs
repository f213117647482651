import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const SCRIPT = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** @typedef {import('axe-core')} Axe */

/**
 * Every rule that axe finds broken in the page as it is now, with the places.
 *
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<string[]>}
 */
export async function violationsIn(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SCRIPT);
  return page.evaluate(async () => {
    const { axe } = /** @type {{ axe: Axe }} */ (/** @type {unknown} */ (window));
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id}: ${target} ${html}`));
  });
}
