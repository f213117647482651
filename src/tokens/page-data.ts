import { succeeds } from '../client/deadline.js';
import { webStorage } from './storage.js';

type Kind = 'local' | 'session' | 'cache' | 'indexeddb';

/** One thing, besides the tokens, to remove with the session. */
export interface PageData {
  readonly kind: Kind;
  readonly name: string;
}

const kinds: readonly string[] = ['local', 'session', 'cache', 'indexeddb'];

/** Reads `local:recently-viewed cache:account-pages`. `unknown` has the words of another form. */
export function parsePageData(text: string): { data: PageData[]; unknown: string[] } {
  const words = text.split(/\s+/).filter(Boolean);
  const isKnown = (word: string): boolean =>
    /^[a-z]+:./.test(word) && kinds.includes(word.split(':')[0] ?? '');
  const data = words.filter(isKnown).map((word) => {
    const colon = word.indexOf(':');
    return { kind: word.slice(0, colon) as Kind, name: word.slice(colon + 1) };
  });
  return { data, unknown: words.filter((word) => !isKnown(word)) };
}

/** Removes each of `data`. Returns a sentence for each that was not removed before `signal` aborts. */
export async function clearPageData(data: readonly PageData[], signal: AbortSignal): Promise<string[]> {
  const problems = data.map(async ({ kind, name }) =>
    (await succeeds(signal, () => remove[kind](name))) ? [] : [`${kind}:${name} could not be removed.`],
  );
  return (await Promise.all(problems)).flat();
}

const remove: Record<Kind, (name: string) => void | Promise<unknown>> = {
  local: (name) => webStorage('localStorage').remove(name),
  session: (name) => webStorage('sessionStorage').remove(name),
  cache: async (name) => caches.delete(name),
  indexeddb: async (name) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.addEventListener('success', resolve);
      request.addEventListener('error', reject);
      // Another tab has the database open. It goes when that tab closes it, which may take for ever.
      request.addEventListener('blocked', reject);
    }),
};
