import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** @import { ChildProcess, SpawnOptions } from 'node:child_process' */

/** How much of a program's output is kept, in characters: enough to see why it failed. */
const TAIL = 12_000;

/** In ms; generous, for a busy machine. */
const PATIENCE = 600_000;

/**
 * Runs a program to its end. Its output is shown only if it fails.
 *
 * @param {string} program
 * @param {readonly string[]} words
 * @param {SpawnOptions} [options]
 */
export async function run(program, words, options) {
  const running = start(program, words, options);
  const [code] = await once(running.child, 'close');
  if (code !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${code}:\n${running.said()}`);
}

/**
 * Starts a program that keeps running.
 *
 * @param {string} program
 * @param {readonly string[]} words
 * @param {SpawnOptions} [options]
 */
export function start(program, words, options) {
  const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text = (text + String(chunk)).slice(-TAIL);
    });
  }
  child.on('error', (error) => {
    text += `\n${error.message}`;
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return { child, said: () => text };
}

/**
 * Asks a program to end, and kills it after ten seconds.
 *
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export async function stop(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(patience);
}

/** A free port on loopback. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  await new Promise((resolve) => server.close(() => resolve(undefined)));
  return typeof address === 'object' && address ? address.port : 0;
}

/**
 * Waits until a program is ready. Fails at once if the program has ended.
 *
 * @param {ReturnType<typeof start>} running
 * @param {() => Promise<boolean>} isReady
 */
export async function ready({ child, said }, isReady) {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    if (child.exitCode !== null) throw new Error(`The program ended before it was ready:\n${said()}`);
    if (await isReady().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The program did not get ready in time:\n${said()}`);
}

/**
 * Whether a server answers at the address.
 *
 * @param {string} address
 */
export const answers = async (address) => (await fetch(address, { redirect: 'manual' })).status > 0;
