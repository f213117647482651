import { command } from '../../support/browsers/webdriver-command.mjs';
import { startWebKitDriver } from '../../support/browsers/webkit-driver.mjs';
import { Tab } from './tab.mjs';

/**
 * WebKit over plain WebDriver. A session's cookies and storage are its own, so every visitor has one; the driver has
 * one at a time.
 *
 * @returns {Promise<import('./engines.mjs').Browser>}
 */
export async function startWebKit() {
  const driver = await startWebKitDriver();
  return {
    visitor: () => openSession(driver.url),
    stop: async () => driver.stop(),
  };
}

/**
 * @param {string} driverUrl
 * @returns {Promise<import('./engines.mjs').Visitor>}
 */
async function openSession(driverUrl) {
  const { sessionId } = await command('POST', `${driverUrl}/session`, { capabilities: {} });
  const session = `${driverUrl}/session/${sessionId}`;
  /** The driver works in one window at a time, and each command costs what a page costs to answer it. */
  let turn = Promise.resolve();
  let current = await command('GET', `${session}/window`);

  /**
   * @template Result
   * @param {string} handle
   * @param {() => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  const inWindow = (handle, work) => {
    const result = turn.then(async () => {
      if (handle !== current) await command('POST', `${session}/window`, { handle });
      current = handle;
      return work();
    });
    turn = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };

  /** The window that every session begins with is the first tab. */
  let free = current;
  const openWindow = async () => (await command('POST', `${session}/window/new`, { type: 'window' })).handle;

  return {
    openTab: async () => {
      const handle = free || (await inWindow(current, openWindow));
      free = '';
      return new Tab({
        run: (fn, args) =>
          inWindow(handle, () =>
            command('POST', `${session}/execute/sync`, { script: `return (${fn})(...arguments)`, args }),
          ),
        start: (url) => inWindow(handle, () => command('POST', `${session}/url`, { url })),
        focus: async () => {},
      });
    },
    leave: () => command('DELETE', session),
  };
}
