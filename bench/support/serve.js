import { createServer } from 'node:http';

/** @import { AddressInfo } from 'node:net' */
/** @import { RequestListener } from 'node:http' */

/**
 * A server on a free port of this machine.
 *
 * @param {string} host
 * @param {RequestListener} answer
 */
export async function serve(host, answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, host, () => resolve(undefined)));
  const { port } = /** @type {AddressInfo} */ (server.address());
  return {
    server,
    origin: `http://${host}:${port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
