/** When to look, in ms after an answer: at once, and twice more for pages that take their time to keep a token. */
const LOOKS_MS = [20, 200];

/**
 * Watches which requests of this page's scripts come to an end (Resource Timing, https://www.w3.org/TR/resource-timing/),
 * which tells a late answer from a new one where a token says nothing about its age.
 */
export class FinishedRequests {
  readonly #loggedOut: number;
  readonly #look: () => void;
  readonly #observer: PerformanceObserver | undefined;
  /** Those whose tokens are still being looked for. A hidden page's timers are slow: no clock can tell. */
  readonly #recent = new Set<PerformanceEntry>();

  /**
   * @param loggedOut when the session ended, as a `performance.now()`
   * @param look called soon after a request has ended that may have brought a token
   */
  constructor(loggedOut: number, look: () => void) {
    this.#loggedOut = loggedOut;
    this.#look = look;
    this.#observer =
      globalThis.PerformanceObserver &&
      new PerformanceObserver((list) => {
        this.#note(list.getEntries());
      });
    this.#observer?.observe({ type: 'resource' });
  }

  /**
   * Whether what has just come back was asked for before the logout: `true` if every request that ended lately was,
   * `undefined` if none ended.
   */
  get areLate(): boolean | undefined {
    this.#note(this.#observer?.takeRecords() ?? []);
    if (!this.#recent.size) return undefined;
    return [...this.#recent].every(({ startTime }) => startTime < this.#loggedOut);
  }

  stop(): void {
    this.#observer?.disconnect();
  }

  #note(entries: PerformanceEntryList): void {
    const finished = entries.filter(
      (entry) =>
        entry instanceof PerformanceResourceTiming &&
        /^(fetch|xmlhttprequest)$/.test(entry.initiatorType) &&
        entry.responseEnd > this.#loggedOut,
    );
    if (!finished.length) return;
    finished.forEach((entry) => this.#recent.add(entry));
    this.#look();
    for (const ms of LOOKS_MS) setTimeout(this.#look, ms);
    setTimeout(() => finished.forEach((entry) => this.#recent.delete(entry)), Math.max(...LOOKS_MS) + 50);
  }
}
