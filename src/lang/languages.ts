import { en } from './en.js';
import { pageLanguages, type Strings } from './strings.js';

/** The strings in a language. */
export interface Language {
  readonly strings: Strings;
  /** Whether they are English because the language is not known. */
  readonly isForeign?: boolean;
}

/** The language for `tag`: by the full tag, else without its last parts (RFC 4647 section 3.4), else English. */
export function languageFor(tag: string): Language {
  const known = pageLanguages().strings;
  const parts = tag.toLowerCase().split('-');
  for (; parts.length; parts.pop()) {
    const name = parts.join('-');
    const strings = known.get(name);
    // A language file of an older version may lack a string.
    if (strings) return { strings: { ...en, ...strings } };
    if (name === 'en') return { strings: en };
  }
  return { strings: en, isForeign: true };
}
