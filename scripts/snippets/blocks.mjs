import { textOf } from '../manual/pages.mjs';

/**
 * A block of code in a manual.
 *
 * @typedef {object} Block
 * @property {string} language
 * @property {string} code
 * @property {string} place  the manual and the line, in a form that editors can open
 * @property {string | undefined} [file]  the file in which the reader puts it: "Put this into `app/page.tsx`:"
 * @property {string | undefined} [before]  the place in that file: "Put this into `header.twig`, right before `<footer`:"
 * @property {boolean} [stays]  whether the reader leaves the command running
 */

/**
 * Every fenced block, also an indented one. A fence that is not closed takes the rest of the page.
 *
 * @param {string} manual
 * @returns {Block[]}
 */
export function blocksOf(manual) {
  const text = textOf(manual);
  const found = text.matchAll(/^( *)(`{3,}|~{3,})(.*)\n([^]*?)(?:^ *\2 *$|$(?![^]))/gm);
  return [...found].map(({ index, 3: language = '', 4: code = '' }) => {
    const before = text.slice(0, index);
    const [, lead = ''] = /(?:^|\n)([^\n]*:)\n\n$/.exec(before) ?? [];
    const [, file] = /^Put this into `([^`]+)`/.exec(lead) ?? [];
    const [, next] = /, right before `([^`]+)`:$/.exec(lead) ?? [];
    const stays = lead.endsWith(', and leave it running:');
    const place = `${manual}:${before.split('\n').length}`;
    return { language: language.trim(), code, place, file, before: next, stays };
  });
}

/**
 * The scripts in a block of HTML: modules, import maps, or speculation rules.
 *
 * @param {Block} page
 * @returns {Block[]}
 */
export function scriptsIn({ code, place }) {
  return [...code.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)]
    .map(([, attributes = '', script = ''], index) => ({
      language: /importmap|speculationrules/.exec(attributes)?.[0] ?? 'js',
      code: script,
      place: `${place}, script ${index + 1}`,
    }))
    .filter((script) => script.code.trim());
}
