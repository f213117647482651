import { arabic } from './arabic.js';

/** Every text of the demo in English, which is also its key. One without a translation does not compile. */
export type Word = keyof typeof arabic;

export type Language = 'en' | 'ar';

const KEY = 'demo:language';
const listeners = new Set<() => void>();

/** The page's language; `build/early.js` has restored the one that was chosen last. */
export function currentLanguage(): Language {
  return document.documentElement.lang === 'ar' ? 'ar' : 'en';
}

/** `word` in the page's language. */
export function t(word: Word): string {
  return currentLanguage() === 'ar' ? arabic[word] : word;
}

/** `count` in the digits of the page's language. */
export function digits(count: number): string {
  return count.toLocaleString(currentLanguage() === 'ar' ? 'ar-u-nu-arab' : 'en');
}

/** Whether the page is in English for everybody, as the manual is. */
export const isEnglishOnly = (): boolean => 'english' in document.documentElement.dataset;

/** Calls `listener` at each change of language. */
export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}

/** Switches the page over. `<store-logout>` sees the new `lang` by itself. */
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
