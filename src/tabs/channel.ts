import { quietly, record } from '../client/json.js';
import type { Live } from './page-state.js';
import { type EndRecord, readRecord } from './record.js';

/** A message to the other tabs. It never has a token. */
export interface News {
  /** Which connection. */
  readonly key: string;
  readonly record: EndRecord;
  readonly live?: Live | undefined;
}

const NAME = 'store-logout';
let channel: BroadcastChannel | undefined;

/**
 * Opens the channel. It stays open while the page is in the back/forward cache: in Chromium and Firefox a message evicts
 * such a page, which is right after a logout.
 */
export function openChannel(hear: (news: News) => void): void {
  channel ??= newChannel();
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { key, record: kept, live } = record(data);
    if (typeof key === 'string') hear({ key, record: readRecord(kept), live: readLive(live) });
  });
}

export function closeChannel(): void {
  channel?.close();
  channel = undefined;
}

/** Posts to all other tabs of this origin, if the browser allows it. */
export function post(news: News): void {
  const sender = channel ?? newChannel();
  // Without the message, the other tabs read the record when they become visible.
  quietly(() => sender?.postMessage(news));
  if (sender !== channel) sender?.close();
}

/** Firefox throws if cookies are blocked. Other tabs then hear nothing. */
function newChannel(): BroadcastChannel | undefined {
  return quietly(() => new BroadcastChannel(NAME));
}

function readLive(value: unknown): Live | undefined {
  const { of, user, issued } = record(value);
  return typeof of === 'number' && typeof user === 'string' && typeof issued === 'number'
    ? { of, user, issued }
    : undefined;
}
