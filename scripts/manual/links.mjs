import { existsSync } from 'node:fs';
import path from 'node:path';

import { Marked } from 'marked';

import packageJson from '../../package.json' with { type: 'json' };
import { headingsOf } from './headings.mjs';
import { ROOT, textOf } from './pages.mjs';

/** What npm puts into every package, besides what `files` names. */
const ALWAYS = ['README.md', 'LICENSE', 'package.json'];

/**
 * A link or a picture.
 *
 * @typedef {object} Link
 * @property {string} href  as it is written
 * @property {string} [file]  of the repository that it leads to
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
 * What is wrong with the links of a page.
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
  if (file === undefined) return URL.canParse(href) ? undefined : 'is no address';
  if (!existsSync(new URL(file, ROOT))) return 'leads to no file';
  if (isPacked(page) && !isPacked(file)) return 'leads to a file that is not in the package';
  if (anchor && !headingsOf(textOf(file)).some(({ id }) => id === anchor)) return 'leads to no heading';
  return undefined;
}

/**
 * Whether a file comes with the package: its pages are read there as well, so their links have to work there.
 *
 * @param {string} file
 */
export function isPacked(file) {
  return [...ALWAYS, ...packageJson.files].some((each) => file === each || file.startsWith(`${each}/`));
}
