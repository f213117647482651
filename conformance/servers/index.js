/** @typedef {{ origin: string, close: () => Promise<void> }} Server */

/**
 * Starts each server, for shops on these origins. A server's code is only loaded when it is needed.
 *
 * @type {Record<string, (shops: readonly string[]) => Promise<Server>>}
 */
const starters = {
  'auth-js': async () => (await import('./auth-js/server.js')).startAuthJs(),
  'better-auth': async (shops) => (await import('./better-auth.js')).startBetterAuth(shops),
  django: async () => (await import('./django/server.js')).startDjango(),
  express: async () => (await import('./express/server.js')).startExpress(),
  fastify: async () => (await import('./fastify/server.js')).startFastify(),
  'oidc-provider': async (shops) => (await import('./oidc-provider.js')).startOidcProvider(shops),
  'oidc-provider, with forms': async (shops) =>
    (await import('./oidc-provider.js')).startOidcProvider(shops, { takesForms: true }),
  'own-and-provider': async () => (await import('./own-and-provider/server.js')).startOwnAndProvider(),
  rails: async () => (await import('./rails/server.js')).startRails('server'),
  'rails, sessions in the cookie': async () => (await import('./rails/server.js')).startRails('cookie'),
  vendure: async () => (await import('./vendure/server.js')).startVendure(),
};

/** These servers have their own processes. All others run in this one. */
const PROGRAMS = ['django', 'rails', 'rails, sessions in the cookie'];

/**
 * Starts the servers of other makers. Those in this process start one after the other, because each blocks the process
 * while it starts. The programs start beside them, also one after the other.
 *
 * @param {ReadonlySet<string>} names
 * @param {readonly string[]} shops
 */
export async function startServers(names, shops) {
  /** @type {Map<string, Server>} */
  const running = new Map();
  const start = async (/** @type {string[]} */ some) => {
    for (const name of some) {
      const server = await starters[name]?.(shops);
      if (server) running.set(name, server);
    }
  };
  const isProgram = (/** @type {string} */ name) => PROGRAMS.includes(name);
  await Promise.all([
    start([...names].filter(isProgram)),
    start([...names].filter((name) => !isProgram(name))),
  ]);
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
