/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import '../../../src/define.js';
import '../../../src/index.js';
import type { PageRecord } from './record-page.mjs';

/** What the functions find that tests send into a page. */
declare global {
  interface Window {
    records(): PageRecord[];
  }
}
