/**
 * The times of a click, in ms since the page's time origin.
 *
 * @typedef {object} Click
 * @property {number} [clicked]
 * @property {number} [handed]  when the page sent the request
 * @property {boolean} [inSameTask]  whether it did so in the click's own task
 * @property {number} [done]
 */

/** Runs in the page before its scripts, and only observes. */
export function watchClick() {
  /** @type {Click} */
  const click = {};
  Object.assign(globalThis, { click });
  let isInTask = false;

  const note = () => {
    if (click.clicked === undefined || click.handed !== undefined) return;
    click.handed = performance.now();
    click.inSameTask = isInTask;
  };
  const { fetch } = globalThis;
  globalThis.fetch = (...request) => {
    note();
    return fetch(...request);
  };
  const { send } = XMLHttpRequest.prototype;
  /** @param {XMLHttpRequestBodyInit | Document | null} [body] */
  XMLHttpRequest.prototype.send = function sendNoted(body) {
    note();
    send.call(this, body);
  };

  const leave = () => {
    isInTask = false;
  };
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', leave);
  port1.start();
  addEventListener(
    'click',
    () => {
      isInTask = true;
      // The first of these marks the end of the click's task. Each is the first of its kind: the page has posted nothing.
      void scheduler.postTask(leave, { priority: 'user-blocking' });
      requestAnimationFrame(leave);
      port2.postMessage('');
      click.clicked = performance.now();
    },
    { capture: true },
  );

  for (const type of ['logged-out', 'failed-logout', 'logout-done']) {
    addEventListener(type, (event) => {
      // The page must stay, so that the bench can read its times.
      event.preventDefault();
      if (type !== 'failed-logout') click.done = performance.now();
    });
  }
}
