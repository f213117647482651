import { blocksOf } from './blocks.mjs';

/** @import { Block } from './blocks.mjs' */

const PAGE = 'docs/strict-pages.md';
const HEADER = /^([\w-]+): (.+)$/;

/**
 * Checks that each line of a block of HTTP is a header.
 *
 * @param {Block} block
 * @returns {string[]} problems
 */
export function checkHeaders({ code, place }) {
  const lines = code.trim().split('\n');
  return lines.filter((line) => !HEADER.test(line)).map((line) => `${place}: not a header: ${line}`);
}

/**
 * The headers on the manual's strict page. `test/support/made-pages.mjs` serves pages with them, so the tests use exactly
 * what the manual shows.
 *
 * @returns {Record<string, string>}
 */
export function strictHeaders() {
  const [block, ...others] = blocksOf(PAGE).filter(
    ({ language, code }) => language === 'http' && code.includes('Content-Security-Policy'),
  );
  if (!block || others.length) throw new Error(`${PAGE} needs one block with a Content-Security-Policy.`);
  const lines = block.code.trim().split('\n');
  return Object.fromEntries(lines.map((line) => HEADER.exec(line)?.slice(1) ?? []));
}
