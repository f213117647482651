import { launch } from 'puppeteer-core';
import { findChromium } from '../../test/support/browsers/find-chromium.mjs';

const FLAGS = [
  '--no-sandbox', // a container's root user has no sandbox
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--accept-lang=en', // the default differs between kinds of Chromium
  // The vendors' code must not reach other servers.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];

export async function openBrowser() {
  return launch({ ...(await findChromium()), args: FLAGS });
}
