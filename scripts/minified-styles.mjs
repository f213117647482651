import { transform } from 'lightningcss';

/** Lit's `css` literals without expressions; ours have no backslash in them. */
const LITERAL = /\bcss`([^`$\\]*)`/g;

/**
 * Minifies the style sheets in the code's `css` literals. The `html` ones stay: a rendering from a server is only taken
 * over by a template that is the same to the letter.
 *
 * @returns {import('vite').Plugin}
 */
export function minifiedStyles() {
  return {
    name: 'minified-styles',
    transform: (code, id) =>
      id.includes('/src/') && code.includes('css`')
        ? { code: code.replace(LITERAL, (_, css) => `css\`${minify(css)}\``), map: null }
        : undefined,
  };
}

/** @param {string} css */
function minify(css) {
  // The features stay as they are written: which browsers they are for is said there.
  const { code } = transform({ filename: 'styles.css', code: Buffer.from(css), minify: true });
  return code.toString();
}
