/** Times after an end at which the page looks at the token places, in ms. */
const LOOKS_MS = [50, 150, 300, 600, 1000, 2000, 4000, 7000, 9900];
/** How long a live message is a proof, in ms. */
const LIVE_MS = 10_000;

/** The timers of a page after an end: it looks for late tokens, and forgets the live message. */
export class LaterLooks {
  readonly #look: (ms: number) => void;
  readonly #forgetLive: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #liveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(look: (ms: number) => void, forgetLive: () => void) {
    this.#look = look;
    this.#forgetLive = forgetLive;
  }

  /** Starts again, after an end here or in another tab. */
  begin(): void {
    clearTimeout(this.#timer);
    this.#next(performance.now());
  }

  /** When the first message is over, a later one goes with it. A late token may stay, but a new one must not go. */
  hearLive(): void {
    this.#liveTimer ??= setTimeout(() => {
      this.#liveTimer = undefined;
      this.#forgetLive();
    }, LIVE_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#liveTimer);
    this.#liveTimer = undefined;
  }

  #next(started: number): void {
    const age = performance.now() - started;
    const ms = LOOKS_MS.find((each) => each > age);
    if (ms === undefined) return;
    this.#timer = setTimeout(() => {
      this.#look(ms);
      this.#next(started);
    }, ms - age);
  }
}
