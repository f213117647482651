import { parsed, quietly, record } from '../client/json.js';
import { webStorage } from '../tokens/storage.js';
import { fingerprint } from './fingerprint.js';
import { EMPTY, type EndRecord, readRecord } from './record.js';

/** Prefix of a record's storage key; the connection's key follows. */
const PREFIX = 'store-logout:';
/** Each has its own key: in Firefox, a restored page still sees the notes of the time when it was left, and must not write them. */
const PAGES = 'store-logout:loads';
const TAB = 'store-logout:tab';
/** Number of notes that are kept: more pages than anybody goes back through. */
const LIMIT = 50;
const shared = webStorage('localStorage');
const ownTab = webStorage('sessionStorage');

/** The stored record of a connection; `undefined` if storage is blocked. */
export function keptRecord(key: string): EndRecord | undefined {
  return quietly(() => {
    const text = shared.get(PREFIX + key);
    return text ? readRecord(parsed(text)) : EMPTY;
  });
}

/** Stores the record, for pages that hear no message now. */
export function keepRecord(key: string, kept: EndRecord): void {
  // Blocked or full: the other tabs still hear the message.
  quietly(() => shared.set(PREFIX + key, JSON.stringify(kept)));
}

/** The number of the last end when this tab last loaded this address (`note`), and when it last loaded any page (`tabNote`). */
export function loadNotes(key: string): { note: number | undefined; tabNote: number | undefined } {
  return { note: notes(PAGES)[pageKey(key)], tabNote: notes(TAB)[fingerprint(key)] };
}

/** Notes for this tab: it loaded this address when `ended` was the number of the last end. `isForTab`: only the tab's note. */
export function noteLoad(key: string, ended: number, isForTab = false): void {
  write(TAB, fingerprint(key), ended);
  if (!isForTab) write(PAGES, pageKey(key), ended);
}

function write(where: string, mine: string, ended: number): void {
  const others = Object.entries(notes(where)).filter(([each]) => each !== mine);
  // Blocked or full: a page out of the cache loads once more than necessary.
  quietly(() =>
    ownTab.set(where, JSON.stringify(Object.fromEntries([...others, [mine, ended]].slice(-LIMIT)))),
  );
}

function notes(where: string): Readonly<Record<string, number | undefined>> {
  const all = Object.entries(quietly(() => record(parsed(ownTab.get(where)))) ?? {});
  return Object.fromEntries(all.filter((each): each is [string, number] => typeof each[1] === 'number'));
}

/** A fingerprint hides where the shopper has been. */
function pageKey(key: string): string {
  return fingerprint(`${location.href.split('#')[0] ?? ''} ${key}`);
}
