// Makes the README's links absolute, so that they lead to the pages in the published package: npm's site shows the README
// without the files beside it. Only the release runs this script. In the repository, the links are relative.
import { writeFile } from 'node:fs/promises';

import packageJson from '../package.json' with { type: 'json' };
import { linksOf } from './manual/links.mjs';
import { ROOT, textOf } from './manual/pages.mjs';

const { name, version } = packageJson;
const BASE = `https://cdn.jsdelivr.net/npm/${name}@${version}/`;

let text = textOf('README.md');
for (const { href, file } of linksOf('README.md')) {
  if (file && file !== 'README.md') text = text.replaceAll(`](${href})`, `](${BASE}${href})`);
}
await writeFile(new URL('README.md', ROOT), text);
