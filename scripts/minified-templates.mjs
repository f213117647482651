import { walk } from 'estree-walker';
import { transform } from 'lightningcss';

/** What is done with the literal parts of a template, by its tag. @type {Record<string, (parts: string[]) => string[]>} */
const minifiers = { css: minifyStyles, html: minifyMarkup };

/**
 * Minifies Lit's `css` and `html` literals: white space that nobody sees would be a text node in each element. For every
 * build alike (but for one with source maps, which this does not write), because a rendering from a server is only taken over by a template that is the same to the letter.
 *
 * @returns {import('vite').Plugin}
 */
export function minifiedTemplates() {
  let isMapped = false;
  return {
    name: 'minified-templates',
    configResolved({ build }) {
      isMapped = Boolean(build.sourcemap);
    },
    transform(code, id) {
      if (isMapped || !id.includes('/src/') || !/\b(?:css|html)`/.test(code)) return undefined;
      let minified = code;
      // From the end, so that what is still to be changed stays where it was found.
      for (const { start, end, text } of partsOf(this.parse(code)).toSorted(
        (one, two) => two.start - one.start,
      )) {
        minified = minified.slice(0, start) + text + minified.slice(end);
      }
      return { code: minified, map: null };
    },
  };
}

/** @param {unknown} program  as ESTree */
function partsOf(program) {
  /** @type {{ start: number, end: number, text: string }[]} */
  const parts = [];
  walk(/** @type {import('estree').Program} */ (program), {
    enter(node) {
      if (node.type !== 'TaggedTemplateExpression' || node.tag.type !== 'Identifier') return;
      const minify = minifiers[node.tag.name];
      const { quasis } = node.quasi;
      minify?.(quasis.map(({ value }) => value.raw)).forEach((text, index) => {
        const { start, end } = /** @type {{ start: number, end: number }} */ (
          /** @type {unknown} */ (quasis[index])
        );
        parts.push({ start, end, text });
      });
    },
  });
  return parts;
}

/** @param {string[]} parts */
function minifyStyles(parts) {
  if (parts.length > 1) return parts;
  const { code } = transform({ filename: 'styles.css', code: Buffer.from(parts.join('')), minify: true });
  return [code.toString()];
}

/**
 * Of no use where white space between two elements shows; between ours, in flex boxes and grids, it does not.
 *
 * @param {string[]} parts
 */
function minifyMarkup(parts) {
  return parts.map((part, index) =>
    part
      .replace(/\s+/g, ' ')
      .replace(/> </g, '><')
      .replace(/ >/g, '>')
      .replace(index ? /^ (?=<)/ : /^ /, '')
      .replace(index < parts.length - 1 ? /(?<=>) $/ : / $/, ''),
  );
}
