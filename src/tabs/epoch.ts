import { record } from '../platforms/platform.js';
import { webStorage } from '../tokens/web-storage.js';

/** The last end of a session on this device. It stays in storage, so that a page that slept can find out. */
export interface Epoch {
  /** Different for each logout. */
  readonly id: string;
  /** When it happened, in ms since 1970 by this device's clock. */
  readonly at: number;
  /** Tokens issued up to this second since 1970, by the platform's clock where it is known, are of the old session. */
  readonly issuedUntil: number;
  /** Whether somebody has signed in since, by word of the page. */
  readonly isOver?: boolean;
}

const storage = webStorage('localStorage');
/** What stands before the key of a connection where its last logout on this device is kept. */
const PREFIX = 'store-logout:';

/** Key of the connection whose epoch is kept under `storageKey`. */
export function connectionOf(storageKey: string | null): string | undefined {
  return storageKey?.startsWith(PREFIX) ? storageKey.slice(PREFIX.length) : undefined;
}

/** The last epoch of a connection; none where nobody logged out, or storage is blocked. */
export function readEpoch(key: string): Epoch | undefined {
  try {
    const { id, at, issuedUntil, isOver } = record(JSON.parse(storage.get(PREFIX + key) ?? ''));
    return typeof id === 'string' && typeof at === 'number' && typeof issuedUntil === 'number'
      ? { id, at, issuedUntil, isOver: isOver === true }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps `epoch` for pages that cannot be told now. */
export function writeEpoch(key: string, epoch: Epoch): void {
  try {
    storage.set(PREFIX + key, JSON.stringify(epoch));
  } catch {
    // Blocked or full: the other tabs are still told by the channel.
  }
}
