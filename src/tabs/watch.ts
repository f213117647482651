import { closeChannel, openChannel } from './channel.js';
import { connectionOf } from './kept-record.js';
import type { Tab } from './tab.js';

/** The tabs that this page shows or guards, by the keys of their connections. */
const watched = new Map<string, Tab>();
/** Pages on https hear here of changed cookies (https://cookiestore.spec.whatwg.org/). */
const { cookieStore } = globalThis as { cookieStore?: EventTarget };

/** Tells `tab` of events on this page and in other tabs, until `unwatch`. */
export function watch(key: string, tab: Tab): void {
  if (!watched.size) {
    openChannel((news) => watched.get(news.key)?.look(news.record, news.live));
    addEventListener('storage', onStorage);
    addEventListener('pageshow', onShow);
    addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', look);
    document.addEventListener('prerenderingchange', onActivated);
    cookieStore?.addEventListener('change', look);
  }
  watched.set(key, tab);
  tab.load();
}

export function unwatch(key: string): void {
  if (!watched.delete(key) || watched.size) return;
  closeChannel();
  removeEventListener('storage', onStorage);
  removeEventListener('pageshow', onShow);
  removeEventListener('pagehide', onHide);
  document.removeEventListener('visibilitychange', look);
  document.removeEventListener('prerenderingchange', onActivated);
  cookieStore?.removeEventListener('change', look);
}

function look(): void {
  watched.forEach((tab) => tab.look());
}

function onStorage({ key }: StorageEvent): void {
  const connection = connectionOf(key);
  // Another tab may have written a token, under any key.
  if (connection === undefined) look();
  else watched.get(connection)?.look();
}

function onHide(): void {
  watched.forEach((tab) => tab.sleep());
}

function onShow({ persisted }: PageTransitionEvent): void {
  if (persisted) watched.forEach((tab) => tab.awake(false));
}

function onActivated(): void {
  watched.forEach((tab) => tab.awake(true));
}
