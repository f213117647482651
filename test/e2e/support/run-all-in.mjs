import { readdir } from 'node:fs/promises';

const FOLDER = new URL('../', import.meta.url);

/**
 * Runs every file that is about an engine in this one, in one process: the browser starts once, and no engine waits
 * for the slowest.
 *
 * @param {string} engine
 */
export async function runAllIn(engine) {
  process.env.E2E_ENGINE = engine;
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.test.mjs'));
  // The demo is looked at in Chromium only, by files that run by themselves.
  for (const file of files.toSorted()) if (!file.startsWith('demo')) await import(new URL(file, FOLDER).href);
}
