import { record } from '../client/json.js';
import type { Live } from './page-state.js';
import { type EndRecord, readRecord } from './record.js';

/** What one tab tells the others: look, and what it knows. Never a token. */
export interface News {
  /** Which connection. */
  readonly key: string;
  readonly record: EndRecord;
  readonly live?: Live | undefined;
}

const NAME = 'store-logout';
let channel: BroadcastChannel | undefined;

/**
 * Opens the channel for as long as this page has anything to protect. It stays open in the back/forward cache: in
 * Chromium and Firefox a message evicts a frozen page that listens, which is just what a logout wants.
 */
export function openChannel(hear: (news: News) => void): void {
  channel ??= newChannel();
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { key, record: kept, live } = record(data);
    if (typeof key === 'string') hear({ key, record: readRecord(record(kept)), live: readLive(live) });
  });
}

export function closeChannel(): void {
  channel?.close();
  channel = undefined;
}

/** Tells all other tabs of this origin, where the browser lets it. */
export function post(news: News): void {
  const sender = channel ?? newChannel();
  try {
    sender?.postMessage(news);
    if (sender !== channel) sender?.close();
  } catch {
    // They read the record when they are next looked at.
  }
}

/** Firefox throws where cookies are blocked: other tabs then hear nothing. */
function newChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return undefined;
  }
}

function readLive(value: unknown): Live | undefined {
  const { of, user, issued } = record(value);
  return typeof of === 'number' && typeof user === 'string' && typeof issued === 'number'
    ? { of, user, issued }
    : undefined;
}
