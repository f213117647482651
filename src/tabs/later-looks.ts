/** Times after an end at which the page looks at the token places, in ms. */
const LOOKS_MS = [50, 150, 300, 600, 1000, 2000, 4000, 7000, 9900];
/** How long a live message is a proof, in ms. */
const LIVE_MS = 10_000;

/** The timers of a page after an end: it looks for late tokens, and forgets the live message. */
export function laterLooks(look: (ms: number) => void, forgetLive: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let liveTimer: ReturnType<typeof setTimeout> | undefined;
  const next = (started: number): void => {
    const age = performance.now() - started;
    const ms = LOOKS_MS.find((each) => each > age);
    if (ms === undefined) return;
    timer = setTimeout(() => {
      // Before the look, because that may start again, or stop.
      next(started);
      look(performance.now() - started);
    }, ms - age);
  };
  return {
    /** Starts again, after an end here or in another tab. */
    begin(): void {
      clearTimeout(timer);
      next(performance.now());
    },
    /** One timer for all messages: the later ones end with the first. So a late token may stay, but no new token goes. */
    hearLive(): void {
      liveTimer ??= setTimeout(() => {
        liveTimer = undefined;
        forgetLive();
      }, LIVE_MS);
    },
    stop(): void {
      clearTimeout(timer);
      clearTimeout(liveTimer);
      liveTimer = undefined;
    },
  };
}
