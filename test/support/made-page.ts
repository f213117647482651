import { fixture, html, oneEvent } from '@open-wc/testing';

/** A page that was made to order, in a frame. */
export interface MadePage {
  readonly frame: HTMLIFrameElement;
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** Errors, warnings, violations of its policies. */
  readonly watched: readonly string[];
}

interface Order {
  readonly body: string;
  /** The modules to load, in this order; the self-contained file unless said otherwise. */
  readonly scripts?: readonly string[];
  /** Whether they come before the tags. */
  readonly early?: boolean;
  /** Whether the page has strict policies. */
  readonly strict?: boolean;
  readonly sandbox?: string;
  /** The hash of the scripts, as in their attribute. */
  readonly integrity?: string;
}

/** The self-contained file, as built. */
export const LIBRARY = '/dist/store-logout.bundle.js';

/** Opens a page that `test/support/made-pages.mjs` makes. */
export async function openMade({
  body,
  scripts = [LIBRARY],
  early,
  strict,
  sandbox,
  integrity,
}: Order): Promise<MadePage> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Shop"></iframe>`);
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  const query = new URLSearchParams([['body', body], ...scripts.map((src) => ['script', src])]);
  if (early) query.set('early', '');
  if (integrity) query.set('integrity', integrity);
  if (strict) query.set('strict', '');
  if (sandbox !== undefined) query.set('sandboxed', '');
  const loaded = oneEvent(frame, 'load');
  frame.src = `/page.html?${query.toString()}`;
  await loaded;
  const page = frame.contentWindow as MadePage['window'] & { watched: string[] };
  if (sandbox !== undefined) return { frame } as MadePage;
  return { frame, window: page, document: page.document, watched: page.watched };
}
