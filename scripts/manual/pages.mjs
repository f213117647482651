import { readdirSync, readFileSync } from 'node:fs';

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

/** All of the manual: what a reader is told, and what is checked. */
export const manuals = () => ['README.md', 'CONTRIBUTING.md', ...docs()];
