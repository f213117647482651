import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { failures, gallery } from './gallery.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** @type {Record<string, string>} where files come from */
const FOLDERS = {
  dist: 'dist',
  fonts: 'node_modules/@fontsource',
  'large-fonts': 'node_modules/@fontsource-variable',
};
/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};

/**
 * Serves the gallery, and a backend that does what the path says.
 *
 * @returns {Promise<{ origin: string, stop: () => void }>}
 */
export async function serveGallery() {
  /** @type {Set<import('node:http').ServerResponse>} */
  const hung = new Set();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const [, first = '', ...rest] = pathname.split('/');
    if (pathname === '/hang') {
      hung.add(response);
      return;
    }
    if (pathname === '/refused') {
      response.writeHead(400, { 'Content-Type': 'application/json' }).end('{}');
    } else if (pathname === '/error') {
      response.writeHead(500).end();
    } else if (pathname === '/page') {
      response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Guest network</title>');
    } else if (pathname === '/gallery') {
      // The page before is closed, but a `keepalive` request outlives it.
      for (const each of hung) each.destroy();
      hung.clear();
      const language = { lang: searchParams.get('lang') ?? 'en', dir: searchParams.get('dir') ?? 'ltr' };
      const port = String(request.socket.localPort);
      void (searchParams.has('failing') ? failures(language) : gallery(language, port)).then((html) =>
        response.setHeader('Content-Type', 'text/html').end(html),
      );
    } else if (FOLDERS[first]) {
      const file = path.join(ROOT, FOLDERS[first], ...rest);
      readFile(file).then(
        (content) =>
          response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'text/plain').end(content),
        () => response.writeHead(404).end(),
      );
    } else {
      response.writeHead(204).end();
    }
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
