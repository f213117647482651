import { en } from './en.js';
import { pageLanguages, type Strings } from './strings.js';

/** A known language, with its tag (BCP 47). */
export interface Language {
  readonly tag: string;
  readonly strings: Strings;
  /** Whether it replaces a language that is not known. */
  readonly isForeign?: boolean;
}

const english: Language = { tag: 'en', strings: en };

/** Registers a language by its tag (BCP 47), such as `fr` or `pt-BR`. A later one of the same tag replaces it. */
export function registerLanguage(tag: string, strings: Strings): void {
  const page = pageLanguages();
  page.strings.set(tag.toLowerCase(), strings);
  page.listeners.forEach((listener) => listener());
}

/** Calls `listener` whenever a language is registered. */
export function onLanguage(listener: () => void): void {
  pageLanguages().listeners.add(listener);
}

/** The language for `tag`: by the full tag, else without its last parts (RFC 4647 section 3.4), else English. */
export function languageFor(tag: string): Language {
  const known = pageLanguages().strings;
  const parts = tag.toLowerCase().split('-');
  for (; parts.length; parts.pop()) {
    const name = parts.join('-');
    const strings = known.get(name);
    // A language file of an older version may lack a string.
    if (strings) return { tag: name, strings: { ...en, ...strings } };
    if (name === 'en') return english;
  }
  return { ...english, isForeign: true };
}
