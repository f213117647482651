// Checks `src`: imports, also of types, go one way and not in a circle, and no file is too long.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import ts from 'typescript';

/** A folder may import from itself and from the folders after it. */
const ARROWS = ['elements', 'logout', 'tabs', 'connection', 'platforms', 'tokens', 'client'];
/** The folder of the strings. Only the elements and the entries may import it. */
const LANGUAGES = 'lang';
/** The device's clock may be wrong. One file may read it, for a token's `exp`: that only saves a request. */
const CLOCK = /\bDate\.now\b|\bnew Date\b|\btimeOrigin\b/;
const MAY_READ_CLOCK = 'src/logout/end-session.ts';
const LONGEST = 250;
/** The limit for all lines together. It may fall. It rises only if a mended fault needs it. The aim is 4,700. */
const ALL = 6291;

/** The imports of each file. @type {Map<string, string[]>} */
const imports = new Map();
/** @type {string[]} */
const problems = [];
let total = 0;

for (const name of await readdir('src', { recursive: true })) {
  if (!name.endsWith('.ts')) continue;
  const file = path.posix.join('src', name.replaceAll(path.sep, '/'));
  const text = await readFile(file, 'utf8');
  const lines = text.split('\n').length - 1;
  if (folderOf(file) !== LANGUAGES) total += lines;
  if (CLOCK.test(text) && file !== MAY_READ_CLOCK) problems.push(`${file} reads the device's clock.`);
  if (lines > LONGEST) problems.push(`${file} has ${lines} lines; the limit is ${LONGEST}.`);
  const found = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const own = found.filter((each) => each.startsWith('.'));
  imports.set(
    file,
    own.map((each) => path.posix.join(path.posix.dirname(file), each).replace(/\.js$/, '.ts')),
  );
}

for (const [file, imported] of imports) {
  for (const each of imported) {
    if (!isAllowed(folderOf(file), folderOf(each))) problems.push(`${file} may not import ${each}.`);
  }
}
for (const circle of circles()) problems.push(`Imports go in a circle: ${circle.join(' → ')}`);

console.log(`src has ${total} lines without the languages; the limit is ${ALL}.`);
if (total > ALL) problems.push(`src has ${total - ALL} lines too many.`);
for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;

/**
 * The folder in `src`. An entry is in no folder.
 *
 * @param {string} file
 */
function folderOf(file) {
  const [, folder = '', rest] = file.split('/');
  return rest === undefined ? '' : folder;
}

/**
 * @param {string} from
 * @param {string} to
 */
function isAllowed(from, to) {
  if (from === '' || from === to) return true;
  if (to === LANGUAGES) return from === ARROWS[0];
  const [start, end] = [ARROWS.indexOf(from), ARROWS.indexOf(to)];
  return start >= 0 && start < end;
}

/** Each circle once, as the shortest way from a file back to itself. */
function circles() {
  /** @type {string[][]} */
  const found = [];
  /** @type {Set<string>} */
  const known = new Set();
  for (const file of [...imports.keys()].toSorted()) {
    if (known.has(file)) continue;
    const circle = wayBack(file);
    circle?.forEach((each) => known.add(each));
    if (circle) found.push(circle);
  }
  return found;
}

/** @param {string} start */
function wayBack(start) {
  const ways = [[start]];
  const seen = new Set();
  // The loop also visits the ways that it adds to the list.
  for (const way of ways) {
    for (const next of imports.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, start];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
