import { readFile, writeFile } from 'node:fs/promises';

import { format, resolveConfig } from 'prettier';

/**
 * Writes a table into a manual, between `<!-- name -->` and `<!-- /name -->`. With `--check`, it only compares.
 *
 * @param {string} manual
 * @param {string} name
 * @param {readonly (readonly string[])[]} rows  the first row is the head
 */
export async function writeTable(manual, name, rows) {
  const [first = [], ...rest] = rows;
  const table = [first, first.map(() => '-'), ...rest].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const text = await readFile(manual, 'utf8');
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [head, after] = text.split(start);
  const tail = after?.split(end)[1];
  if (head === undefined || tail === undefined) throw new Error(`${manual} lacks ${start} and ${end}.`);
  const expected = await format(`${head}${start}\n\n${table}\n\n${end}${tail}`, {
    ...(await resolveConfig(manual)),
    parser: 'markdown',
  });
  if (!process.argv.includes('--check')) {
    await writeFile(manual, expected);
  } else if (text !== expected) {
    console.error(`The table "${name}" in ${manual} is stale: run \`npm run readme\`.`);
    process.exitCode = 1;
  }
}
