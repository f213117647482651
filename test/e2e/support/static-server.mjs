import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/**
 * Serves the files of a folder and does nothing else, as any static host would.
 *
 * @param {string} folder
 * @param {string} below  path below which they are, such as `/shop`
 */
export async function serveFolder(folder, below) {
  const server = createServer(async ({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const name = path.normalize(pathname).slice(below.length);
    const file = path.join(folder, name.endsWith('/') ? `${name}index.html` : name);
    try {
      if (!pathname.startsWith(`${below}/`)) throw new Error(`${pathname} is outside.`);
      const content = await readFile(file);
      response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'text/plain' }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${port}${below}/`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
