// Pictures the button in its looks and states for the manual, from the page that the tests compare: `npm run picture`.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { PNG } from 'pngjs';

import { openGallery } from './support/open-gallery.mjs';

const FILE = fileURLToPath(new URL('../../docs/button.png', import.meta.url));

/** A row for each state, a column for each look. */
const TABLE = `
  h1, #asking { display: none; }
  section, .looks { display: contents; }
  h2 { margin: 0; color: #595959; }
  main {
    display: grid;
    grid-template-columns: repeat(8, max-content);
    align-items: center;
    gap: 0.75rem 1.25rem;
    inline-size: max-content;
    padding: 1rem;
  }
  main .wide, main .menu-item { inline-size: 10rem; }
`;

/**
 * Shows the focus of all buttons in the row, although a page has one focus only.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function showFocus(page) {
  const session = await page.createCDPSession();
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: 'store-logout[data-state=focused]',
  });
  for (const nodeId of nodeIds) {
    const { node } = await session.send('DOM.describeNode', { nodeId, pierce: true });
    const { backendNodeId } = node.shadowRoots?.[0] ?? {};
    if (!backendNodeId) throw new Error('A button has not been rendered.');
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    const inside = await session.send('DOM.requestNode', { objectId: object.objectId ?? '' });
    const button = await session.send('DOM.querySelector', { nodeId: inside.nodeId, selector: 'button' });
    await session.send('CSS.forcePseudoState', {
      nodeId: button.nodeId,
      forcedPseudoClasses: ['focus', 'focus-visible'],
    });
  }
}

const gallery = await openGallery();
try {
  const page = await gallery.show({
    name: 'picture',
    theme: 'light',
    lang: 'en',
    dir: 'ltr',
    width: 1280,
    isAsking: false,
    isFailing: false,
  });
  await page.setViewport({ width: 1280, height: 900, deviceScaleFactor: 1.5 });
  await page.addStyleTag({ content: TABLE });
  await showFocus(page);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const picture = await (await page.$('main'))?.screenshot();
  if (!picture) throw new Error('The gallery has no <main>.');
  const { width, height, data } = PNG.sync.read(Buffer.from(picture));
  // Without the fourth channel, which says nothing here, and packed as small as it goes.
  const packed = PNG.sync.write(Object.assign(new PNG({ width, height }), { data }), {
    colorType: 2,
    deflateLevel: 9,
  });
  await writeFile(FILE, packed.length < picture.length ? packed : picture);
  console.log(`docs/button.png: ${width} × ${height}, ${Math.min(packed.length, picture.length)} bytes`);
} finally {
  await gallery.close();
}
