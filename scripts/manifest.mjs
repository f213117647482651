// Writes custom-elements.json, and what editors and frameworks want to know of it; `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises';

// @ts-expect-error The analyzer's command line comes without types.
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { format, resolveConfig } from 'prettier';

import { tagTypes } from './tag-types.mjs';

const manifest = await cli({ argv: ['analyze', '--quiet'], noWrite: true });

/** @type {Record<string, string>} */
const files = {
  'custom-elements.json': json(manifest),
  'vscode.css-custom-data.json': json(JSON.parse(getVsCodeCssCustomData(manifest, {}))),
  'vscode.html-custom-data.json': json(JSON.parse(getVsCodeHtmlCustomData(manifest, {}))),
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

/** Without links to documentation that nobody has. */
function webTypes() {
  const data = getWebTypesData(manifest, { packageJson: false });
  return JSON.parse(data, (key, value) => (key === 'doc-url' && !value ? undefined : value));
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
