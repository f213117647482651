import { html } from 'lit';

import type { Language } from '../lang/languages.js';
import type { Strings } from '../lang/strings.js';

/** What an element says: in a language, or in words of the author's own. */
export class Words {
  readonly #language: Language;
  readonly #own: Partial<Strings> | undefined;

  constructor(language: Language, own: Partial<Strings> | undefined) {
    this.#language = language;
    this.#own = own;
  }

  /** Tag of the language. */
  get tag(): string {
    return this.#language.tag;
  }

  /** Whether the author has given the text. */
  isOwn(name: keyof Strings): boolean {
    return this.#own?.[name] !== undefined;
  }

  text(name: keyof Strings): string {
    return this.#own?.[name] ?? this.#language.strings[name];
  }

  /** Tag of the text's language, where that is not the one around it (WCAG 2.2 SC 3.1.2). */
  foreign(name: keyof Strings): string | undefined {
    return this.#language.isForeign && !this.isOwn(name) ? this.tag : undefined;
  }

  /** The text, marked with its language where it has to be. */
  marked(name: keyof Strings): unknown {
    const [text, tag] = [this.text(name), this.foreign(name)];
    return tag ? html`<span lang=${tag}>${text}</span>` : text;
  }
}
