import { html, render, type TemplateResult } from 'lit';

import { currentLanguage, type Language, onLanguage, setLanguage, t } from './language.js';

const shops = [
  ['salla', 'Salla'],
  ['commerce-engine', 'Commerce Engine'],
  ['unisouk', 'UniSouk'],
  ['wix', 'Wix'],
] as const;

/** Shows the bar above every page: the four shops, and the language. `root` is the way to the demo's first page. */
export function showDemoBar(root: string, current = ''): void {
  const bar = document.querySelector<HTMLElement>('#demo-bar');
  const show = (): void => {
    if (bar) render(barView(root, current), bar);
  };
  onLanguage(show);
  show();
}

function barView(root: string, current: string): TemplateResult {
  return html`
    <nav aria-label=${t('Demo shops')}>
      <a class="home" href=${root || './'}>store-logout</a>
      ${shops.map(
        ([folder, name]) =>
          html`<a href="${root}${folder}/" aria-current=${folder === current ? 'page' : 'false'}>${name}</a>`,
      )}
    </nav>
    <label class="language">
      <span class="visually-hidden">${t('Language')}</span>
      <select @change=${languageChosen}>
        <option value="en" lang="en" .selected=${currentLanguage() === 'en'}>English</option>
        <option value="ar" lang="ar" .selected=${currentLanguage() === 'ar'}>العربية</option>
      </select>
    </label>
  `;
}

function languageChosen({ target }: Event): void {
  setLanguage((target as HTMLSelectElement).value as Language);
}
