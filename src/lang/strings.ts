/**
 * Every text that a shopper can see or hear. A language that lacks one does not compile.
 *
 * Thirteen plain strings without plurals or variables need no localisation library. The smallest well-kept one for Lit is
 * larger than all code in this folder, and themes would need its build step.
 */
export interface Strings {
  /** On the button, at rest. */
  readonly label: string;
  /** Announced during the logout. */
  readonly busy: string;
  /** On the button and announced after the logout. */
  readonly done: string;
  /** On the button after a failure. Screen readers hear the `label` before it. Short, because the button keeps room for it. */
  readonly failed: string;
  /** The question of `confirm`. The "yes" button has the `label`. */
  readonly confirm: string;
  /** On the "no" button. */
  readonly cancel: string;
  /** This text and all that follow are shown beside the button and announced. The browser is offline. */
  readonly offline: string;
  /** The network could not reach the shop. */
  readonly unreachable: string;
  /** The shop did not answer in time. */
  readonly timedOut: string;
  /** The shop answered with an error, or its software failed. */
  readonly serverError: string;
  /** Another page answered instead of the shop: for example a Wi-Fi network that wants its own sign-in. */
  readonly intercepted: string;
  /** Another try alone will not help. */
  readonly refused: string;
  /** The shop itself says that the shopper is still signed in. */
  readonly stillSignedIn: string;
}

/** The languages of a page, which all copies of the library and all language files on it share. */
interface PageLanguages {
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

/** Registers a language by its tag (BCP 47), such as `fr` or `pt-BR`. A later one of the same tag replaces it. */
export function registerLanguage(tag: string, strings: Strings): void {
  const page = pageLanguages();
  page.strings.set(tag.toLowerCase(), strings);
  page.listeners.forEach((listener) => listener());
}

/** Adds a language of this package. The page's own strings for the same tag stay. */
export function addLanguage(tag: string, strings: Strings): void {
  if (!pageLanguages().strings.has(tag)) registerLanguage(tag, strings);
}
