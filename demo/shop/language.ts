import { arabic } from './arabic.js';

/** Every text of the demo in English, which is also its key. One without a translation does not compile. */
export type Word = keyof typeof arabic;

export type Language = 'en' | 'ar';

const KEY = 'demo:language';
const listeners = new Set<() => void>();

export function currentLanguage(): Language {
  return document.documentElement.lang === 'ar' ? 'ar' : 'en';
}

/** `word` in the page's language. */
export function t(word: Word): string {
  return currentLanguage() === 'ar' ? arabic[word] : word;
}

/** Calls `listener` at each change of language. */
export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}

/** Switches the page over. `<store-logout>` sees the new `lang` by itself. */
export function setLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  translateMarkup();
  listeners.forEach((listener) => listener());
}

/** The language that was chosen last. */
export function restoreLanguage(): void {
  setLanguage(localStorage.getItem(KEY) === 'ar' ? 'ar' : 'en');
}

/** Texts in the pages' own markup: `data-word` on an element, `data-label` for its `aria-label`. */
function translateMarkup(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.dataset['word'] ||= element.textContent.trim().replace(/\s+/g, ' ');
    element.textContent = t(element.dataset['word'] as Word);
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    element.dataset['label'] ||= element.ariaLabel ?? '';
    element.ariaLabel = t(element.dataset['label'] as Word);
  }
}
