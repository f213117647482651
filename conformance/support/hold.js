import { until } from './until.js';

/** @import { Page } from 'puppeteer-core' */

/**
 * Holds the next request of a page to an address that ends in `path`: on its way to the server, or its answer on
 * the way back.
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
    /** Waits until there is a request to hold. */
    async begun() {
      if (!(await until(() => held, 10_000))) throw new Error(`No request to ${path} was sent.`);
    },
    async release() {
      if (held) await goOn(held);
    },
  };
}
