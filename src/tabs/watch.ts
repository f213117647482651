import { closeChannel, openChannel } from './channel.js';
import type { Tab } from './tab.js';

/** The tabs that this page shows or guards, by the keys of their connections. */
const watched = new Map<string, Tab>();
/** Pages on https hear here of changed cookies (https://cookiestore.spec.whatwg.org/). */
const { cookieStore } = globalThis as { cookieStore?: EventTarget };

/** Ends the listeners. */
let listening: AbortController | undefined;

/** Tells `tab` of events on this page and in other tabs, until the returned function is called. */
export function watch(key: string, tab: Tab): () => void {
  if (!watched.size) {
    listening = new AbortController();
    const { signal } = listening;
    openChannel((news) => watched.get(news.key)?.look(news.record, news.live));
    // Another tab may have written a token, under any key, or the record of an end.
    addEventListener('storage', look, { signal });
    addEventListener('pageshow', onShow, { signal });
    addEventListener('pagehide', () => watched.forEach((each) => each.sleep()), { signal });
    document.addEventListener('visibilitychange', look, { signal });
    document.addEventListener('prerenderingchange', () => watched.forEach((each) => each.awake(true)), {
      signal,
    });
    cookieStore?.addEventListener('change', look, { signal });
  }
  watched.set(key, tab);
  tab.load();
  return () => {
    watched.delete(key);
    if (watched.size) return;
    closeChannel();
    listening?.abort();
  };
}

function look(): void {
  watched.forEach((tab) => tab.look());
}

function onShow({ persisted }: PageTransitionEvent): void {
  if (persisted) watched.forEach((tab) => tab.awake(false));
}
