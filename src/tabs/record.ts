/**
 * The record of a connection's ended sessions. Sessions are counted: an end has the number of the session that it ended.
 * The record has no token, no user and no time, and at most {@link LIMIT} fingerprints.
 */
export interface EndRecord {
  /** Number of the last session that has ended; 0 if none has. A page that is older loads again on Back. */
  readonly ended: number;
  /** Number of the last of them that a server was asked to end. A click where nobody is signed in asks no server. */
  readonly asked: number;
  /** Number of the last session that began with `signedIn()`; 0 if none did. */
  readonly begun: number;
  /** The tokens that are proved to belong to an ended session. */
  readonly old: readonly OldMark[];
}

/** Fingerprint of a token or a `sid`, and the number of the ended session that it belonged to. */
interface OldMark {
  readonly mark: string;
  readonly of: number;
}

/** How many fingerprints are kept: more than the tokens of a browser's last sessions. */
const LIMIT = 48;
/** Nobody logs out that often. A larger number is not from this library. */
const LARGEST = 2 ** 40;

export const EMPTY: EndRecord = { ended: 0, asked: 0, begun: 0, old: [] };

/** The number of the current session. */
export function current({ ended, begun }: EndRecord): number {
  return Math.max(begun, ended + 1);
}

/** Whether a sign-in was announced after the last end. */
export function isAnnounced({ ended, begun }: EndRecord): boolean {
  return begun > ended;
}

/** Merges two records. Order, repeats and losses do not matter. */
export function merge(one: EndRecord, other: EndRecord): EndRecord {
  const begun = Math.max(one.begun, other.begun);
  const byMark = new Map<string, number>();
  for (const { mark, of } of [...one.old, ...other.old]) {
    // A sign-in voids earlier fingerprints: the platform may hand out the very same token again.
    if (of >= begun) byMark.set(mark, Math.max(of, byMark.get(mark) ?? 0));
  }
  const old = [...byMark].map(([mark, of]) => ({ mark, of }));
  old.sort((a, b) => b.of - a.of || (a.mark < b.mark ? -1 : 1));
  const ended = Math.max(one.ended, other.ended);
  return { ended, asked: Math.max(one.asked, other.asked), begun, old: old.slice(0, LIMIT) };
}

/** Reads a record that another tab, or another program, has stored or posted. Anything of another form counts as empty. */
export function readRecord(value: unknown): EndRecord {
  const { ended, asked, begun, old } = Object(value) as Partial<Record<keyof EndRecord, unknown>>;
  if (!isNumber(ended) || !isNumber(asked) || asked > ended) return EMPTY;
  if (!isNumber(begun) || !Array.isArray(old)) return EMPTY;
  const isMark = (each: Partial<OldMark> | null): each is OldMark =>
    typeof each?.mark === 'string' && isNumber(each.of) && each.of <= ended;
  return merge(EMPTY, { ended, asked, begun, old: old.filter(isMark) });
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < LARGEST;
}
