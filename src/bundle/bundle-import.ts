/**
 * Imports what is loaded on demand, from the file beside this one. Chromium and Firefox remember for as long as a page
 * lives that a module could not be loaded (https://github.com/whatwg/html/issues/6768), so a later try asks by another
 * address; but not on a page that pins its files by their hashes, which another address would escape.
 *
 * @param failures how often that has failed on this page
 */
export function importEverything(failures: number): Promise<typeof import('./bundle-logout.js')> {
  const isPinned = document.querySelector('script[integrity]');
  const query = failures && !isPinned ? `?attempt=${failures}` : '';
  return import(/* @vite-ignore */ `./store-logout.bundle.logout.js${query}`) as Promise<
    typeof import('./bundle-logout.js')
  >;
}
