import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The repository. */
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
 * Whether the blocks of a page are the files of a shop in `fixtures/frameworks`: only its framework can compile them, which
 * `npm run fixtures:all` does.
 *
 * @param {string} manual
 */
export const isShop = (manual) =>
  existsSync(new URL(manual.replace(/^docs/, 'fixtures').replace(/\.md$/, '/package.json'), ROOT));

/** All of the manual: what a reader is told, and what is checked. */
export const manuals = () => ['README.md', 'CONTRIBUTING.md', ...docs()];
