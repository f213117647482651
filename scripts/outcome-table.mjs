// Writes the outcome table into the README, from the rows that the tests run; `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises';

import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

const README = 'README.md';
const START = '<!-- outcomes -->';
const END = '<!-- /outcomes -->';

/** @type {{ module: { rows: readonly Record<'what' | 'event' | 'server' | 'tokens', string>[] } }} */
const { module } = await runnerImport('./test/outcomes/rows.ts');

const lines = module.rows.map(({ what, event, server, tokens }) => [what, event, server, tokens]);
const table = [['what happened', 'event', 'server', 'tokens'], ['-', '-', '-', '-'], ...lines]
  .map((cells) => `| ${cells.join(' | ')} |`)
  .join('\n');

const readme = await readFile(README, 'utf8');
const [head, rest] = readme.split(START);
const tail = rest?.split(END)[1];
if (head === undefined || tail === undefined) throw new Error(`${README} lacks ${START} and ${END}.`);
const expected = await format(`${head}${START}\n\n${table}\n\n${END}${tail}`, {
  ...(await resolveConfig(README)),
  parser: 'markdown',
});

if (!process.argv.includes('--check')) {
  await writeFile(README, expected);
} else if (readme !== expected) {
  console.error('The outcome table in README.md is stale: run `npm run readme`.');
  process.exitCode = 1;
}
