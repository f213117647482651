import { existsSync } from 'node:fs';
import path from 'node:path';

import { Marked } from 'marked';

import packageJson from '../../package.json' with { type: 'json' };
import { headingsOf } from './headings.mjs';
import { ROOT, textOf } from './pages.mjs';

/** Files that npm puts into every package, besides those in `files`. */
const ALWAYS = ['README.md', 'LICENSE', 'package.json'];

/**
 * A link or a picture.
 *
 * @typedef {object} Link
 * @property {string} href  as in the page
 * @property {string} [file]  the file in the repository that the link leads to
 * @property {string} [anchor]
 */

/**
 * Every link and picture of a page.
 *
 * @param {string} page
 * @returns {Link[]}
 */
export function linksOf(page) {
  /** @type {string[]} */
  const found = [];
  const marked = new Marked();
  void marked.walkTokens(marked.lexer(textOf(page)), (token) => {
    if (token.type === 'link' || token.type === 'image') found.push(token['href']);
  });
  return found.map((href) => linkTo(href, page));
}

/**
 * @param {string} href
 * @param {string} from  page that has the link
 * @returns {Link}
 */
function linkTo(href, from) {
  if (/^https?:/.test(href)) return { href };
  const [name, anchor] = href.split('#');
  const file = name ? resolved(name, from) : from;
  return anchor ? { href, file, anchor } : { href, file };
}

/**
 * The file that a relative link leads to.
 *
 * @param {string} href
 * @param {string} from  page that has the link
 */
export const resolved = (href, from) => path.posix.join(path.posix.dirname(from), href);

/**
 * Checks the links of a page.
 *
 * @param {string} page
 * @returns {string[]} problems
 */
export function checkLinks(page) {
  return linksOf(page).flatMap(({ href, file, anchor }) => {
    const problem = problemOf({ href, file, anchor }, page);
    return problem ? [`${page}: ${href} ${problem}.`] : [];
  });
}

/**
 * @param {{ href: string, file: string | undefined, anchor: string | undefined }} link
 * @param {string} page
 */
function problemOf({ href, file, anchor }, page) {
  if (file === undefined) return URL.canParse(href) ? undefined : 'is not a valid address';
  if (!existsSync(new URL(file, ROOT))) return 'leads to a missing file';
  if (isPacked(page) && !isPacked(file)) return 'leads to a file that is not in the package';
  if (anchor && !headingsOf(textOf(file)).some(({ id }) => id === anchor))
    return 'leads to a missing heading';
  return undefined;
}

/**
 * Whether a file is in the package. The package's pages are read there, so their links have to work there.
 *
 * @param {string} file
 */
export function isPacked(file) {
  return [...ALWAYS, ...packageJson.files].some((each) => file === each || file.startsWith(`${each}/`));
}
