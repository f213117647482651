/** The time that a logout may take where `timeout` says nothing that can be used, in ms. */
export const DEFAULT_TIMEOUT = 8000;

/**
 * The setting as a number of milliseconds, or `undefined` if it is none. The templates of some frameworks set the
 * property to what the attribute says, a text; longer delays overflow a browser's timers and would fire at once.
 */
export function usableTimeout(setting: unknown): number | undefined {
  const ms = Number(setting ?? DEFAULT_TIMEOUT);
  return ms > 0 && ms < 2 ** 31 ? ms : undefined;
}
