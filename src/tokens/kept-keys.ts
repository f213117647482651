/** Whether `localStorage` has a key that starts with `prefix`; not where storage is blocked. */
export function isKept(prefix: string): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(prefix));
  } catch {
    return false;
  }
}
