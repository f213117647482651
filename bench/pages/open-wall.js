import { bundle } from '../support/bundle.js';
import { servePages } from '../support/pages.js';

/** @import { Button } from './buttons.js' */

/** @typedef {Awaited<ReturnType<typeof openWall>>} Wall */

/**
 * Empty pages, each with a script that registers a button.
 *
 * @param {readonly Button[]} buttons
 */
export async function openWall(buttons) {
  /** @type {Map<string, string>} */
  const scripts = new Map();
  for (const { id, code } of buttons) {
    if (!code) continue;
    const files = await bundle(code);
    scripts.set(id, files[0] ?? '');
  }
  const pages = new Map(
    buttons.map(({ id, code }) => [
      id,
      { body: `<script type="module" src="/${code ? id : 'dist/store-logout.bundle'}.js"></script>` },
    ]),
  );
  const { origin, stop } = await servePages(pages, scripts);
  return { addressOf: (/** @type {Button} */ { id }) => `${origin}/${id}.html`, stop };
}
