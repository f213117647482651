// Writes the tag for pages that load the library from a CDN into the README, with the hash of the file that has just been
// built; `--check`, and CI, only compare.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

import packageJson from '../package.json' with { type: 'json' };

const README = 'README.md';
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

const readme = await readFile(README, 'utf8');
if (!PLACE.test(readme)) throw new Error(`${README} lacks <!-- cdn --> and <!-- /cdn -->.`);
const expected = readme.replace(PLACE, () => tag);

if (readme !== expected && (process.argv.includes('--check') || process.env['CI'])) {
  console.error(
    'The hash in README.md is not that of the built file: run `npm run build`, and commit README.md.',
  );
  process.exitCode = 1;
} else if (readme !== expected) {
  await writeFile(README, expected);
}
