import { Simulator } from '../simulator.js';
import { carryOut } from './carry-out.js';
import { CookieJar } from './cookie-jar.js';
import { readRequest } from './read-request.js';

// The simulated platforms inside the visitor's browser, for a demo on a static host.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const simulator = new Simulator();
const jar = new CookieJar();

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
// A forced reload loads a page past the worker. Such a page asks the worker to control it.
worker.addEventListener('message', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const mount = new URL('simulators', worker.registration.scope).pathname;
  if (origin === worker.location.origin && pathname.startsWith(`${mount}/`))
    event.respondWith(serve(event.request, mount));
});

/**
 * @param {Request} message
 * @param {string} mount
 */
async function serve(message, mount) {
  const request = await readRequest(message, mount, jar);
  return carryOut(simulator.receive(request, message.url), message, jar);
}
