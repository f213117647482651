import { readFile } from 'node:fs/promises';

/** What a shopper can meet, each in its own way. */
export const STATES = ['idle', 'focused', 'busy', 'done', 'failed', 'disabled'];

const MANUAL = new URL('../../../docs/styling.md', import.meta.url);
const ICON = /<svg slot="icon"[^]*?<\/svg>/.exec(await readFile(MANUAL, 'utf8'))?.[0] ?? '';

/**
 * The looks of the manual, each with what goes into the element.
 *
 * @type {Record<string, string>}
 */
const LOOKS = {
  plain: '',
  link: '',
  filled: '',
  touch: ICON,
  'icon-only': ICON,
  wide: '',
  'menu-item': ICON,
};

/** @type {Record<string, string>} attributes that bring an element into a state */
const WAYS = {
  disabled: 'disabled',
  // Never answers; on a host of its own, because a browser has only a few connections to each.
  busy: 'base-url="http://localhost:1/hang" timeout="600000"',
  done: 'base-url="/done"',
  failed: 'base-url="/refused"',
};

/**
 * Every state in every look, on one page.
 *
 * @param {{ lang: string, dir: string }} language
 * @param {string} port of the server
 */
export async function gallery({ lang, dir }, port) {
  const rows = STATES.map((state) => {
    const cells = Object.entries(LOOKS).map(([look, content]) => cell(state, look, content, port));
    return `<section><h2 lang="en" dir="ltr">${state}</h2><div class="looks">${cells.join('\n')}</div></section>`;
  });
  return pageOf(
    { lang, dir },
    'Every state in every look',
    `.looks { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; }
.looks > .wide, .looks > .menu-item { flex-basis: 100%; }
#asking { margin-block: 1rem; }
/* They would lie upon each other: they have pictures of their own. */
store-logout::part(reason) { display: none; }`,
    `${rows.join('\n')}
<store-logout id="asking" confirm platform="custom" base-url="/asking"></store-logout>`,
  );
}

/**
 * Reasons where there is little room: at the edges of the window, in a box that clips, beside a button of the page's own,
 * and with letters of twice the size.
 *
 * @param {{ lang: string, dir: string }} language
 */
export async function failures(language) {
  const attributes = 'data-state="failed" platform="custom"';
  return pageOf(
    language,
    'A reason beside each button',
    `.row { display: flex; justify-content: space-between; align-items: start; min-block-size: 8rem; }
.clips { overflow: hidden; max-block-size: 3rem; min-block-size: 0; margin-block-end: 7rem; }
.large { font-size: 200%; min-block-size: 20rem; align-items: start; }
.foot { position: absolute; inset: auto 1rem 0; min-block-size: 0; }
main { min-block-size: 50rem; }`,
    `<div class="row"><span>Nora</span><store-logout class="icon-only" store-id="a" ${attributes} base-url="/refused">${ICON}</store-logout></div>
<div class="row clips"><store-logout store-id="b" ${attributes} base-url="/page"></store-logout><span>Nora</span></div>
<div class="row large"><span>Nora</span><store-logout store-id="c" ${attributes} base-url="/error"></store-logout></div>
<div class="row foot"><store-logout store-id="d" ${attributes} base-url="/hang" timeout="500"><a slot="trigger" href="#">Nora</a></store-logout></div>`,
  );
}

/**
 * @param {{ lang: string, dir: string }} language
 * @param {string} title
 * @param {string} styles
 * @param {string} content
 */
async function pageOf({ lang, dir }, title, styles, content) {
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="data:,">
${fontLink(lang)}
<style>
${fontFaces()}
:root { color-scheme: light dark; }
body { margin: 1rem; background: canvas; color: canvastext; font: 16px/1.5 ${fontFamilies(lang)}; }
h1, h2 { margin: 0.5rem 0; font-size: 0.875rem; font-weight: normal; }
${styles}
/* A moving picture cannot be compared. */
store-logout::part(spinner) { animation: none; }
${await looksOfManual()}
</style>
<main>
<h1 lang="en" dir="ltr">${title}</h1>
${content}
</main>
<script type="module" src="/dist/lang/all.js"></script>
<script type="module" src="/dist/store-logout.bundle.js"></script>
</html>`;
}

/**
 * @param {string} state
 * @param {string} look
 * @param {string} content
 * @param {string} port
 */
function cell(state, look, content, port) {
  const way = (WAYS[state] ?? `base-url="/${state}"`).replace('localhost:1', `localhost:${port}`);
  // Each is a store of its own, so that no two share a state.
  return `<store-logout class="${look}" data-state="${state}" platform="custom" store-id="${state}-${look}" ${way}>${content}</store-logout>`;
}

/** The style sheet of the manual's recipe, so that what it shows is what is tested. */
async function looksOfManual() {
  const manual = await readFile(MANUAL, 'utf8');
  const [, css = ''] = /^```css\n(store-logout\.link .*?)^```/ms.exec(manual) ?? [];
  if (!css) throw new Error('The manual has no style sheet that begins with store-logout.link.');
  return css;
}

/** What each font is for, by the names of its package and its subset. */
const FONTS = [
  ['noto-sans', 'latin'],
  ['noto-sans', 'latin-ext'],
  ['noto-sans', 'cyrillic'],
  ['noto-sans-arabic', 'arabic'],
  ['noto-sans-bengali', 'bengali'],
  ['noto-sans-devanagari', 'devanagari'],
  ['noto-sans-hebrew', 'hebrew'],
];

/**
 * Fonts of so many letters that each is split into a hundred files, of which a style sheet knows which letter is where.
 * The same letter has another shape in each of these languages.
 *
 * @type {Record<string, string>} the last part of the font's name by language
 */
const LARGE_FONTS = { ja: 'JP', ko: 'KR', zh: 'SC' };

function fontFaces() {
  return FONTS.map(
    ([family, subset]) =>
      `@font-face { font-family: '${subset}'; src: url('/fonts/${family}/files/${family}-${subset}-400-normal.woff2'); }`,
  ).join('\n');
}

/** @param {string} lang */
function fontLink(lang) {
  const large = LARGE_FONTS[lang]?.toLowerCase();
  return large ? `<link rel="stylesheet" href="/large-fonts/noto-sans-${large}/index.css">` : '';
}

/** @param {string} lang */
function fontFamilies(lang) {
  const large = LARGE_FONTS[lang];
  return [...(large ? [`'Noto Sans ${large} Variable'`] : []), ...FONTS.map(([, subset]) => subset)].join();
}
