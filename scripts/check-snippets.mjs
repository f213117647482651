// Checks every block of code in the manuals, by the rules of its language.
import { isShop, manuals } from './manual/pages.mjs';
import { blocksOf, scriptsIn } from './snippets/blocks.mjs';
import { checkCommands } from './snippets/commands.mjs';
import { checkImportMap } from './snippets/import-maps.mjs';
import { checkModules } from './snippets/modules.mjs';
import { checkHeaders, strictHeaders } from './snippets/policies.mjs';
import { checkSettings } from './snippets/settings.mjs';
import { checkSpeculationRules } from './snippets/speculation-rules.mjs';
import { checkTemplate, TEMPLATES } from './snippets/templates.mjs';

/** On a page that is a shop, `npm run fixtures:all` compiles the blocks in these languages. */
const CODE = ['js', 'ts', ...TEMPLATES];
const CHECKED = ['js', 'ts', 'sh', 'json', 'http'];

const all = manuals().flatMap(blocksOf);
const shops = new Set(
  manuals()
    .filter(isShop)
    .flatMap(blocksOf)
    .map(({ place }) => place),
);
const inLanguages = (/** @type {string[]} */ ...languages) =>
  all.filter(
    ({ language, place }) => languages.includes(language) && !(CODE.includes(language) && shops.has(place)),
  );

/** test/package/readme.test.ts checks the blocks in these languages in a browser, too. */
const PAGES = ['html', 'twig', 'css'];

const scripts = inLanguages(...PAGES).flatMap(scriptsIn);

const unknown = all.filter(({ language }) => ![...CHECKED, ...PAGES, ...TEMPLATES].includes(language));
const problems = [
  ...unknown.map(({ place, language }) => `${place}: no check knows the language "${language}"`),
  ...checkModules([...inLanguages('js', 'ts'), ...scripts.filter(({ language }) => language === 'js')]),
  ...scripts.filter(({ language }) => language === 'importmap').flatMap(checkImportMap),
  ...scripts.filter(({ language }) => language === 'speculationrules').flatMap(checkSpeculationRules),
  ...inLanguages('sh').flatMap(checkCommands),
  ...inLanguages('http').flatMap(checkHeaders),
  ...inLanguages('json').flatMap(checkSettings),
  ...inLanguages(...TEMPLATES).flatMap(checkTemplate),
];
strictHeaders();

console.log(`${all.length} blocks of code were checked.`);
for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;
