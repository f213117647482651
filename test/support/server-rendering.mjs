import { createHash } from 'node:crypto';

import { html } from 'lit';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';

import { strictHeaders } from '../../scripts/snippets/policies.mjs';

const PATH = '/rendered.html';

/**
 * Serves pages as a server renders them that runs the built library in plain Node.js: `/rendered.html?body=…` is a
 * page with this body, its elements with their shadow roots, and no script. With `strict` it comes with the headers of the
 * manual's strict page; with `strict=hash` these also allow the style sheets in it, by their hashes.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function serverRendering() {
  return {
    name: 'server-rendering',
    async serve({ path, query }) {
      if (path !== PATH) return undefined;
      const body = await renderPage(String(query['body']), String(query['lang'] ?? 'en'));
      const headers = query['strict'] === undefined ? {} : strictHeaders();
      if (query['strict'] === 'hash') {
        for (const [name, value] of Object.entries(headers)) {
          headers[name] = value.replace('style-src', `$& ${styleHashes(body)}`);
        }
      }
      return { body, type: 'html', headers };
    },
  };
}

/**
 * @param {string} body
 * @param {string} lang
 */
async function renderPage(body, lang) {
  // Only now: the library need not have been built for tests that ask for no such page.
  await import(new URL('../../dist/define.js', import.meta.url).href);
  const template = html(Object.assign([body], { raw: [body] }));
  return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<title>Rendered by a server</title>
<link rel="icon" href="data:,">
<body>${await collectResult(render(template))}</body>
</html>`;
}

/** @param {string} page */
function styleHashes(page) {
  return [...page.matchAll(/<style>([^]*?)<\/style>/g)]
    .map(([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`)
    .join(' ');
}
