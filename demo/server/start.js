import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { startSimulators } from './http.js';

const DEFAULT_PORT = 5173;
/** Where the platforms are mounted that live on a shop's own origin. */
const MOUNT = '/simulators';

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const simulators = await startSimulators();

/**
 * The platforms on the shop's own origin, and a file that tells its pages where to find both.
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
  configFile: false, // the project's own one builds the library
  root: folder('..'),
  appType: 'mpa',
  logLevel: 'warn',
  clearScreen: false,
  server: {
    host: 'localhost',
    port: Number(process.env.PORT ?? DEFAULT_PORT),
    // A port that was asked for by name is the only one that will do.
    strictPort: process.env.PORT !== undefined,
    fs: { allow: ['..', '../../src', '../../node_modules'].map(folder) },
  },
  plugins: [platforms],
});

const stop = async () => {
  await Promise.all([shop.close(), simulators.stop()]);
  process.exit();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

try {
  await shop.listen();
  console.log(`The demo shop is at ${shop.resolvedUrls?.local[0]}`);
  console.log(`The simulated platforms are at ${simulators.origin}/`);
} catch (error) {
  console.error(`The demo shop could not start: ${String(error)}`);
  process.exitCode = 1;
  await stop();
}
