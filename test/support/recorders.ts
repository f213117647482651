import type { BeforeLogoutEvent, LogoutOutcome } from '../../src/index.js';

const undo: (() => void)[] = [];

afterEach(() => {
  while (undo.length) undo.pop()?.();
});

/** Calls `callback` after the test. */
export function afterTest(callback: () => void): void {
  undo.push(callback);
}

/** The `logged-out` and `failed-logout` events that reach `target`, in their order. */
export function hear(target: EventTarget): CustomEvent<LogoutOutcome>[] {
  const heard: CustomEvent<LogoutOutcome>[] = [];
  const listen = (event: Event): void => void heard.push(event as CustomEvent<LogoutOutcome>);
  for (const type of ['logged-out', 'failed-logout']) {
    target.addEventListener(type, listen);
    afterTest(() => target.removeEventListener(type, listen));
  }
  return heard;
}

/** Keeps the next logout of `target` busy, by `before-logout`, until the returned function is called. */
export function hold(target: EventTarget): () => void {
  const { promise, resolve } = deferred();
  const wait = (event: Event): void => (event as BeforeLogoutEvent).waitUntil(promise);
  target.addEventListener('before-logout', wait, { once: true });
  afterTest(() => {
    target.removeEventListener('before-logout', wait);
    resolve();
  });
  return resolve;
}

export function deferred(): { promise: Promise<void>; resolve: () => void; reject: (reason: Error) => void } {
  let resolve!: () => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<void>((onDone, onFail) => {
    resolve = onDone;
    reject = onFail;
  });
  return { promise, resolve, reject };
}

/** What `fetch` is called with from now on; every call goes through. */
export function recordFetches(): { readonly url: string; readonly init: RequestInit }[] {
  const calls: { url: string; init: RequestInit }[] = [];
  const original = window.fetch;
  window.fetch = (input, init = {}) => {
    calls.push({ url: input instanceof Request ? input.url : String(input), init });
    return original(input, init);
  };
  afterTest(() => {
    window.fetch = original;
  });
  return calls;
}

/** What is written to `console.warn` of a page from now on, in place of it. */
export function recordWarnings(page: Window & typeof globalThis = window): string[] {
  const warnings: string[] = [];
  const original = page.console.warn;
  page.console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  afterTest(() => {
    page.console.warn = original;
  });
  return warnings;
}

/** The errors that nothing catches from now on; they do not fail the test. */
export function recordErrors(): string[] {
  const errors: string[] = [];
  // In place of the test framework's own handler.
  const { onerror } = window;
  const record = (
    _event: unknown,
    _source?: string,
    _line?: number,
    _column?: number,
    error?: Error,
  ): true => {
    errors.push(String(error));
    return true;
  };
  const recordRejection = (event: PromiseRejectionEvent): void => {
    errors.push(String(event.reason));
    event.preventDefault();
  };
  Object.assign(window, { onerror: record });
  addEventListener('unhandledrejection', recordRejection);
  afterTest(() => {
    Object.assign(window, { onerror });
    removeEventListener('unhandledrejection', recordRejection);
  });
  return errors;
}

/** The timers that are set from now on and neither fire nor are cleared. */
export function recordTimers(): Set<number> {
  const pending = new Set<number>();
  const { setTimeout: set, clearTimeout: clear } = window;
  Object.assign(window, {
    setTimeout(callback: () => void, ms?: number) {
      const id = set(() => {
        pending.delete(id);
        callback();
      }, ms);
      pending.add(id);
      return id;
    },
    clearTimeout(id: number) {
      pending.delete(id);
      clear(id);
    },
  });
  afterTest(() => Object.assign(window, { setTimeout: set, clearTimeout: clear }));
  return pending;
}
