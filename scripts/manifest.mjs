// Writes custom-elements.json, and the files for editors and frameworks that are made from it. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises';

// @ts-expect-error The analyzer's command line comes without types.
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

import { tagTypes } from './tag-types.mjs';

/** @type {{ module: { builtInPlatforms: readonly { name: string }[] } }} */
const { module: platforms } = await runnerImport('./src/platforms/all.ts');
const manifest = withoutCounters(await cli({ argv: ['analyze', '--quiet'], noWrite: true }));

/** @type {Record<string, string>} */
const files = {
  'custom-elements.json': json(manifest).replaceAll('OrText', '(string & {})'),
  'vscode.css-custom-data.json': json(JSON.parse(getVsCodeCssCustomData(manifest, {}))),
  'vscode.html-custom-data.json': json(vsCodeTags()),
  'web-types.json': json(webTypes()),
  'types/tags.d.ts': await format(tagTypes(manifest), {
    ...(await resolveConfig('types/tags.d.ts')),
    parser: 'typescript',
  }),
};

for (const [file, text] of Object.entries(files)) {
  if (process.argv.includes('--check')) await compare(file, text);
  else await writeFile(file, text);
}

/** Adds the names of our platforms. The attribute's type allows any text, because a page may register more. */
function vsCodeTags() {
  const data = JSON.parse(getVsCodeHtmlCustomData(manifest, {}));
  const names = platforms.builtInPlatforms.map(({ name }) => ({ name }));
  for (const { attributes } of data.tags) {
    for (const each of attributes) {
      if (each.name === 'platform') each.values = names;
      each.values = each.values?.filter((/** @type {{ name: string }} */ { name }) => name !== 'OrText');
    }
  }
  return data;
}

/** Leaves out the empty links to documentation. */
function webTypes() {
  const data = getWebTypesData(manifest, { packageJson: false });
  const named = data.replaceAll(' | OrText', ' | string');
  return JSON.parse(named, (key, value) => (key === 'doc-url' && !value ? undefined : value));
}

/**
 * The compiler writes `[Symbol.iterator]` as `__@iterator@384`. The number changes with every change of the source.
 *
 * @template T
 * @param {T} value
 * @returns {T}
 */
function withoutCounters(value) {
  return JSON.parse(JSON.stringify(value).replaceAll(/__@(\w+)@\d+/g, '[Symbol.$1]'));
}

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * @param {string} file
 * @param {string} expected
 */
async function compare(file, expected) {
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (committed === expected) return;
  console.error(`${file} is stale. Run \`npm run manifest\` and commit the result.`);
  process.exitCode = 1;
}
