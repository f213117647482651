import { html } from 'lit';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';

const PATH = '/rendered.html';

/**
 * Serves pages as a server renders them that runs the built library in plain Node.js: `/rendered.html?body=…` is a
 * page with this body, its elements with their shadow roots, and no script.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function serverRendering() {
  return {
    name: 'server-rendering',
    async serve({ path, query }) {
      if (path !== PATH) return undefined;
      return { body: await renderPage(String(query['body']), String(query['lang'] ?? 'en')), type: 'html' };
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
