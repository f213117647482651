import type { FailedLogout } from '../logout/outcome.js';
import { en } from './en.js';

/** Every text that a shopper can see or hear. A language that lacks one does not compile. */
export interface Strings {
  /** On the button, at rest. */
  readonly label: string;
  /** Announced while the logout is under way. */
  readonly busy: string;
  /** On the button and announced after the logout. */
  readonly done: string;
  /** On the button after a failure. */
  readonly failed: string;
  /** Announced when the browser is offline. */
  readonly offline: string;
  /** Announced when nobody can tell whether the session has ended. */
  readonly unreachable: string;
  /** Announced when trying again alone will not help. */
  readonly refused: string;
}

const languages = new Map<string, Strings>([['en', en]]);

/** Makes a language known by its tag (BCP 47), such as `fr` or `pt-BR`; a later one takes its place. */
export function registerLanguage(tag: string, strings: Strings): void {
  languages.set(tag.toLowerCase(), strings);
}

/** The strings for `tag`: the full tag, else its language alone, else English. */
export function stringsFor(tag: string): Strings {
  const full = tag.toLowerCase();
  return languages.get(full) ?? languages.get(full.split('-')[0] ?? '') ?? en;
}

/** What to tell a shopper about a failure. */
export function failureText(strings: Strings, { reason, retryable }: FailedLogout): string {
  if (reason === 'offline') return strings.offline;
  return retryable ? strings.unreachable : strings.refused;
}
