import { startWebKitDriver } from '../../support/browsers/webkit-driver.mjs';
import { Tab } from './tab.mjs';

const COMMAND_LIMIT = 30_000;

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
  const { sessionId } = await send('POST', `${driverUrl}/session`, { capabilities: {} });
  const session = `${driverUrl}/session/${sessionId}`;
  /** The driver works in one window at a time. */
  let turn = Promise.resolve();

  /**
   * @template Result
   * @param {string} handle
   * @param {() => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  const inWindow = (handle, work) => {
    const result = turn.then(async () => {
      await send('POST', `${session}/window`, { handle });
      return work();
    });
    turn = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };

  const first = await send('GET', `${session}/window`);
  return {
    openTab: async () => {
      const { handle } = await inWindow(first, () =>
        send('POST', `${session}/window/new`, { type: 'window' }),
      );
      return new Tab({
        run: (fn, args) =>
          inWindow(handle, () =>
            send('POST', `${session}/execute/sync`, { script: `return (${fn})(...arguments)`, args }),
          ),
        start: (url) => inWindow(handle, () => send('POST', `${session}/url`, { url })),
        focus: async () => {},
      });
    },
    leave: () => send('DELETE', session),
  };
}

/**
 * @param {string} method
 * @param {string} url
 * @param {unknown} [body]
 */
async function send(method, url, body) {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(COMMAND_LIMIT),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = /** @type {{ value: any }} */ (await response.json());
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}
