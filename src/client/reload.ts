/** Loads the page anew. A module of its own: it is needed before anything else of `client` is. */
export function reload(): void {
  location.reload();
}
