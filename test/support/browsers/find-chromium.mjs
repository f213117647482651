import { findExecutable } from './find-executable.mjs';
import { unpackNpmChromium } from './npm-chromium.mjs';

const SYSTEM_CHROMIUM = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The Chromium to test with: `CHROME_PATH`, else the machine's own, else the one that `npm ci` brought.
 * `NPM_CHROMIUM=1` goes straight to the last.
 *
 * @returns {Promise<import('puppeteer-core').LaunchOptions>} what Puppeteer needs to start it
 */
export async function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    const executablePath = findExecutable([chosen]);
    if (!executablePath) throw new Error(`CHROME_PATH names no program that can be started: ${chosen}`);
    return { executablePath };
  }

  const executablePath = process.env.NPM_CHROMIUM ? undefined : findExecutable(SYSTEM_CHROMIUM);
  return executablePath ? { executablePath } : unpackNpmChromium();
}
