// Checks every link of the manuals: its file is there, its heading too, and no page of the manual is left out.
import { checkLinks, linksOf } from './manual/links.mjs';
import { docs, manuals, textOf } from './manual/pages.mjs';

/** The README is one page: what needs more room is a page in `docs`. */
const LINES = 260;

const pages = [...manuals(), 'CHANGELOG.md', 'conformance/README.md', 'fixtures/README.md'];

const contents = new Set(linksOf('docs/README.md').map(({ file }) => file));
const lines = textOf('README.md').trimEnd().split('\n').length;
const problems = [
  ...pages.flatMap(checkLinks),
  ...docs()
    .filter((page) => page !== 'docs/README.md' && !contents.has(page))
    .map((page) => `docs/README.md: there is no link to ${page}.`),
  ...(lines > LINES ? [`README.md has ${lines} lines. It may have ${LINES}.`] : []),
];

console.log(`The links of ${pages.length} pages checked.`);
for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;
