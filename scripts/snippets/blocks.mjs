import { readFileSync } from 'node:fs';

/** The manuals whose blocks of code are checked. */
export const MANUALS = ['README.md', 'CONTRIBUTING.md'];

/**
 * A block of code in a manual.
 *
 * @typedef {object} Block
 * @property {string} language
 * @property {string} code
 * @property {string} place  the manual and the line, as editors open it
 */

/**
 * Every fenced block, also an indented one; a fence that is not closed takes the rest.
 *
 * @param {string} manual
 * @returns {Block[]}
 */
export function blocksOf(manual) {
  const text = readFileSync(new URL(`../../${manual}`, import.meta.url), 'utf8');
  const found = text.matchAll(/^( *)(`{3,}|~{3,})(.*)\n([^]*?)(?:^ *\2 *$|$(?![^]))/gm);
  return [...found].map(({ index, 3: language = '', 4: code = '' }) => ({
    language: language.trim(),
    code,
    place: `${manual}:${text.slice(0, index).split('\n').length}`,
  }));
}

/**
 * The scripts in a page are modules like others, or import maps.
 *
 * @param {Block} page
 * @returns {Block[]}
 */
export function scriptsIn({ code, place }) {
  return [...code.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)]
    .map(([, attributes = '', script = ''], index) => ({
      language: attributes.includes('importmap') ? 'importmap' : 'js',
      code: script,
      place: `${place}, script ${index + 1}`,
    }))
    .filter((script) => script.code.trim());
}
