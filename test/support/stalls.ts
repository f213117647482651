/** How often the page is asked whether it runs, in ms. */
const EVERY = 10;

/**
 * Measures how long the page cannot run, in ms, until the answer is called: on a busy machine other programs have the
 * processor, and what the page promises is about the time that it has.
 */
export function watchStalls(): () => number {
  let last = performance.now();
  let stalled = 0;
  const tick = (): void => {
    const now = performance.now();
    // A timer may be late by its own interval without a stall.
    stalled += Math.max(0, now - last - 2 * EVERY);
    last = now;
  };
  const timer = setInterval(tick, EVERY);
  return () => {
    clearInterval(timer);
    tick();
    return stalled;
  };
}
