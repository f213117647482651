import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { serve } from './serve.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * The parts of a page of the bench.
 *
 * @typedef {object} PageParts
 * @property {string} body
 * @property {string} [data]  attributes of `<html>`
 */

/**
 * Serves pages, each at `/{name}.html` with a module at `/{name}.js`, and the library at `/dist`.
 *
 * @param {ReadonlyMap<string, PageParts>} pages
 * @param {ReadonlyMap<string, string>} scripts  source text by name
 * @param {() => void} [onRequest]
 */
export async function servePages(pages, scripts, onRequest) {
  const { origin, stop } = await serve('localhost', ({ url = '/' }, response) => {
    onRequest?.();
    const { dir, name, ext } = path.parse(url);
    const page = ext === '.html' && pages.get(name);
    response.setHeader('Content-Type', page ? 'text/html' : 'text/javascript');
    response.setHeader('Cache-Control', 'no-cache');
    const content = page ? htmlOf(name, page) : scripts.get(name);
    if (dir === '/dist') {
      readFile(path.join(DIST, `${name}${ext}`)).then(
        (source) => response.end(source),
        () => response.writeHead(404).end(),
      );
    } else {
      response.writeHead(content === undefined ? 404 : 200).end(content);
    }
  });
  return { origin, stop };
}

/**
 * @param {string} name
 * @param {PageParts} page
 */
const htmlOf = (name, { body, data = '' }) => `<!doctype html>
<html lang="en" ${data}>
<meta charset="utf-8">
<title>${name}</title>
<link rel="icon" href="data:,">
<body>${body}</body>
</html>`;
