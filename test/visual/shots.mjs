// Pictures every state, theme, language and width: `npm run screenshots` writes what is compared with from then on.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

import { openGallery } from './support/open-gallery.mjs';
import { scenes } from './support/scenes.mjs';

const FOLDER = fileURLToPath(new URL('expected/', import.meta.url));

await mkdir(FOLDER, { recursive: true });
const gallery = await openGallery();
try {
  for (const scene of scenes()) {
    const page = await gallery.show(scene);
    const file = /** @type {const} */ (`${path.join(FOLDER, scene.name)}.png`);
    await page.screenshot({ path: file, fullPage: !scene.isAsking });
    await page.close();
    console.log(file);
  }
} finally {
  await gallery.close();
}
