import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSimulators } from '../../demo/server/http.js';
import { createMedusa } from './medusa.js';
import { vendorScripts } from './vendor-scripts.js';

/** @import { RequestListener, Server } from 'node:http' */

/** The path of the platforms on a shop's own origin. */
export const MOUNT = '/simulators';
/** An address of Commerce Engine's API that does not end in `/storefront`, as with a shop's proxy. */
export const SHORT = '/shop-api';
const MEDUSA = '/medusa';

/** A file of the built library. */
const MODULE = /^\/dist\/[\w./-]+\.js$/;

/** Answers to Twilight's requests after a page has loaded. They do not matter to a logout. */
const SALLA_TRANSLATIONS = 'window.translations = { "en.trans": { "blocks.header.logout": "Sign out" } };';
const SALLA_DATA = { status: 200, success: true, data: { count: 0 } };

/**
 * A shop on loopback. Its pages have the vendor's code and the element: `/{vendor}.html` has that vendor's code. The
 * simulated platforms are on the same origin and on another one. The shop has two more addresses: one on another site
 * than `localhost`, and one on another origin of the same site.
 */
export async function openShop() {
  const scripts = await vendorScripts();
  const simulators = createSimulators();
  const platforms = simulators.middleware(MOUNT);
  const medusa = createMedusa();

  /** @type {RequestListener} */
  const answer = (request, response) => {
    request.url = withoutShortcut(request.url ?? '/');
    const path = request.url.split('?')[0] ?? '/';
    const send = (/** @type {string} */ type, /** @type {string} */ body) => {
      response.setHeader('Content-Type', `${type}; charset=utf-8`);
      response.end(body);
    };
    const script = scripts.get(path);
    if (script !== undefined) send('text/javascript', script);
    else if (MODULE.test(path))
      send('text/javascript', readFileSync(new URL(`../..${path}`, import.meta.url), 'utf8'));
    else if (path.includes('/languages/')) send('text/javascript', SALLA_TRANSLATIONS);
    else if (path.includes('/salla/api/')) send('application/json', JSON.stringify(SALLA_DATA));
    else if (path.startsWith(`${MEDUSA}/`)) medusa(request, response, path.slice(MEDUSA.length));
    else if (path.endsWith('.html')) send('text/html', pageWith(path.slice(1, -'.html'.length)));
    else platforms(request, response, () => response.writeHead(404).end());
  };
  const server = createServer(answer);
  const sameSite = createServer(answer);
  const otherSite = createServer(answer);
  const elsewhere = simulators.middleware('');
  const otherServer = createServer((request, response) =>
    elsewhere(request, response, () => response.destroy()),
  );

  const origin = await listen(server);
  const siteOrigin = await listen(otherSite, '127.0.0.1');
  return {
    origin,
    /** The shop on another origin of the same site. No server trusts this origin. */
    strangeOrigin: await listen(sameSite),
    /** The shop on another site. */
    siteOrigin,
    /** The shop's origins that the servers of other makers trust. */
    origins: [origin, siteOrigin],
    otherOrigin: await listen(otherServer),
    simulator: simulators.simulator,
    close() {
      simulators.release();
      for (const each of [server, sameSite, otherSite, otherServer]) {
        each.close();
        each.closeAllConnections();
      }
    },
  };
}

/** @param {string} url */
const withoutShortcut = (url) =>
  url.replace(new RegExp(`^${SHORT}/([^/]+)`), `${MOUNT}/$1/commerce-engine/api/v1/demo-store/storefront`);

/**
 * @param {Server} server
 * @param {string} [host]
 */
async function listen(server, host = 'localhost') {
  await new Promise((resolve) => server.listen(0, host, () => resolve(undefined)));
  const address = server.address();
  return `http://${host}:${typeof address === 'object' && address ? address.port : 0}`;
}

/** @param {string} vendor */
function pageWith(vendor) {
  const type = vendor === 'salla' ? '' : ' type="module"';
  const script = vendor === 'plain' ? '' : `<script src="/vendors/${vendor}.js"${type}></script>`;
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>${vendor}</title>
  <link rel="icon" href="data:,">
  <body>
    ${script}
    <script src="/dist/store-logout.bundle.js" type="module"></script>
  </body>
</html>`;
}
