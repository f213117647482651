import { fixture, html } from '@open-wc/testing';

import type { StoreLogoutElement } from '../../src/index.js';

const EMPTY_PAGE = '/test/support/empty-page.html';

/** A page of its own in a frame, of the same origin, that a test can let go elsewhere. */
export interface Page {
  readonly frame: HTMLIFrameElement;
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** Loads the library and registers the tags. */
  load(): Promise<void>;
  /** Adds elements; answers with the first `<store-logout>` among them. */
  add(markup: string): StoreLogoutElement;
  /** Resolves when the frame has gone to another page, with its address if that is of the same origin. */
  departure(): Promise<string | undefined>;
}

export async function openPage(address = EMPTY_PAGE): Promise<Page> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="A page"></iframe>`);
  const loaded = nextLoad(frame);
  frame.src = address;
  await loaded;
  const window = frame.contentWindow as Window & typeof globalThis;
  const { document } = window;
  return {
    frame,
    window,
    document,
    async load() {
      const script = document.createElement('script');
      script.type = 'module';
      script.src = '/src/define.ts';
      const done = new Promise<void>((resolve, reject) => {
        script.addEventListener('load', () => resolve());
        script.addEventListener('error', () => reject(new Error('The library did not load.')));
      });
      document.head.append(script);
      await done;
    },
    add(markup) {
      document.body.insertAdjacentHTML('beforeend', markup);
      return document.body.querySelector<StoreLogoutElement>('store-logout')!;
    },
    async departure() {
      await nextLoad(frame);
      return addressOf(frame);
    },
  };
}

function nextLoad(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
  });
}

function addressOf(frame: HTMLIFrameElement): string | undefined {
  try {
    const { pathname, search, hash } = frame.contentWindow!.location;
    return pathname + search + hash;
  } catch {
    return undefined; // another origin's
  }
}
