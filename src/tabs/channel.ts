import { record } from '../platforms/platform.js';

/** What one tab tells the others: that something about the session of a connection has changed. Never a token. */
export interface Notice {
  /** Which connection. */
  readonly key: string;
  /** Which logout, as in the epoch. */
  readonly id: string;
  readonly kind: 'ended' | 'signed-in';
}

const NAME = 'store-logout';
let channel: BroadcastChannel | undefined;

/**
 * Opens the channel for as long as this page has anything to protect. It stays open in the back/forward cache: in
 * Chromium and Firefox a message evicts a frozen page that listens, which is just what a logout wants.
 */
export function openChannel(hear: (notice: Notice) => void): void {
  channel ??= globalThis.BroadcastChannel && new BroadcastChannel(NAME);
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { key, id, kind } = record(data);
    const isKind = kind === 'ended' || kind === 'signed-in';
    if (typeof key === 'string' && typeof id === 'string' && isKind) hear({ key, id, kind });
  });
}

export function closeChannel(): void {
  channel?.close();
  channel = undefined;
}

/** Tells all other tabs of this origin. */
export function tell(notice: Notice): void {
  const sender = channel ?? (globalThis.BroadcastChannel && new BroadcastChannel(NAME));
  sender?.postMessage(notice);
  if (sender !== channel) sender?.close();
}
