import { forgetEverythingOf } from './simulators.js';

type Library = typeof import('../../src/index.js');

/** How the part of the library is served that is loaded on demand. */
export type How = 'present' | 'late' | 'missing' | 'mended';

/** A copy of the library that has loaded nothing on demand yet. */
export interface FreshLibrary extends Library {
  /** Below which its modules lie. */
  readonly address: string;
  /** A tag of its own, because a page can register the usual one only once. */
  readonly tag: string;
  /** Whether what is loaded on demand has been asked for. */
  isAsked(): boolean;
}

// More than a page's usual 250 entries.
performance.setResourceTimingBufferSize(5000);
let count = 0;
const opened: FreshLibrary[] = [];

/** As for the library itself, for all fresh ones. */
export function forgetLibraries(): Promise<void> {
  return forgetEverythingOf(opened.map(({ signedIn }) => signedIn));
}

export async function openLibrary(how: How): Promise<FreshLibrary> {
  const id = `${Date.now().toString(36)}-${count++}`;
  const address = `/library-${how}-${id}/`;
  const library = (await import(`${address}index.ts`)) as Library;
  [library.commerceEngine, library.unisouk].forEach(library.registerPlatform);
  const tag = `fresh-logout-${id}`;
  class FreshLogout extends library.StoreLogoutElement {}
  customElements.define(tag, FreshLogout);
  const fresh: FreshLibrary = {
    ...library,
    address,
    tag,
    isAsked: () =>
      performance
        .getEntriesByType('resource')
        .some(({ name }) => name.includes(`${address}logout/everything.`)),
  };
  opened.push(fresh);
  return fresh;
}
