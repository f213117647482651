/** @import { Page } from 'puppeteer-core' */

const EVENTS = ['logged-out', 'failed-logout'];

/**
 * Records a page's events of the element and its `fetch` calls. A page can record more with `note(text)`. Some hosts are
 * fixed in a vendor's code: requests to them go to the simulated platform.
 *
 * @param {Page} page
 * @param {{ events: Record<string, any>[], fetches: Record<string, any>[], notes: string[] }} seen
 * @param {Record<string, string>} routes  the simulated platform's address, by the vendor's origin
 */
export async function watchPage(page, seen, routes) {
  const session = await page.createCDPSession();
  const known = new Set();
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== 'tell' || known.has(payload)) return;
    known.add(payload);
    const { kind, value } = JSON.parse(payload);
    /** @type {Record<string, unknown[]>} */ (seen)[kind]?.push(value);
  });
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'tell' });
  await page.evaluateOnNewDocument(watchHere, EVENTS, routes);
}

/**
 * Runs in the page, before its own scripts.
 *
 * @param {readonly string[]} types
 * @param {Record<string, string>} routes
 */
function watchHere(types, routes) {
  if (window !== top || !location.protocol.startsWith('http')) return;
  const deliver = (/** @type {string} */ message) => Reflect.get(globalThis, 'tell')(message);
  // A message may get lost while the page unloads, so the next page sends it again.
  const KEY = 'told';
  const told = /** @type {string[]} */ (JSON.parse(sessionStorage.getItem(KEY) ?? '[]'));
  told.forEach(deliver);

  /** @param {'events' | 'fetches' | 'notes'} kind @param {unknown} value */
  const tell = (kind, value) => {
    const message = JSON.stringify({ kind, value, id: crypto.randomUUID() });
    told.push(message);
    sessionStorage.setItem(KEY, JSON.stringify(told));
    deliver(message);
  };
  Object.assign(globalThis, { note: (/** @type {string} */ text) => tell('notes', text) });
  for (const type of types) {
    document.addEventListener(type, (event) => {
      tell('events', { type, .../** @type {CustomEvent} */ (event).detail });
    });
  }

  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const asked = new Request(input instanceof Request ? input.clone() : input, init);
    const { origin, href } = new URL(asked.url);
    const url = routes[origin] ? routes[origin] + href.slice(origin.length) : href;
    const { method, credentials, cache, redirect, keepalive } = asked;
    tell('fetches', { origin, url, method, credentials, cache, redirect, keepalive });
    // A request that is not rerouted is passed on unchanged, so that nothing of it is lost.
    if (url === href) return fetch(input, init);
    return input instanceof Request ? fetch(new Request(url, asked)) : fetch(url, init);
  };
}
