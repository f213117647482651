import { recordPage } from './record-page.mjs';

/**
 * @typedef {object} PageOptions
 * @property {string} platform
 * @property {Record<string, string>} settings  attributes of the element, or settings of the guard
 * @property {string | undefined} member  who is signed in, as far as the server can tell
 */

/** @typedef {(options: PageOptions) => string | undefined} Page  its HTML; nothing sends the visitor to sign in */

/** As in the manual. Important, because the theme has a mind of its own about visibility. */
const VEIL = 'body:has(store-logout:not(:defined)) [data-member] { visibility: hidden !important; }';

/**
 * The pages of the shop. Whatever is a member's own has `data-member`, and a theme's own mind about visibility.
 *
 * @type {Record<string, Page>}
 */
export const PAGES = {
  /** Only for members, with the button. */
  account: (options) => options.member && page('Account', greeting(options.member) + element(options)),
  /** The same, with what is the member's hidden by CSS until the library is there. */
  veiled: (options) =>
    options.member && page('Veiled', greeting(options.member) + element(options), `<style>${VEIL}</style>`),
  /** For everybody, with the guard only. */
  product: (options) => page('Product', greeting(options.member) + guard(options)),
  /** What a storefront without a server of its own renders from the token in storage. */
  app: (options) => page('App', app() + element(options)),
  /** The guard is late, and nothing is to be seen before it: where the browser knows `blocking`. */
  blocked: (options) =>
    page(
      'Blocked',
      `<p data-member>Your orders</p>`,
      guard(options, { from: '/dist/guard.js?slow', blocking: 'blocking="render"' }),
    ),
  /** The guard is just as late, and nobody waits for it. */
  unblocked: (options) =>
    page('Unblocked', `<p data-member>Your orders</p>` + guard(options, { from: '/dist/guard.js?slow' })),
  plain: () => page('Plain', '<p>A page without the library.</p>'),
  goodbye: () => page('Goodbye', '<p>Good bye.</p>'),
  'sign-in': () => page('Sign in', '<p>Please sign in.</p>'),
};

/**
 * @param {string} title
 * @param {string} body
 * @param {string} [head]
 */
const page = (title, body, head = '') => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<link rel="icon" href="data:,">
<script>(${recordPage.toString()})()</script>
${head}
<h1>${title}</h1>
${body}`;

/** @param {string | undefined} member */
const greeting = (member) =>
  member
    ? `<p data-member>Hello, ${member}</p><p data-member style="visibility: visible">Your orders</p>`
    : '<p>Hello, guest</p>';

const app = () => `<div id="app"></div>
<script>
  const payload = (localStorage.getItem('storefront_access_token') ?? '').split('.')[1] ?? 'e30';
  const { is_logged_in } = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
  document.querySelector('#app').innerHTML = ${JSON.stringify([greeting('member'), greeting(undefined)])}[is_logged_in ? 0 : 1];
</script>`;

/** @param {PageOptions} options */
const element = ({ platform, settings }) => {
  const attributes = Object.entries({ platform, ...settings }).map(([name, value]) => `${name}="${value}"`);
  return `<store-logout ${attributes.join(' ')}></store-logout>
<script type="module" src="/dist/store-logout.bundle.js"></script>`;
};

/**
 * @param {PageOptions} options
 * @param {{ from?: string, blocking?: string }} [script]
 */
const guard = ({ platform, settings }, { from = '/dist/guard.js', blocking = '' } = {}) => {
  const named = Object.entries(settings).map(([name, value]) => [
    name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
    value,
  ]);
  return `<script type="module" ${blocking}>
  import { guard } from '${from}';
  import * as platforms from '/dist/platforms/${platform}.js';
  const [platform] = Object.values(platforms);
  guard({ platform, ...${JSON.stringify(Object.fromEntries(named))} });
  document.documentElement.dataset.guarded = String(performance.getEntriesByType('paint').length);
</script>`;
};
