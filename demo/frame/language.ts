import { arabic } from './arabic.js';

/** Every text of the demo in English, which is also its key. A text without a translation does not compile. */
export type Word = keyof typeof arabic;

export type Language = 'en' | 'ar';

const KEY = 'demo:language';
const listeners = new Set<() => void>();

/** The page's language. `build/early.js` has restored the last choice. */
export function currentLanguage(): Language {
  return document.documentElement.lang === 'ar' ? 'ar' : 'en';
}

/** Translates `word` into the page's language. */
export function t(word: Word): string {
  return currentLanguage() === 'ar' ? arabic[word] : word;
}

/** `count` in the digits of the page's language. */
export function digits(count: number): string {
  return count.toLocaleString(currentLanguage() === 'ar' ? 'ar-u-nu-arab' : 'en');
}

/** Whether the page is always in English, like the manual. */
export const isEnglishOnly = (): boolean => 'english' in document.documentElement.dataset;

/** Calls `listener` at each change of language. */
export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}

/** Changes the page's language. `<store-logout>` notices the new `lang` by itself. */
export function setLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  listeners.forEach((listener) => listener());
}

/** The direction in which a language is written, by its tag. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/i.test(tag) ? 'rtl' : 'ltr';
}
