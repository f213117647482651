// Writes the tags for pages that load the library from a CDN into the README, with the hashes of the files that have just
// been built; `--check`, and CI, only compare.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

import packageJson from '../package.json' with { type: 'json' };

const README = 'README.md';
const CDN = `https://cdn.jsdelivr.net/npm/${packageJson.name}@${packageJson.version}`;
const FILE = 'dist/store-logout.bundle.js';
/** What that one loads later. */
const BESIDE = ['dist/store-logout.bundle.logout.js', 'dist/store-logout.bundle.confirm-dialog.js'];
const PLACE = /(?<=<!-- cdn -->\n\n).*?(?=\n\n<!-- \/cdn -->)/s;

/** @param {string} file */
async function hashOf(file) {
  return `sha384-${createHash('sha384')
    .update(await readFile(file))
    .digest('base64')}`;
}

const pins = await Promise.all(BESIDE.map(async (file) => `      "${CDN}/${file}": "${await hashOf(file)}"`));
const tags = `\`\`\`html
<script type="importmap">
  {
    "integrity": {
${pins.join(',\n')}
    }
  }
</script>
<script
  type="module"
  src="${CDN}/${FILE}"
  integrity="${await hashOf(FILE)}"
  crossorigin="anonymous"
></script>
\`\`\``;

const readme = await readFile(README, 'utf8');
if (!PLACE.test(readme)) throw new Error(`${README} lacks <!-- cdn --> and <!-- /cdn -->.`);
const expected = readme.replace(PLACE, () => tags);

if (readme !== expected && (process.argv.includes('--check') || process.env['CI'])) {
  console.error(
    'A hash in README.md is not that of the built file: run `npm run build`, and commit README.md.',
  );
  process.exitCode = 1;
} else if (readme !== expected) {
  await writeFile(README, expected);
}
