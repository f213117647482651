import { html, nothing, type TemplateResult } from 'lit';

import { currentLanguage, isEnglishOnly, type Language, setLanguage, t, type Word } from './language.js';
import { currentTheme, setTheme, type Theme } from './theme.js';

const pages = [
  ['playground', 'Playground'],
  ['salla', 'Salla'],
  ['commerce-engine', 'Commerce Engine'],
  ['unisouk', 'UniSouk'],
  ['wix', 'Wix'],
  ['manual', 'Manual'],
] as const satisfies readonly (readonly [string, Word])[];

const themes = [
  ['system', 'System colours'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const satisfies readonly (readonly [Theme, Word])[];

/** The bar above every page: links, the language and the colours. */
export function barView(root: string, current: string): TemplateResult {
  return html`
    <nav class="demo-bar" aria-label=${t('Demo')}>
      <a class="home" href=${root} aria-current=${current === '' ? 'page' : 'false'}>store-logout</a>
      <ul>
        ${pages.map(
          ([folder, name]) =>
            html`<li>
              <a href="${root}${folder}/" aria-current=${folder === current ? 'page' : 'false'}>${t(name)}</a>
            </li>`,
        )}
      </ul>
      ${isEnglishOnly() ? nothing : languagesView()}
      <select class="colours" aria-label=${t('Colours')} @change=${themeChosen}>
        ${themes.map(
          ([value, name]) =>
            html`<option value=${value} .selected=${value === currentTheme()}>${t(name)}</option>`,
        )}
      </select>
    </nav>
  `;
}

function languagesView(): TemplateResult {
  const isArabic = currentLanguage() === 'ar';
  return html`<select class="language" aria-label=${t('Language')} @change=${languageChosen}>
    <option value="en" lang="en" .selected=${!isArabic}>English</option>
    <option value="ar" lang="ar" .selected=${isArabic}>العربية</option>
  </select>`;
}

function languageChosen({ target }: Event): void {
  setLanguage((target as HTMLSelectElement).value as Language);
}

function themeChosen({ target }: Event): void {
  setTheme((target as HTMLSelectElement).value as Theme);
}
