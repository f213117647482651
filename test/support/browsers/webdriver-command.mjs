/** Milliseconds for one command, the browser's start included. */
const COMMAND_LIMIT = 60_000;

/**
 * Gives a WebDriver a command (https://w3c.github.io/webdriver/#endpoints), and answers with the `value` that comes back.
 *
 * @param {string} method
 * @param {string} url
 * @param {unknown} [body]
 */
export async function command(method, url, body) {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(COMMAND_LIMIT),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((cause) => {
    throw new Error(`WebDriver has not answered ${method} ${url}.`, { cause });
  });
  const { value } = /** @type {{ value: any }} */ (await response.json());
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}
