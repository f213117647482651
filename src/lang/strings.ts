/**
 * Every text that a shopper can see or hear. A language that lacks one does not compile.
 *
 * Thirteen plain strings without plurals or variables need no localisation library: the smallest well-kept one for Lit
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
  /** Shown beside the button and announced, as are all that follow: the browser is offline. */
  readonly offline: string;
  /** The network does not lead to the shop. */
  readonly unreachable: string;
  /** The shop has not answered in time. */
  readonly timedOut: string;
  /** The shop has answered with an error of its own, or its software has failed. */
  readonly serverError: string;
  /** A network that wants a sign-in of its own, or another page, has answered in place of the shop. */
  readonly intercepted: string;
  /** Trying again alone will not help. */
  readonly refused: string;
  /** The shop itself says that the shopper is still signed in. */
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
