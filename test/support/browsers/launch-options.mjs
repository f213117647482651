import { findChromium } from './find-chromium.mjs';
import { findExecutable } from './find-executable.mjs';

/** @typedef {import('puppeteer-core').LaunchOptions} LaunchOptions */

const MACOS_FIREFOX = '/Applications/Firefox.app/Contents/MacOS/firefox';

const CHROMIUM_FLAGS = [
  '--no-sandbox', // a container's root user has no sandbox
  '--no-first-run',
  // nothing that talks to the network by itself
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
];

/** No test looks at what Puppeteer can tell of every request, and that takes up to half of the time. */
const QUIET = { networkEnabled: false, issuesEnabled: false };

/** @returns {Promise<LaunchOptions>} */
export async function chromiumOptions() {
  return { ...(await findChromium()), ...QUIET, args: CHROMIUM_FLAGS };
}

/** @returns {LaunchOptions | undefined} nothing where Firefox is not installed */
export function firefoxOptions() {
  const executablePath = findExecutable(['firefox-esr', 'firefox', MACOS_FIREFOX]);
  return executablePath ? { browser: 'firefox', executablePath, ...QUIET } : undefined;
}
