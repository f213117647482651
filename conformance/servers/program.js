import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { BUILT } from './storefront.js';

/**
 * A server in another language. It prints its port when it is ready. It ends when its input ends, so it never outlives
 * this process.
 *
 * @param {string} command
 * @param {string} file
 * @param {Record<string, string>} [env]
 */
export async function startProgram(command, file, env = {}) {
  const child = spawn(command, [file], {
    env: { ...process.env, BUILT, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const port = await Promise.race([
    once(createInterface(child.stdout), 'line').then(String),
    ended.then(() => Promise.reject(new Error(`${file} did not start. Is it installed? See README.md.`))),
  ]);
  return {
    origin: `http://localhost:${port}`,
    async close() {
      child.stdin.end();
      const patience = setTimeout(() => child.kill('SIGKILL'), 2000);
      await ended;
      clearTimeout(patience);
    },
  };
}
