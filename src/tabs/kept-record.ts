import { parsed, record } from '../client/json.js';
import { webStorage } from '../tokens/storage.js';
import { fingerprint } from './fingerprint.js';
import { EMPTY, type EndRecord, readRecord } from './record.js';

/** What stands before the key of a connection where its record is kept. */
const PREFIX = 'store-logout:';
const NOTES = 'store-logout:loads';
/** More pages than anybody goes back through. */
const LIMIT = 50;
const shared = webStorage('localStorage');
const ownTab = webStorage('sessionStorage');

/** Key of the connection whose record is kept under `storageKey`. */
export function connectionOf(storageKey: string | null): string | undefined {
  return storageKey?.startsWith(PREFIX) ? storageKey.slice(PREFIX.length) : undefined;
}

/** The record of a connection as it is stored now; `undefined` where storage is blocked. */
export function keptRecord(key: string): EndRecord | undefined {
  try {
    const text = shared.get(PREFIX + key);
    return text === undefined ? EMPTY : readRecord(record(parsed(text)));
  } catch {
    return undefined;
  }
}

/** Keeps the record for pages that cannot be told now. */
export function keepRecord(key: string, kept: EndRecord): void {
  try {
    shared.set(PREFIX + key, JSON.stringify(kept));
  } catch {
    // Blocked or full: the other tabs are still told by the channel.
  }
}

/** What the last end of a connection was when this tab last loaded the page's address, and any page. */
export function loadNotes(key: string): { note: number | undefined; tabNote: number | undefined } {
  const { [pageKey(key)]: note, [tabKey(key)]: tabNote } = notes();
  return { note: numberIn(note), tabNote: numberIn(tabNote) };
}

/** Notes for this tab that the page's address was loaded after the end with this number. */
export function noteLoad(key: string, ended: number): void {
  const mine = [pageKey(key), tabKey(key)];
  const others = Object.entries(notes()).filter(([each]) => !mine.includes(each));
  const next = [...others, ...mine.map((each) => [each, ended] as const)];
  try {
    ownTab.set(NOTES, JSON.stringify(Object.fromEntries(next.slice(-LIMIT))));
  } catch {
    // Blocked or full: a page out of the cache is loaded once more.
  }
}

function notes(): Readonly<Record<string, unknown>> {
  try {
    return record(parsed(ownTab.get(NOTES)));
  } catch {
    return {};
  }
}

/** A fingerprint tells nobody where the shopper has been. Not a plain number, which an object would put in another order. */
function pageKey(key: string): string {
  return `page ${fingerprint(`${location.href.split('#')[0] ?? ''} ${key}`)}`;
}

function tabKey(key: string): string {
  return `tab ${fingerprint(key)}`;
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
