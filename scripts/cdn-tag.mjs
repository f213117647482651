// Writes the tag for pages that load the library from a CDN into the README, with the hash and the size of the file that
// has just been built; `--check`, and CI, only compare.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

import packageJson from '../package.json' with { type: 'json' };

const README = 'README.md';
const FILE = 'dist/store-logout.bundle.js';
const PLACE = /(?<=<!-- cdn -->\n\n).*?(?=\n\n<!-- \/cdn -->)/s;

const file = await readFile(FILE);
const hash = createHash('sha384').update(file).digest('base64');
// In whole kilobytes: zlib's own versions differ by some bytes.
const [size, zipped] = [file, gzipSync(file)].map(({ length }) => Math.round(length / 1000));
const tag = `\`\`\`html
<script
  type="module"
  src="https://cdn.jsdelivr.net/npm/${packageJson.name}@${packageJson.version}/${FILE}"
  integrity="sha384-${hash}"
  crossorigin="anonymous"
></script>
\`\`\`

That file has about ${size} kB, and ${zipped} kB when it is sent with gzip.`;

const readme = await readFile(README, 'utf8');
if (!PLACE.test(readme)) throw new Error(`${README} lacks <!-- cdn --> and <!-- /cdn -->.`);
const expected = readme.replace(PLACE, () => tag);

if (readme !== expected && (process.argv.includes('--check') || process.env['CI'])) {
  console.error(
    'The hash or size in README.md is not that of the built file: run `npm run build`, and commit README.md.',
  );
  process.exitCode = 1;
} else if (readme !== expected) {
  await writeFile(README, expected);
}
