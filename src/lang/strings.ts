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

/** The languages of a page, which all copies of the library and all language files on it share. */
export interface PageLanguages {
  /** By tag (BCP 47), in lower case. */
  readonly strings: Map<string, Strings>;
  /** Called when a language has been added. */
  readonly listeners: Set<() => void>;
}

/** On the global object: a language file may come before the library or after it. */
const key = Symbol.for('store-logout.languages');

export function pageLanguages(): PageLanguages {
  const page = globalThis as { [key]?: PageLanguages };
  return (page[key] ??= { strings: new Map(), listeners: new Set() });
}

/** Adds a language of this package. The page's own strings for the same tag stay. */
export function addLanguage(tag: string, strings: Strings): void {
  const page = pageLanguages();
  if (page.strings.has(tag)) return;
  page.strings.set(tag, strings);
  page.listeners.forEach((listener) => listener());
}
