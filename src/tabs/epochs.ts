/** What stands before the key of a connection where its last logout on this device is kept. */
export const PREFIX = 'store-logout:';

/** Whether anybody has logged out on this device; not where storage is blocked. */
export function hasEpoch(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(PREFIX));
  } catch {
    return false;
  }
}
