import { startBetterAuth } from './better-auth.js';
import { startOidcProvider } from './oidc-provider.js';

/** @typedef {{ origin: string, close: () => Promise<void> }} Server */

/**
 * How each server is started, for shops on these origins. Vendure's code is only loaded when it is needed.
 *
 * @type {Record<string, (shops: readonly string[]) => Promise<Server>>}
 */
const starters = {
  'better-auth': startBetterAuth,
  'oidc-provider': startOidcProvider,
  'oidc-provider, with forms': (shops) => startOidcProvider(shops, { takesForms: true }),
  vendure: async () => (await import('./vendure/server.js')).startVendure(),
};

/**
 * Starts the servers of other makers, one after the other: each takes a processor for itself while it does.
 *
 * @param {ReadonlySet<string>} names
 * @param {readonly string[]} shops
 */
export async function startServers(names, shops) {
  /** @type {Map<string, Server>} */
  const running = new Map();
  for (const name of names) {
    const server = await starters[name]?.(shops);
    if (server) running.set(name, server);
  }
  return {
    /** @param {string} name */
    origin(name) {
      const server = running.get(name);
      if (!server) throw new Error(`No server "${name}" was started: name it in the case's \`server\`.`);
      return server.origin;
    },
    async close() {
      await Promise.all([...running.values()].map((server) => server.close()));
    },
  };
}
