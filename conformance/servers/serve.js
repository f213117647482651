import { createServer } from 'node:http';

/** @import { IncomingMessage, RequestListener, ServerResponse } from 'node:http' */

/**
 * An HTTP server on loopback. Its origin is known before it has a listener.
 *
 * @param {string} [host]
 */
export async function serve(host = 'localhost') {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, host, () => resolve(undefined)));
  const address = server.address();
  return {
    origin: `http://${host}:${typeof address === 'object' && address ? address.port : 0}`,
    answer: (/** @type {RequestListener} */ listener) => server.on('request', listener),
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Lets pages of every origin read the answer. Returns `true` if the request was a preflight, which is then answered.
 *
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
export function corsFor(request, response) {
  const { origin } = request.headers;
  if (origin) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
    response.setHeader('Vary', 'Origin');
  }
  if (request.method !== 'OPTIONS') return false;
  response.writeHead(204).end();
  return true;
}
