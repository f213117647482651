// What has to survive that the page is left and comes back. Only ever shortened tokens, see `shorten.ts`.

/** What this tab remembers under `key`. */
export function recall(key: string): unknown {
  const text = sessionStorage.getItem(`demo:${key}`);
  return text === null ? undefined : JSON.parse(text);
}

/** Remembers `value` for as long as the tab lives. */
export function keep(key: string, value: unknown): void {
  sessionStorage.setItem(`demo:${key}`, JSON.stringify(value));
}

export function forget(key: string): void {
  sessionStorage.removeItem(`demo:${key}`);
}
