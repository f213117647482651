import { until } from './until.js';

/** @import { Page } from 'puppeteer-core' */

/**
 * Holds the next request of a page to an address that ends in `path`: either the request before it reaches the server,
 * or the answer before it reaches the page.
 *
 * @param {Page} page
 * @param {string} path
 * @param {'Request' | 'Response'} requestStage
 */
export async function hold(page, path, requestStage) {
  const session = await page.createCDPSession();
  /** @type {string | undefined} */
  let held;
  const goOn = (/** @type {string} */ requestId) => session.send('Fetch.continueRequest', { requestId });
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    if (request.method === 'OPTIONS' || held) void goOn(requestId);
    else held = requestId;
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: `*${path}`, requestStage }] });

  return {
    /** Waits until a request is held. */
    async begun() {
      if (!(await until(() => held, 10_000))) throw new Error(`No request to ${path} was sent.`);
    },
    async release() {
      if (held) await goOn(held);
    },
  };
}
