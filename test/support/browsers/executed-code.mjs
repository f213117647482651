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

/**
 * @typedef {object} Served
 * @property {string} code
 * @property {Uint8Array} isExecuted  a mark at each offset that was
 * @property {Map<number, boolean>} isExact  by the offset of a function: whether it was told what is executed in it
 */

/**
 * How Chromium has to be started: of a script that it has compiled before, for another page or another load of this
 * one, it only tells which functions were called, not what was executed in them.
 */
export const COUNTING_FLAGS = ['--js-flags=--no-compilation-cache', '--v8-cache-options=none'];

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
  return { code, isExecuted: new Uint8Array(code.length), isExact: new Map() };
}

/**
 * @param {Served} served
 * @param {Protocol.Profiler.FunctionCoverage[]} functions
 */
function mark({ isExecuted, isExact }, functions) {
  // Functions without a branch are never told more of; of the others it is all of them or none.
  for (const { functionName, isBlockCoverage, ranges } of functions) {
    const [{ startOffset, count } = { startOffset: 0, count: 0 }] = ranges;
    if (!count) continue;
    if ((isExact.get(startOffset) ?? isBlockCoverage) !== isBlockCoverage) {
      throw new Error(`Chromium told what is executed in ${functionName} only once: see COUNTING_FLAGS.`);
    }
    isExact.set(startOffset, isBlockCoverage);
  }
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
