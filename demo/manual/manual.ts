import type { Word } from '../frame/language.js';
import { showPage } from '../frame/show-page.js';

const titles: Readonly<Record<string, Word>> = {
  manual: 'Manual',
  contributing: 'Contributing',
  changelog: 'Changelog',
  licence: 'Licence',
};

const folder = location.pathname.split('/').at(-2) ?? '';
// The text is in the page from the start; only the bar is put above it.
const text = document.querySelector('main');

showPage({ root: '../', folder, title: titles[folder] ?? 'Manual', view: () => text });

// The heading that the address names has moved down by the height of the bar.
document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
