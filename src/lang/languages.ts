import type { FailedLogout } from '../logout/outcome.js';
import { en } from './en.js';

/**
 * Every text that a shopper can see or hear. A language that lacks one does not compile.
 *
 * Ten plain strings without plurals or variables need no localisation library: the smallest well-kept one for Lit
 * is larger than all of this folder's code, and would have to be built into the themes as well.
 */
export interface Strings {
  /** On the button, at rest. */
  readonly label: string;
  /** Announced while the logout is under way. */
  readonly busy: string;
  /** On the button and announced after the logout. */
  readonly done: string;
  /** On the button after a failure; read out behind the `label`. Short, because the button keeps room for it. */
  readonly failed: string;
  /** Asked with `confirm`; the button that says yes bears the `label`. */
  readonly confirm: string;
  /** On the button that says no. */
  readonly cancel: string;
  /** Announced when the browser is offline. */
  readonly offline: string;
  /** Announced when nobody can tell whether the session has ended. */
  readonly unreachable: string;
  /** Announced when trying again alone will not help. */
  readonly refused: string;
  /** Announced when the shop itself says that the shopper is still signed in. */
  readonly stillSignedIn: string;
}

/** A language that is known, and the tag (BCP 47) it is known by. */
export interface Language {
  readonly tag: string;
  readonly strings: Strings;
  /** Whether it stands in for one that is not known. */
  readonly isForeign?: boolean;
}

const languages = new Map<string, Language>([['en', { tag: 'en', strings: en }]]);
const fallback: Language = { tag: 'en', strings: en, isForeign: true };
const listeners = new Set<() => void>();

/** Makes a language known by its tag (BCP 47), such as `fr` or `pt-BR`; a later one takes its place. */
export function registerLanguage(tag: string, strings: Strings): void {
  languages.set(tag.toLowerCase(), { tag, strings });
  listeners.forEach((listener) => listener());
}

/** Calls `listener` whenever a language becomes known. */
export function onLanguage(listener: () => void): void {
  listeners.add(listener);
}

/** The language for `tag`: by the full tag, else without its last parts (RFC 4647 section 3.4), else English. */
export function languageFor(tag: string): Language {
  const parts = tag.toLowerCase().split('-');
  for (; parts.length; parts.pop()) {
    const language = languages.get(parts.join('-'));
    if (language) return language;
  }
  return fallback;
}

/** Which of the strings tells a shopper about a failure. */
export function failureString({ reason, retryable }: FailedLogout): keyof Strings {
  if (reason === 'offline') return 'offline';
  if (reason === 'still-signed-in') return 'stillSignedIn';
  return retryable ? 'unreachable' : 'refused';
}
