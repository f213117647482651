/** @import { Row } from './types.js' */

const HEAD = ['', 'platform', 'case', "vendor's result", 'ours'];
const MARKS = { ok: 'ok', gap: 'gap', wrong: 'NO' };

/**
 * The results as a table, with notes below it: gaps, limits and wrong results.
 *
 * @param {readonly Row[]} rows
 */
export function table(rows) {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '));
  return [...lines, '', ...rows.flatMap(notesOn)].join('\n');
}

/** @param {Row} row */
function cellsOf({ case: { platform, title }, verdict, vendor, ours }) {
  const firstLine = (/** @type {string} */ text) => text.split('\n')[0] ?? '';
  return [MARKS[verdict], platform, title, firstLine(vendor), firstLine(ours)];
}

/** @param {Row} row */
function notesOn({ case: { platform, title, gap, limit, ...expected }, verdict, vendor, ours }) {
  const name = `${platform}, ${title}`;
  if (verdict === 'gap') return [`gap: ${name}: ${gap}`];
  if (verdict === 'ok') return limit ? [`limit: ${name}: ${limit}`] : [];
  const wanted = `expected "${expected.vendor ?? '–'}" and "${expected.ours}"${gap ? ', the gap is closed' : ''}`;
  return [`NO: ${name}: ${wanted}, got:`, vendor, ours];
}
