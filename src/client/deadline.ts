/** The time a whole logout may take. */
export interface Deadline {
  /** Aborts when the time is up, and when the logout is over. */
  readonly signal: AbortSignal;
  /** Milliseconds left. */
  remaining(): number;
  /** Ends the time now, and with it all work of the logout. */
  end(): void;
}

/** Starts a deadline of `ms` milliseconds. A change of the device's time has no effect. */
export function startDeadline(ms: number): Deadline {
  const controller = new AbortController();
  const end = performance.now() + ms;
  const timer = setTimeout(() => controller.abort(), ms);
  return {
    signal: controller.signal,
    remaining: () => end - performance.now(),
    end() {
      clearTimeout(timer);
      controller.abort();
    },
  };
}

/** Settles as `work` does, or with `otherwise` as soon as `signal` aborts. */
export function untilAborted<T, U>(work: Promise<T>, signal: AbortSignal, otherwise: U): Promise<T | U> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(otherwise);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Resolves after `ms`, or at once when `signal` aborts; leaves no timer behind. */
export function pause(ms: number, signal: AbortSignal): Promise<unknown> {
  return within(ms, untilAborted(new Promise(() => undefined), signal, undefined), undefined);
}

/** Settles as `work` does, or with `otherwise` after `ms`. */
export async function within<T, U>(ms: number, work: Promise<T>, otherwise: U): Promise<T | U> {
  const deadline = startDeadline(ms);
  try {
    return await untilAborted(work, deadline.signal, otherwise);
  } finally {
    deadline.end();
  }
}

/** Whether `action` comes to a good end before `signal` aborts. Never rejects. */
export function succeeds(signal: AbortSignal, action: () => unknown): Promise<boolean> {
  const work = new Promise((resolve) => resolve(action()));
  const hasSucceeded = work.then(() => true).catch(() => false);
  return untilAborted(hasSucceeded, signal, false);
}
