import { createServer } from 'vite';
import { folder, site } from '../build/site.js';
import { startSimulators } from './http.js';

/** The path of the platforms on a shop's own origin. */
const MOUNT = '/simulators';

/**
 * Starts the demo shop, and the simulated platforms on their own port.
 *
 * @param {import('vite').ServerOptions} options  of the shop's server
 * @returns {Promise<{ shop: string, platforms: string, stop: () => Promise<void> }>} both addresses
 * @throws {Error} if the port is taken
 */
export async function startDemo(options) {
  const simulators = await startSimulators();
  /**
   * Serves the platforms on the shop's own origin, and a file with the addresses of both.
   *
   * @type {import('vite').Plugin}
   */
  const platforms = {
    name: 'platforms',
    configureServer({ middlewares }) {
      middlewares.use(simulators.middleware(MOUNT));
      middlewares.use(`${MOUNT}.json`, (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({ otherOrigin: simulators.origin, ownOrigin: MOUNT }));
      });
    },
  };
  const shop = await createServer({
    ...site,
    clearScreen: false,
    server: {
      host: 'localhost',
      fs: { allow: [folder('../..')] },
      watch: { ignored: [folder('../dist/**')] },
      ...options,
    },
    plugins: [...site.plugins, platforms],
  });
  const stop = async () => {
    await Promise.all([shop.close(), simulators.stop()]);
  };
  try {
    await shop.listen();
  } catch (error) {
    await stop();
    throw error;
  }
  return { shop: shop.resolvedUrls?.local[0] ?? '', platforms: `${simulators.origin}/`, stop };
}
