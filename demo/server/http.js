import { createServer } from 'node:http';
import { carryOut } from './http/carry-out.js';
import { readRequest } from './http/read-request.js';
import { Simulator } from './simulator.js';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */

/** @typedef {(request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void} Middleware */

/**
 * @typedef {object} Simulators
 * @property {Simulator} simulator  for inspection from the same process
 * @property {(prefix: string) => Middleware} middleware
 *   mounts the same realms in another server, for platforms that must share the page's origin
 * @property {() => void} release  breaks every connection that still waits for an answer
 */

/**
 * The simulated platforms without their own server.
 *
 * @returns {Simulators}
 */
export function createSimulators() {
  const simulator = new Simulator();
  /** @type {Set<ServerResponse>} */
  const pending = new Set();

  /**
   * @param {IncomingMessage} message
   * @param {ServerResponse} response
   * @param {string} prefix
   */
  const serve = async (message, response, prefix) => {
    pending.add(response);
    response.once('close', () => pending.delete(response));
    const { request, url } = await readRequest(message, prefix);
    await carryOut(response, simulator.receive(request, url));
  };

  return {
    simulator,
    middleware: (prefix) => (message, response, next) => {
      if (message.url?.startsWith(`${prefix}/`)) serve(message, response, prefix).catch(next);
      else next();
    },
    release: () => {
      for (const response of pending) response.destroy();
    },
  };
}

/**
 * Starts the simulated platforms on their own port. Port 0 picks a free one.
 *
 * @param {{ host?: string, port?: number }} [options]
 * @returns {Promise<Simulators & { origin: string, port: number, stop: () => Promise<void> }>}
 */
export async function startSimulators({ host = 'localhost', port = 0 } = {}) {
  const simulators = createSimulators();
  const handle = simulators.middleware('');
  // The only possible error is a client that closes the connection while it still sends.
  const server = createServer((message, response) => handle(message, response, () => response.destroy()));
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;

  return {
    ...simulators,
    port: actualPort,
    origin: `http://${host}:${actualPort}`,
    stop: () => {
      simulators.release();
      const closed = new Promise((resolve) => server.close(() => resolve(undefined)));
      server.closeAllConnections();
      return closed.then(() => {});
    },
  };
}
