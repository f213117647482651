/** How long an answer is thought to be on its way from the network to where the page keeps its tokens, in ms. */
const SPAN_MS = 250;
/** When to look, in ms after an answer: as good as at once, and once more for those who take their time. */
const LOOKS_MS = [20, 200];

/**
 * Watches which requests of this page's scripts come to an end (Resource Timing, https://www.w3.org/TR/resource-timing/),
 * which tells a late answer from a new one where a token says nothing about its age.
 */
export class FinishedRequests {
  readonly #loggedOut: number;
  readonly #observer: PerformanceObserver | undefined;
  #recent: PerformanceEntry[] = [];

  /**
   * @param loggedOut when the session ended, as a `performance.now()`
   * @param look called soon after a request has ended that may have brought a token
   */
  constructor(loggedOut: number, look: () => void) {
    this.#loggedOut = loggedOut;
    this.#observer =
      globalThis.PerformanceObserver &&
      new PerformanceObserver((list) => {
        this.#note(list.getEntries());
        if (this.#recent.length) for (const ms of LOOKS_MS) setTimeout(look, ms);
      });
    this.#observer?.observe({ type: 'resource' });
  }

  /**
   * Whether what has just come back was asked for before the logout: `true` if every request that ended lately was,
   * `undefined` if none ended.
   */
  get areLate(): boolean | undefined {
    this.#note(this.#observer?.takeRecords() ?? []);
    return this.#recent.length
      ? this.#recent.every(({ startTime }) => startTime < this.#loggedOut)
      : undefined;
  }

  stop(): void {
    this.#observer?.disconnect();
  }

  #note(entries: PerformanceEntryList): void {
    const since = Math.max(this.#loggedOut, performance.now() - SPAN_MS);
    this.#recent = [...this.#recent, ...entries].filter(
      (entry) =>
        entry instanceof PerformanceResourceTiming &&
        /^(fetch|xmlhttprequest)$/.test(entry.initiatorType) &&
        entry.responseEnd > since,
    );
  }
}
