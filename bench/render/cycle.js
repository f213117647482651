/** @import { Page } from 'puppeteer-core' */

/**
 * Creates, upgrades, renders and removes `count` buttons.
 *
 * @param {Page} page
 * @param {string} markup
 * @param {number} count
 * @returns {Promise<number>} ms
 */
export const playCycle = (page, markup, count) => page.evaluate(cycle, markup, count, true);

/**
 * The same, but the buttons stay.
 *
 * @param {Page} page
 * @param {string} markup
 * @param {number} count
 */
export const showAll = (page, markup, count) => page.evaluate(cycle, markup, count, false);

/** @param {Page} page on which `showAll()` ran */
export const removeAll = (page) => page.evaluate(() => document.querySelector('div')?.remove());

/**
 * Runs in the page.
 *
 * @param {string} markup
 * @param {number} count
 * @param {boolean} isRemoved
 */
async function cycle(markup, count, isRemoved) {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  // Lit renders in microtasks, which end before the next task.
  const nextTask = () =>
    new Promise((resolve) => {
      port1.addEventListener('message', resolve, { once: true });
      port2.postMessage('');
    });
  const all = markup.repeat(count);
  const start = performance.now();
  const place = document.createElement('div');
  place.innerHTML = all;
  customElements.upgrade(place);
  document.body.append(place);
  await nextTask();
  place.getBoundingClientRect();
  if (isRemoved) {
    place.remove();
    await nextTask();
  }
  const time = performance.now() - start;
  port1.close();
  return time;
}
