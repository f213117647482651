// Checks that the file and the heading of every link in the manuals exist, and that docs/README.md links to every page.
import { checkLinks, linksOf } from './manual/links.mjs';
import { docs, manuals, textOf } from './manual/pages.mjs';

/** The README is one page. A longer text is a page in `docs`. */
const LINES = 260;

const pages = [...manuals(), 'CHANGELOG.md', 'conformance/README.md', 'fixtures/README.md'];

const contents = new Set(linksOf('docs/README.md').map(({ file }) => file));
const lines = textOf('README.md').trimEnd().split('\n').length;
const problems = [
  ...pages.flatMap(checkLinks),
  ...docs()
    .filter((page) => page !== 'docs/README.md' && !contents.has(page))
    .map((page) => `docs/README.md has no link to ${page}.`),
  ...(lines > LINES ? [`README.md has ${lines} lines; the limit is ${LINES}.`] : []),
];

console.log(`The links of ${pages.length} pages were checked.`);
for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;
