import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { findExecutable } from './find-executable.mjs';

const START_LIMIT = 20_000;

/** Whether this machine can run WebKitGTK: its driver, and an X server without a screen to draw on. */
export function hasWebKit() {
  return Boolean(findExecutable(['WebKitWebDriver']) && findExecutable(['Xvfb']));
}

/**
 * Starts WebKitGTK's WebDriver on an X server of its own, so that no window opens on the developer's screen.
 *
 * @returns {Promise<{ url: string, stop: () => void }>} the driver's address, and how to end both processes
 */
export async function startWebKitDriver() {
  /** @type {import('node:child_process').ChildProcess[]} */
  const processes = [];
  const stop = () => {
    for (const child of processes.toReversed()) child.kill();
  };
  process.once('exit', stop); // also when the test runner gives up half way

  // Without `-noreset`, the X server starts anew when its last window is gone, and refuses a browser that comes meanwhile;
  // the driver waits for that browser forever.
  const display = spawn(
    'Xvfb',
    ['-displayfd', '3', '-noreset', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  processes.push(display);

  const port = await findFreePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${await readDisplayNumber(display)}`,
      GDK_BACKEND: 'x11',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // a container forbids the name spaces it is made of
      WEBKIT_DISABLE_COMPOSITING_MODE: '1', // without a graphics card, its layers take as much time as all the rest
    },
  });
  processes.push(driver);

  const url = `http://127.0.0.1:${port}`;
  await untilReady(url);
  return { url, stop };
}

/** @param {import('node:child_process').ChildProcess} display */
async function readDisplayNumber(display) {
  const output = /** @type {import('node:stream').Readable} */ (display.stdio[3]);
  const [number] = await once(output, 'data', { signal: AbortSignal.timeout(START_LIMIT) });
  return String(number).trim();
}

/** @returns {Promise<number>} */
async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  return port;
}

/** @param {string} url */
async function untilReady(url) {
  const deadline = Date.now() + START_LIMIT;
  while (Date.now() < deadline) {
    const response = await fetch(`${url}/status`).catch(() => undefined);
    if (response?.ok) return;
    await delay(50);
  }
  throw new Error('WebKitWebDriver did not start.');
}
