import { startWebKitDriver } from '../../support/browsers/webkit-driver.mjs';
import { Tab } from './tab.mjs';

const COMMAND_LIMIT = 30_000;

/**
 * WebKit over plain WebDriver. All visitors share its cookies and storage: stores have addresses of their own.
 *
 * @returns {Promise<import('./engines.mjs').Browser>}
 */
export async function startWebKit() {
  const driver = await startWebKitDriver();
  const { sessionId } = await send('POST', `${driver.url}/session`, { capabilities: {} });
  const session = `${driver.url}/session/${sessionId}`;
  const first = await send('GET', `${session}/window`);
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

  return {
    visitor: async () => {
      /** @type {string[]} */
      const handles = [];
      return {
        openTab: async () => {
          const { handle } = await inWindow(first, () =>
            send('POST', `${session}/window/new`, { type: 'window' }),
          );
          handles.push(handle);
          return new Tab({
            run: (fn, args) =>
              inWindow(handle, () =>
                send('POST', `${session}/execute/sync`, { script: `return (${fn})(...arguments)`, args }),
              ),
            start: (url) => inWindow(handle, () => send('POST', `${session}/url`, { url })),
            focus: async () => {},
          });
        },
        leave: async () => {
          for (const handle of handles) await inWindow(handle, () => send('DELETE', `${session}/window`));
        },
      };
    },
    stop: () => send('DELETE', session).finally(driver.stop),
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
