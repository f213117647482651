// Keeps data while the visitor leaves the page and comes back. Tokens in it are always shortened, see `shorten.ts`.

/** Returns the value that this tab keeps under `key`. */
export function recall(key: string): unknown {
  const text = sessionStorage.getItem(`demo:${key}`);
  return text === null ? undefined : JSON.parse(text);
}

/** Keeps `value` until the tab is closed. */
export function keep(key: string, value: unknown): void {
  sessionStorage.setItem(`demo:${key}`, JSON.stringify(value));
}

export function forget(key: string): void {
  sessionStorage.removeItem(`demo:${key}`);
}
