/**
 * The counts of a page since it began.
 *
 * @typedef {object} PageCounts
 * @property {number} timers  timeouts, intervals, animation and idle callbacks
 * @property {number} channels  broadcast channels
 * @property {number} pageListeners  on the window and the document, without removed ones
 * @property {number} longTasks  of 50 ms and more
 */

/** Runs in the page before its scripts, and only observes. The counts are the global `pageCounts`. */
export function watchPage() {
  /** @type {PageCounts} */
  const counts = { timers: 0, channels: 0, pageListeners: 0, longTasks: 0 };
  Object.assign(globalThis, { pageCounts: counts });

  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const start = Reflect.get(globalThis, name);
    Reflect.set(globalThis, name, (/** @type {unknown[]} */ ...args) => {
      counts.timers++;
      return Reflect.apply(start, globalThis, args);
    });
  }

  globalThis.BroadcastChannel = class extends BroadcastChannel {
    /** @param {string} name */
    constructor(name) {
      super(name);
      counts.channels++;
    }
  };

  for (const [method, change] of /** @type {const} */ ([
    ['addEventListener', 1],
    ['removeEventListener', -1],
  ])) {
    const original = EventTarget.prototype[method];
    /**
     * @this {EventTarget | undefined}
     * @param {Parameters<typeof original>} args
     */
    EventTarget.prototype[method] = function counted(...args) {
      const target = this ?? globalThis;
      if (target === globalThis || target === document) counts.pageListeners += change;
      return Reflect.apply(original, target, args);
    };
  }

  new PerformanceObserver((list) => {
    counts.longTasks += list.getEntries().length;
  }).observe({ type: 'longtask', buffered: true });
}
