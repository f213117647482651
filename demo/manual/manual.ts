import type { Word } from '../frame/language.js';
import { showPage } from '../frame/show-page.js';

const titles: Readonly<Record<string, Word>> = {
  manual: 'Manual',
  contributing: 'Contributing',
  changelog: 'Changelog',
  licence: 'Licence',
};

const folder = location.pathname.split('/').at(-2) ?? '';
// The text is in the page from the start. Only the bar is added above it.
const text = document.querySelector('main');
const { root = '../', title } = text?.dataset ?? {};
const known = root === '../' ? titles[folder] : undefined;

showPage({
  root,
  // A page of the manual may have the name of a shop's folder.
  folder: known ? folder : 'docs',
  title: known ?? 'Manual',
  ownTitle: known ? undefined : title,
  view: () => text,
});

// The bar has moved the heading in the address down, so scroll to it again.
document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
