/**
 * A test that waits for a timer of several seconds, and proves nothing else about an engine. It runs in Chromium, where two
 * files run side by side; the other engines have one window, and would stand still meanwhile.
 */
export const itWaits = /Chrome\//.test(navigator.userAgent) ? it : (): void => undefined;
