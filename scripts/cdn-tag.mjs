// Writes into the manual the tag that loads the library from a CDN, with the built file's hash. `--check` and CI only
// compare.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

import packageJson from '../package.json' with { type: 'json' };

const PAGE = 'docs/strict-pages.md';
const CDN = `https://cdn.jsdelivr.net/npm/${packageJson.name}@${packageJson.version}`;
const FILE = 'dist/store-logout.bundle.js';
const PLACE = /(?<=<!-- cdn -->\n\n).*?(?=\n\n<!-- \/cdn -->)/s;

const hash = createHash('sha384')
  .update(await readFile(FILE))
  .digest('base64');
const tag = `\`\`\`html
<script
  type="module"
  src="${CDN}/${FILE}"
  integrity="sha384-${hash}"
  crossorigin="anonymous"
></script>
\`\`\``;

const text = await readFile(PAGE, 'utf8');
if (!PLACE.test(text)) throw new Error(`${PAGE} lacks <!-- cdn --> and <!-- /cdn -->.`);
const expected = text.replace(PLACE, () => tag);

if (text !== expected && (process.argv.includes('--check') || process.env['CI'])) {
  console.error(`${PAGE} does not have the built file's hash: run \`npm run build\`, and commit ${PAGE}.`);
  process.exitCode = 1;
} else if (text !== expected) {
  await writeFile(PAGE, expected);
}
