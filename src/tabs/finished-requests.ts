/** When to look, in ms after an answer: at once, and twice more for pages that take their time to keep a token. */
const LOOKS_MS = [20, 200];
/** How long an answer may have brought what is found now, in ms: the timers of a hidden page run once a second. */
const SPAN_MS = 1500;

/**
 * Watches which requests of this page's scripts come to an end (Resource Timing, https://www.w3.org/TR/resource-timing/),
 * which tells a late answer from a new one where a token says nothing about its age.
 */
export class FinishedRequests {
  readonly #loggedOut: number;
  readonly #observer: PerformanceObserver | undefined;
  /** What the page's own list may have no room for. */
  #noted: PerformanceEntry[] = [];

  /**
   * @param loggedOut when the session ended, as a `performance.now()`
   * @param look called soon after a request has ended that may have brought a token
   */
  constructor(loggedOut: number, look: () => void) {
    this.#loggedOut = loggedOut;
    this.#observer =
      globalThis.PerformanceObserver &&
      new PerformanceObserver((list) => {
        this.#noted = this.#recentOf([...this.#noted, ...list.getEntries()]);
        if (!this.#noted.length) return;
        look();
        for (const ms of LOOKS_MS) setTimeout(look, ms);
      });
    this.#observer?.observe({ type: 'resource' });
  }

  /**
   * Whether what has just come back was asked for before the logout: `true` if every request that ended lately was,
   * `undefined` if none ended.
   */
  get areLate(): boolean | undefined {
    // The list is up to date before the observer is told, on a hidden page by a second.
    const recent = this.#recentOf([...this.#noted, ...performance.getEntriesByType('resource')]);
    return recent.length ? recent.every(({ startTime }) => startTime < this.#loggedOut) : undefined;
  }

  stop(): void {
    this.#observer?.disconnect();
  }

  #recentOf(entries: PerformanceEntryList): PerformanceEntryList {
    const since = Math.max(this.#loggedOut, performance.now() - SPAN_MS);
    return entries.filter(
      (entry) =>
        entry instanceof PerformanceResourceTiming &&
        /^(fetch|xmlhttprequest)$/.test(entry.initiatorType) &&
        entry.responseEnd > since,
    );
  }
}
