import { existsSync, readFileSync } from 'node:fs';
import { Marked } from 'marked';

/** The documents of the repository that are pages of the demo, and the folders of these pages. */
const FOLDERS = new Map([
  ['README.md', 'manual'],
  ['CONTRIBUTING.md', 'contributing'],
  ['CHANGELOG.md', 'changelog'],
  ['LICENSE', 'licence'],
]);

/**
 * Puts the text of a document where a page says `<!-- README.md -->`. A link or an anchor that leads nowhere is an
 * error.
 *
 * @returns {import('vite').Plugin}
 */
export function manual() {
  return {
    name: 'manual',
    configureServer(server) {
      const files = [...FOLDERS.keys()].map(pathOf);
      server.watcher.add(files);
      server.watcher.on('change', (file) => {
        if (files.includes(file)) server.hot.send({ type: 'full-reload' });
      });
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace(/<!-- ([A-Z]+(?:\.md)?) -->/, (_, name) => documentPage(name)),
    },
  };
}

/** @param {string} name */
const pathOf = (name) => new URL(`../../${name}`, import.meta.url).pathname;

/** @param {string} name */
function textOf(name) {
  const text = readFileSync(pathOf(name), 'utf8');
  return text.startsWith('#') ? text : `# Licence\n\n${text}`;
}

/** @param {string} name */
function documentPage(name) {
  const headings = headingsOf(name);
  const ids = headings.map(({ id }) => id);
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens);
        return `<h${depth} id="${ids.shift()}">${text}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const address = addressOf(href, name);
        return address === undefined ? text : `<a href="${address}">${text}</a>`;
      },
    },
  });
  const text = /** @type {string} */ (marked.parse(textOf(name)));
  const contents = headings
    .filter(({ depth }) => depth === 2)
    .map(({ id, text: title }) => `<li><a href="#${id}">${title}</a></li>`);
  return (
    (contents.length > 1 ? `<nav aria-label="Contents"><ul>${contents.join('')}</ul></nav>` : '') +
    `<article>${scrollable(text)}</article>`
  );
}

/**
 * Wide parts scroll by themselves, by key as well.
 *
 * @param {string} html
 */
function scrollable(html) {
  let count = 0;
  const label = (/** @type {string} */ kind) => `tabindex="0" role="region" aria-label="${kind} ${++count}"`;
  return html
    .replaceAll('<pre>', () => `<pre ${label('Code')}>`)
    .replaceAll('<table>', () => `<div class="table" ${label('Table')}><table>`)
    .replaceAll('</table>', '</table></div>');
}

/**
 * The headings of a document with their anchors, as GitHub makes them.
 *
 * @param {string} name
 */
function headingsOf(name) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const tokens = new Marked().lexer(textOf(name));
  const headings = /** @type {import('marked').Tokens.Heading[]} */ (
    tokens.filter(({ type }) => type === 'heading')
  );
  return headings.map(({ text, depth }) => {
    const plain = text.replaceAll(/[`*]/g, '').replaceAll(/<[^>]*>/g, '');
    const slug = plain
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return { id: count ? `${slug}-${count}` : slug, text: plain, depth };
  });
}

/**
 * Where a link of a document leads on these pages; `undefined` for a file that is in the repository only.
 *
 * @param {string} href
 * @param {string} from  document that has the link
 */
function addressOf(href, from) {
  if (/^https?:/.test(href)) return href;
  const [file, anchor] = href.split('#');
  const name = file || from;
  const folder = FOLDERS.get(name);
  if (!folder && existsSync(pathOf(name))) return undefined;
  if (!folder) throw new Error(`${from}: ${href} leads to no file.`);
  if (anchor && !headingsOf(name).some(({ id }) => id === anchor))
    throw new Error(`${from}: ${href} leads to no heading.`);
  return `${file ? `../${folder}/` : ''}${anchor ? `#${anchor}` : ''}`;
}
