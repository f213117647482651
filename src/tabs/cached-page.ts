import { record } from '../platforms/platform.js';
import { webStorage } from '../tokens/web-storage.js';

const KEY = 'store-logout:loads';
/** More pages than anybody goes back through. */
const LIMIT = 50;
const storage = webStorage('sessionStorage');

/**
 * Whether the Back button has taken the page's HTML out of the HTTP cache, as it was before `time` (ms since 1970).
 * Browsers do that without asking the server, unless the page was sent with `Cache-Control: no-store`
 * (https://www.rfc-editor.org/rfc/rfc9111.html#section-6), and most often for the very pages that a message to other
 * tabs has thrown out of the back/forward cache.
 */
export function isFromCache(time: number): boolean {
  const navigation = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
  if (navigation?.type !== 'back_forward' || navigation.transferSize > 0) return false;
  const loaded = loads()[address()];
  return typeof loaded !== 'number' || loaded < time;
}

/** Remembers for this tab that the page has been loaded after the last logout. */
export function noteLoad(): void {
  const others = Object.entries(loads()).filter(([page]) => page !== address());
  const latest = [...others, [address(), performance.timeOrigin] as const].slice(-LIMIT);
  try {
    storage.set(KEY, JSON.stringify(Object.fromEntries(latest)));
  } catch {
    // Blocked or full: the page is loaded once more when it comes out of the cache.
  }
}

function loads(): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(storage.get(KEY) ?? ''));
  } catch {
    return {};
  }
}

/** The page's address, as a hash (djb2) that tells nobody where the shopper has been. */
function address(): string {
  let hash = 5381;
  for (const character of location.href.split('#')[0] ?? '') {
    hash = (Math.imul(hash, 33) + character.charCodeAt(0)) | 0;
  }
  // Not a plain number: an object would put such keys in an order of its own.
  return `page${hash}`;
}
