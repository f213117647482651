import { readFileSync } from 'node:fs';

const EARLY = readFileSync(new URL('early.js', import.meta.url), 'utf8');
const NO_SCRIPT =
  'This demo simulates four shop platforms and needs JavaScript. The manual is in README.md of the repository.';

/**
 * Adds the common elements to the head of every page.
 *
 * @returns {import('vite').Plugin}
 */
export function pageFrame() {
  return {
    name: 'page-frame',
    transformIndexHtml: {
      order: 'pre',
      handler: () => [
        meta('viewport', 'width=device-width, initial-scale=1'),
        meta('color-scheme', 'light dark'),
        { tag: 'link', attrs: { rel: 'icon', href: 'data:,' }, injectTo: 'head-prepend' },
        { tag: 'script', children: EARLY, injectTo: 'head-prepend' },
        { tag: 'noscript', children: NO_SCRIPT, injectTo: 'body' },
      ],
    },
  };
}

/**
 * @param {string} name
 * @param {string} content
 * @returns {import('vite').HtmlTagDescriptor}
 */
const meta = (name, content) => ({ tag: 'meta', attrs: { name, content }, injectTo: 'head-prepend' });
