import { deviceClock } from './device-clock.mjs';
import { recordPage } from './record-page.mjs';

/**
 * @typedef {object} PageOptions
 * @property {string} platform
 * @property {Record<string, string>} settings  attributes of the element, or settings of the guard
 * @property {string | undefined} member  who is signed in, as far as the server can tell
 * @property {string | undefined} token  of whoever signs in by coming here
 */

/** @typedef {(options: PageOptions) => string | undefined} Page  its HTML; nothing sends the visitor to sign in */

/** As in the manual. Important, because the theme has a mind of its own about visibility. */
const VEIL = 'body:has(store-logout:not(:defined)) [data-member] { visibility: hidden !important; }';

/** As in the manual's page on strict pages. */
const TRUSTED_TYPES = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types lit-html">`;

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
  /** For everybody, with the button. */
  front: (options) => page('Front', greeting(options.member) + element(options)),
  /** What a sign-in form leads to. */
  welcome: (options) =>
    page(
      'Welcome',
      `<script>localStorage.setItem('${options.settings['token-key']}', (window.token = '${options.token}'))</script>` +
        element(options),
    ),
  /** Its tokens are in page memory only, where UniSouk's refresh brings one before the button is there. */
  memory: (options) => page('Memory', tag(options) + memory(options)),
  /** Shows one thing or another, as the hash in its address says. */
  router: (options) => page('Router', `<div id="view"></div>${router()}${element(options)}`),
  /** The element comes when the account menu is opened. */
  late: (options) =>
    page('Late', greeting(options.member) + `<template>${tag(options)}</template>` + library() + late()),
  /** The element is in a menu that closes when something in it is clicked. */
  menu: ({ settings: { menu = '', fading, ...settings }, ...options }) =>
    page(
      'Menu',
      besideMenu() +
        menuAround(menu, element({ ...options, settings })) +
        closing(fading === undefined ? 0 : 100),
    ),
  /** For everybody, with the button; it has the browser load pages beforehand. */
  ahead: ({ settings: { ahead = '', page: next = '', keep, strict, ...settings }, ...options }) =>
    page(
      'Ahead',
      greeting(options.member) +
        `<a href="${next}">Next</a><script type="speculationrules" ${keep === undefined ? '' : 'data-store-logout-keep'}>
          ${JSON.stringify({ [ahead]: [{ urls: [next], eagerness: 'immediate' }] })}
        </script>` +
        element({ ...options, settings }),
      strict === undefined ? '' : TRUSTED_TYPES,
    ),
  /** For everybody, without the library. */
  bare: ({ member }) => page('Bare', greeting(member)),
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
<script>(${deviceClock.toString()})()</script>
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
const memory = ({ platform, settings }) => `<script type="module">
  let current;
  window.memory = {
    read: () => current,
    clear: () => { current = undefined; },
    replace: (tokens) => { current = tokens; },
  };
  if (${platform === 'unisouk'}) {
    const headers = { 'x-store-id': '${settings['store-id']}' };
    const answer = await fetch('${settings['base-url']}/auth/refresh/${settings['store-id']}', { headers });
    if (answer.ok) current = (await answer.json()).data;
  }
  document.querySelector('store-logout').tokens = window.memory;
  await import('/dist/store-logout.bundle.js');
</script>`;

const router = () => `<script>
  const route = () => {
    document.querySelector('#view').innerHTML =
      location.hash === '#/account' ? '<p data-member>Your orders</p>' : '<p>Please sign in.</p>';
  };
  addEventListener('hashchange', route);
  route();
</script>`;

/** A theme's own channel: a message on it throws the page out of the back/forward cache. */
const late = () => `<div id="menu"></div><script>
  new BroadcastChannel('theme').onmessage = () => {};
  window.openMenu = () => document.querySelector('#menu').append(document.querySelector('template').content);
</script>`;

const besideMenu = () => `<button id="elsewhere">Search</button>
<script>window.confirm = () => { window.questions += 1; return window.answer; };</script>`;

/**
 * @param {string} kind
 * @param {string} content
 */
const menuAround = (kind, content) => {
  const [name, attributes] = MENUS[kind] ?? ['div', ''];
  return `<${name} id="menu" data-kind="${kind}" ${attributes}><summary>Account</summary>${content}</${name}>`;
};

/** @type {Record<string, [name: string, attributes: string]>} */
const MENUS = {
  details: ['details', ''],
  popover: ['div', 'popover'],
  dialog: ['dialog', ''],
};

/** @param {number} ms  from a click until the menu is gone */
const closing = (ms) => `<script>
  const menu = document.querySelector('#menu');
  window.openMenu = () => {
    menu.style.display = '';
    if (menu.localName === 'details') menu.open = true;
    else if (menu.localName === 'dialog') menu.showModal();
    else if (menu.popover) menu.showPopover();
  };
  const close = () => {
    if (menu.localName === 'details') menu.open = false;
    else if (menu.localName === 'dialog') menu.close();
    else if (menu.popover) menu.hidePopover();
    else menu.style.display = 'none';
    window.isMenuClosed = true;
  };
  if (menu.dataset.kind === 'none') window.openMenu = () => { window.isMenuClosed = true; };
  else menu.addEventListener('click', () => ${ms} ? setTimeout(close, ${ms}) : close());
</script>`;

/** @param {PageOptions} options */
const tag = ({ platform, settings }) => {
  const attributes = Object.entries({ platform, ...settings }).map(([name, value]) => `${name}="${value}"`);
  return `<store-logout ${attributes.join(' ')}></store-logout>`;
};

/** @param {string} [script] */
const library = (script = '/dist/store-logout.bundle.js') =>
  `<script type="module" src="${script}"></script>`;

/**
 * @param {PageOptions} options
 * @param {string} [script]
 */
const element = (options, script) => tag(options) + library(script);

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
