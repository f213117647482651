import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import { headingsOf } from '../../scripts/manual/headings.mjs';
import { checkLinks, resolved } from '../../scripts/manual/links.mjs';
import { docs, ROOT, textOf } from '../../scripts/manual/pages.mjs';

const DEMO = fileURLToPath(new URL('..', import.meta.url));

/** The repository's documents that are pages of the demo, with the folder of each page. */
const FOLDERS = new Map([
  ['README.md', 'manual'],
  ['CONTRIBUTING.md', 'contributing'],
  ['CHANGELOG.md', 'changelog'],
  ['LICENSE', 'licence'],
  ...docs().map((file) => /** @type {const} */ ([file, file.replace(/(\/README)?\.md$/, '')])),
]);
const documents = new Map([...FOLDERS].map(([document, folder]) => [folder, document]));

/** The paths of the pages for Vite. The pages are made from the documents, and are not files. */
export const manualPages = () => [...documents.keys()].map((folder) => `${DEMO}${folder}/index.html`);

/**
 * Makes a page from each document. A link or an anchor without a target is an error.
 *
 * @returns {import('vite').Plugin}
 */
export function manual() {
  const pages = new Set(manualPages());
  return {
    name: 'manual',
    configureServer(server) {
      const files = [...FOLDERS.keys()].map((file) => fileURLToPath(new URL(file, ROOT)));
      server.watcher.add(files);
      server.watcher.on('change', (file) => {
        if (files.includes(file)) server.hot.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        const [, folder = ''] = /^\/([\w/-]+)\/(?:index\.html)?(?:\?|$)/.exec(request.url ?? '') ?? [];
        const document = documents.get(folder);
        if (document === undefined) return next();
        return server
          .transformIndexHtml(`/${folder}/index.html`, documentPage(document))
          .then((html) => response.setHeader('Content-Type', 'text/html').end(html), next);
      });
    },
    resolveId: (id) => (pages.has(id) ? id : undefined),
    load(id) {
      if (!pages.has(id)) return undefined;
      return documentPage(documents.get(id.slice(DEMO.length, -'/index.html'.length)) ?? '');
    },
  };
}

/** @param {string} name */
function markdownOf(name) {
  const text = textOf(name);
  return text.startsWith('#') ? text : `# Licence\n\n${text}`;
}

/** @param {string} name */
function documentPage(name) {
  const [problem] = name === 'LICENSE' ? [] : checkLinks(name);
  if (problem) throw new Error(problem);
  const folder = FOLDERS.get(name) ?? '';
  const root = folder.replaceAll(/[^/]+/g, '..');
  const headings = headingsOf(markdownOf(name));
  const title = escaped(headings[0]?.text ?? '');
  return `<!doctype html>
<html lang="en" dir="ltr" data-english>
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <link rel="stylesheet" href="/manual/manual.css" />
    <script type="module" src="/manual/manual.ts"></script>
  </head>
  <body>
    <main id="content" class="manual" tabindex="-1" data-root="${root}/" data-title="${title}">
      ${contentsOf(headings)}
      <article>
        ${name.startsWith('docs/') && name !== 'docs/README.md' ? `<p class="path"><a href="${root}/docs/">The manual</a></p>` : ''}
        ${scrollable(articleOf(name, root, headings))}
      </article>
    </main>
  </body>
</html>`;
}

/** @typedef {ReturnType<typeof headingsOf>} Headings */

/** @param {Headings} headings */
function contentsOf(headings) {
  const chapters = headings.filter(({ depth }) => depth === 2);
  if (chapters.length < 2) return '';
  const items = chapters.map(({ id, text }) => `<li><a href="#${id}">${escaped(text)}</a></li>`);
  return `<nav aria-label="Contents"><ul>${items.join('')}</ul></nav>`;
}

/**
 * @param {string} name
 * @param {string} root  relative address of the demo's first page
 * @param {Headings} headings
 */
function articleOf(name, root, headings) {
  const ids = headings.map(({ id }) => id);
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens);
        return `<h${depth} id="${ids.shift()}">${text}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const address = addressOf(href, name, root);
        return address === undefined ? text : `<a href="${address}">${text}</a>`;
      },
      image({ href, text }) {
        const picture = readFileSync(new URL(resolved(href, name), ROOT), 'base64');
        return `<img alt="${escaped(text)}" src="data:image/png;base64,${picture}" />`;
      },
    },
  });
  return /** @type {string} */ (marked.parse(markdownOf(name)));
}

/**
 * Lets wide parts scroll by themselves, also with the keyboard.
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
 * The address of a document's link on these pages; `undefined` for a file that is only in the repository.
 *
 * @param {string} href
 * @param {string} from  document that has the link
 * @param {string} root  relative address of the demo's first page
 */
function addressOf(href, from, root) {
  if (/^(https?:|#)/.test(href)) return href;
  const [file = '', anchor] = href.split('#');
  const folder = FOLDERS.get(resolved(file, from));
  return folder && `${root}/${folder}/${anchor ? `#${anchor}` : ''}`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
