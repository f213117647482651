import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The repository's folder. */
export const ROOT = new URL('../../', import.meta.url);

/** @param {string} file  in the repository */
export const textOf = (file) => readFileSync(new URL(file, ROOT), 'utf8');

/**
 * The pages of the manual below `docs`.
 *
 * @returns {string[]}
 */
export function docs() {
  const files = readdirSync(new URL('docs', ROOT), { recursive: true, encoding: 'utf8' });
  return files
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.md'))
    .toSorted();
}

/**
 * Whether the blocks of a page are the files of a shop in `fixtures/frameworks`. Only the shop's framework can compile
 * them: `npm run fixtures:all` does so.
 *
 * @param {string} manual
 */
export const isShop = (manual) =>
  existsSync(new URL(manual.replace(/^docs/, 'fixtures').replace(/\.md$/, '/package.json'), ROOT));

/** All pages of the manual. All of them are checked. */
export const manuals = () => ['README.md', 'CONTRIBUTING.md', ...docs()];
