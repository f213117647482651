import path from 'node:path';
import { format, resolveConfig } from 'prettier';

/** @import { Row } from '../../support/types.js' */

const FILE = path.resolve(import.meta.dirname, '../../../docs/conformance-large.md');
const MARKS = { ok: 'yes', gap: 'gap', wrong: 'NO' };

/**
 * The page of the manual with the results of a run.
 *
 * @param {readonly Row[]} rows
 * @param {readonly string[]} software
 */
export async function page(rows, software) {
  const [day] = new Date().toISOString().split('T');
  const limits = rows.filter((row) => row.case.limit);
  const text = `# WordPress and Medusa, on real servers

Written by \`npm run conformance:large\` on ${day}, which starts both servers and logs out of them in Chromium: ${software.join(', ')}.

A shopper signs in as on a real shop. A copy of the cookie or token is tried from outside the browser, before the logout
and after it: **replayed** says what became of it. A row may say \`logged-out\` while the copy is still good only if it is a limit,
with the reason below the table.

| | server | case | the server's own logout | the element |
|---|---|---|---|---|
${rows.map(line).join('\n')}

${rows.filter((row) => row.verdict === 'ok').length} of ${rows.length} are as they should be.

## Limits

${limits.map(({ case: { platform, title, limit } }) => `- ${platform}, ${title}: ${limit}.`).join('\n')}
`;
  return format(text, { ...(await resolveConfig(FILE)), filepath: FILE });
}

/** @param {Row} row */
function line({ case: { platform, title }, verdict, vendor, ours }) {
  const cells = [MARKS[verdict], platform, title, vendor, ours];
  return `| ${cells.map((cell) => (cell.split('\n')[0] ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
}
