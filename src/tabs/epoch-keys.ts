import { isKept } from '../tokens/kept-keys.js';

/** What stands before the key of a connection where its last logout on this device is kept. */
export const PREFIX = 'store-logout:';

/** Whether anybody has logged out on this device; not where storage is blocked. */
export function hasEpoch(): boolean {
  return isKept(PREFIX);
}
