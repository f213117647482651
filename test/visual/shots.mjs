// Pictures every state and look in each theme, language and width: `npm run screenshots`. A few languages are what the
// tests compare with from then on; all of them are put into `screenshots`, to be looked at.
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { allLanguages } from '../../dist/lang/all.js';
import { openGallery } from './support/open-gallery.mjs';
import { scenes, scenesInAll } from './support/scenes.mjs';

const folder = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const ALL = folder('../../screenshots');
const EXPECTED = folder('expected');

await mkdir(ALL, { recursive: true });
await mkdir(EXPECTED, { recursive: true });
const compared = new Set(scenes().map(({ name }) => name));
const gallery = await openGallery();
try {
  for (const scene of scenesInAll(Object.keys(allLanguages))) {
    const page = await gallery.show(scene);
    const name = `${scene.name}.png`;
    await page.screenshot({
      path: `${path.join(ALL, scene.name)}.png`,
      fullPage: !scene.isAsking,
    });
    await page.close();
    if (compared.has(scene.name)) await copyFile(path.join(ALL, name), path.join(EXPECTED, name));
    console.log(path.join(path.relative('.', ALL), name));
  }
} finally {
  await gallery.close();
}
