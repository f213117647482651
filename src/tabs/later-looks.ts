/** When the token places are looked at after an end, in ms. */
const LOOKS_MS = [50, 150, 300, 600, 1000, 2000, 4000, 7000, 9900];
/** How long a live message proves anything, in ms. */
const LIVE_MS = 10_000;

/** The timers of a page after an end: late tokens are looked for, and a live message is forgotten. */
export class LaterLooks {
  readonly #look: (ms: number) => void;
  readonly #forgetLive: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #liveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(look: (ms: number) => void, forgetLive: () => void) {
    this.#look = look;
    this.#forgetLive = forgetLive;
  }

  /** An end has happened, or was heard of. */
  begin(): void {
    clearTimeout(this.#timer);
    this.#next(performance.now());
  }

  /** The first message that is over takes a later one with it: a late token may stay, a new one must not go. */
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
