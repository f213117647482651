// Compares the map of the code in CONTRIBUTING.md with the folders.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

const MANUAL = 'CONTRIBUTING.md';

const [, map = ''] = (await readFile(MANUAL, 'utf8')).split(/^## Where things are$|^## The rules$/m);
const named = [...map.matchAll(/^\| `([^`]+)`/gm)].map(([, folder = '']) => folder);

// Tools write these folders. They are not part of the repository.
const ignored = (await readFile('.gitignore', 'utf8')).matchAll(/^(.+?)\/?$/gm);
const unmapped = new Set(['.git', ...[...ignored].map(([, folder]) => folder)]);

/** @param {string} folder */
async function foldersIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && !unmapped.has(entry.name)).map(({ name }) => name);
}

const inSource = await foldersIn('src');
const folders = [...(await foldersIn('.')), ...inSource.map((name) => `src/${name}`)];
const isNamed = (/** @type {string} */ folder) =>
  named.some((each) => each === folder || each.startsWith(`${folder}/`));
const problems = [
  ...folders.filter((folder) => !isNamed(folder)).map((folder) => `does not name ${folder}`),
  ...named.filter((folder) => !existsSync(folder)).map((folder) => `names ${folder}, which does not exist`),
];
for (const problem of problems) console.error(`The map in ${MANUAL} ${problem}.`);
if (problems.length || !named.length) process.exitCode = 1;
