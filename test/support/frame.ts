import { fixture, html, oneEvent } from '@open-wc/testing';

const PAGES = new URL('./pages/', import.meta.url);

/** A shop's page in a frame, because the page that runs the tests must never navigate. */
export interface ShopFrame {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** Resolves with the address of the page that the frame shows next. */
  arrival(): Promise<string>;
}

/** Address of one of the pages beside the shop. */
export function pageUrl(name: string): string {
  return new URL(name, PAGES).href;
}

/** Opens a page that has the whole library but no element yet; it goes at the end of the test. */
export async function openShop(page = 'shop.html'): Promise<ShopFrame> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Shop"></iframe>`);
  const loaded = oneEvent(frame, 'load');
  frame.src = pageUrl(page);
  await loaded;
  const shop = frame.contentWindow as Window & typeof globalThis;
  return {
    window: shop,
    document: shop.document,
    async arrival() {
      await oneEvent(frame, 'load');
      return shop.location.href;
    },
  };
}
