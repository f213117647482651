import { walk } from 'estree-walker';
import { transform } from 'lightningcss';

/** Minifies the literal parts of a template, by the template's tag. @type {Record<string, (parts: string[]) => string[]>} */
const minifiers = { css: minifyStyles, html: minifyMarkup };

/**
 * Minifies Lit's `css` and `html` literals. Otherwise invisible white space would be a text node in each element. Every
 * build must do the same, because only an identical template can hydrate a server's rendering. A build with source maps
 * is the exception: this plugin writes none.
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
      // From the end, so that the positions of the remaining parts stay valid.
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
 * Drops white space between elements. That is safe only for our elements: they are in flex boxes and grids, where such
 * white space does not show.
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
