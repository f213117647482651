import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** @import { CDPSession, Page, Protocol } from 'puppeteer-core' */

/** Where the test server has the library's modules: twice, for pages that load it twice. */
const MODULES = /^http:\/\/[^/]+\/(?:src|second-copy)\/([^?#]+\.ts)/;

/**
 * One of the library's modules, as it was served.
 *
 * @typedef {object} ExecutedModule
 * @property {string} code  with its source map
 * @property {(readonly [from: number, to: number])[]} executed  offsets in `code`
 */

/** @typedef {{ code: string, isExecuted: Uint8Array }} Served  with a mark at each offset that was executed */

/**
 * How Chromium has to be started: pages that share a script it has compiled before would only tell which functions were
 * called, not what was executed in them.
 */
export const COUNTING_FLAGS = ['--js-flags=--no-compilation-cache'];

/** Writes down which of the library's code is executed in the pages of a Chromium. */
export class ExecutedCode {
  /** @type {Map<Page, CDPSession>} */
  #sessions = new Map();
  /** @type {Map<string, Promise<Served>>} by name below `src` */
  #modules = new Map();

  /** @param {Page} page which has loaded nothing yet */
  async watch(page) {
    const session = await page.createCDPSession();
    await session.send('Profiler.enable');
    await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    this.#sessions.set(page, session);
  }

  /**
   * Adds what was executed in the page since the last time, while the server that it is from still runs.
   *
   * @param {Page} page
   */
  async take(page) {
    const answer = await this.#sessions.get(page)?.send('Profiler.takePreciseCoverage');
    for (const { url, functions } of answer?.result ?? []) {
      const [, name] = MODULES.exec(url) ?? [];
      if (!name) continue;
      if (!this.#modules.has(name)) this.#modules.set(name, load(url));
      const served = await this.#modules.get(name);
      if (served) mark(served, functions);
    }
  }

  /** @param {string} file */
  async write(file) {
    /** @type {Record<string, ExecutedModule>} */
    const modules = {};
    for (const [name, served] of this.#modules) {
      const { code, isExecuted } = await served;
      modules[name] = { code, executed: rangesOf(isExecuted) };
    }
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(modules));
  }
}

/**
 * @param {string} url
 * @returns {Promise<Served>}
 */
async function load(url) {
  const code = await (await fetch(url)).text();
  return { code, isExecuted: new Uint8Array(code.length) };
}

/**
 * @param {Served} served
 * @param {Protocol.Profiler.FunctionCoverage[]} functions
 */
function mark({ isExecuted }, functions) {
  // Ranges lie in each other as functions and blocks do, and the innermost one tells.
  const ranges = functions
    .flatMap((one) => one.ranges)
    .toSorted((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  const isNow = new Uint8Array(isExecuted.length);
  for (const { startOffset, endOffset, count } of ranges) isNow.fill(count ? 1 : 0, startOffset, endOffset);
  for (let offset = 0; offset < isNow.length; offset++) isExecuted[offset] ||= isNow[offset] ?? 0;
}

/** @param {Uint8Array} isExecuted */
function rangesOf(isExecuted) {
  /** @type {(readonly [number, number])[]} */
  const ranges = [];
  for (let from = isExecuted.indexOf(1); from >= 0;) {
    const end = isExecuted.indexOf(0, from);
    const to = end < 0 ? isExecuted.length : end;
    ranges.push([from, to]);
    from = isExecuted.indexOf(1, to);
  }
  return ranges;
}
