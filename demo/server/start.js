import { startDemo } from './start-demo.js';

const DEFAULT_PORT = 5173;

try {
  const { shop, platforms, stop } = await startDemo({
    port: Number(process.env.PORT ?? DEFAULT_PORT),
    // A port from PORT must not be replaced by another one.
    strictPort: process.env.PORT !== undefined,
  });
  const leave = () => void stop().then(() => process.exit());
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  console.log(`The demo shop is at ${shop}`);
  console.log(`The simulated platforms are at ${platforms}`);
} catch (error) {
  console.error(`The demo shop could not start: ${String(error)}`);
  process.exitCode = 1;
}
