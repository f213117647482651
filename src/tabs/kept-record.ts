import { parsed, record } from '../client/json.js';
import { webStorage } from '../tokens/storage.js';
import { fingerprint } from './fingerprint.js';
import { EMPTY, type EndRecord, readRecord } from './record.js';

/** Prefix of a record's storage key; the connection's key follows. */
const PREFIX = 'store-logout:';
const NOTES = 'store-logout:loads';
/** Number of notes that are kept: more pages than anybody goes back through. */
const LIMIT = 50;
const shared = webStorage('localStorage');
const ownTab = webStorage('sessionStorage');

/** Key of the connection whose record is under `storageKey`, if it is one of ours. */
export function connectionOf(storageKey: string | null): string | undefined {
  return storageKey?.startsWith(PREFIX) ? storageKey.slice(PREFIX.length) : undefined;
}

/** The stored record of a connection; `undefined` if storage is blocked. */
export function keptRecord(key: string): EndRecord | undefined {
  try {
    const text = shared.get(PREFIX + key);
    return text === undefined ? EMPTY : readRecord(record(parsed(text)));
  } catch {
    return undefined;
  }
}

/** Stores the record, for pages that hear no message now. */
export function keepRecord(key: string, kept: EndRecord): void {
  try {
    shared.set(PREFIX + key, JSON.stringify(kept));
  } catch {
    // Blocked or full: the other tabs still hear the message.
  }
}

/** The number of the last end when this tab last loaded this address (`note`), and when it last loaded any page (`tabNote`). */
export function loadNotes(key: string): { note: number | undefined; tabNote: number | undefined } {
  const { [pageKey(key)]: note, [tabKey(key)]: tabNote } = notes();
  return { note: numberIn(note), tabNote: numberIn(tabNote) };
}

/** Notes for this tab: it loaded this address when `ended` was the number of the last end. */
export function noteLoad(key: string, ended: number): void {
  const mine = [pageKey(key), tabKey(key)];
  const others = Object.entries(notes()).filter(([each]) => !mine.includes(each));
  const next = [...others, ...mine.map((each) => [each, ended] as const)];
  try {
    ownTab.set(NOTES, JSON.stringify(Object.fromEntries(next.slice(-LIMIT))));
  } catch {
    // Blocked or full: a page out of the cache loads once more than necessary.
  }
}

function notes(): Readonly<Record<string, unknown>> {
  try {
    return record(parsed(ownTab.get(NOTES)));
  } catch {
    return {};
  }
}

/** A fingerprint hides where the shopper has been. The word before it keeps the notes in order: objects sort plain numbers. */
function pageKey(key: string): string {
  return `page ${fingerprint(`${location.href.split('#')[0] ?? ''} ${key}`)}`;
}

function tabKey(key: string): string {
  return `tab ${fingerprint(key)}`;
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
