// Pictures every state and look in each theme, language and width: `npm run screenshots`. A few languages are what the
// tests compare with from then on; all of them are put into `screenshots`, to be looked at.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { allLanguages } from '../../dist/lang/all.js';
import { compare } from './support/compare.mjs';
import { openGallery } from './support/open-gallery.mjs';
import { scenes, scenesInAll } from './support/scenes.mjs';

const folder = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const ALL = folder('../../screenshots');
const EXPECTED = folder('expected');
/** What lies upon a translucent surface is one shade darker or lighter from run to run. */
const ROUNDING = 0.02;

await mkdir(ALL, { recursive: true });
await mkdir(EXPECTED, { recursive: true });
const compared = new Set(scenes().map(({ name }) => name));
const gallery = await openGallery();
try {
  for (const scene of scenesInAll(Object.keys(allLanguages))) {
    const page = await gallery.show(scene);
    const picture = await page.screenshot({ fullPage: !scene.isAsking && !scene.isFailing });
    await page.close();
    const name = `${scene.name}.png`;
    await writeFile(path.join(ALL, name), picture);
    if (compared.has(scene.name)) await keep(path.join(EXPECTED, name), picture);
    console.log(path.join(path.relative('.', ALL), name));
  }
} finally {
  await gallery.close();
}

/**
 * Leaves a picture alone that nobody could tell from the new one.
 *
 * @param {string} file
 * @param {Uint8Array} picture
 */
async function keep(file, picture) {
  const last = await readFile(file).catch(() => undefined);
  if (!last || compare(last, picture, ROUNDING).count) await writeFile(file, picture);
}
