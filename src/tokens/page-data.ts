import { succeeds } from '../client/deadline.js';
import { webStorage } from './storage.js';

type Kind = 'local' | 'session' | 'cache' | 'indexeddb';

/** One thing, besides the tokens, to remove with the session. */
export interface PageData {
  readonly kind: Kind;
  readonly name: string;
}

/** Reads `local:recently-viewed cache:account-pages`. `unknown` has the words of another form. */
export function parsePageData(text: string): { data: PageData[]; unknown: string[] } {
  const data: PageData[] = [];
  const unknown: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const [, kind, name] = /^(local|session|cache|indexeddb):(.+)$/.exec(word) ?? [];
    if (kind && name) data.push({ kind: kind as Kind, name });
    else unknown.push(word);
  }
  return { data, unknown };
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
