import { html, type ReactiveControllerHost } from 'lit';

import { type Language, languageFor } from '../lang/languages.js';
import { pageLanguages, type Strings } from '../lang/strings.js';
import { warnOnce } from '../logout/events.js';

export type Words = ReturnType<typeof wordsIn>;

/** The texts of an element: in a language, or the author's own. */
export function wordsIn({ strings, isForeign }: Language, own: Partial<Strings> | undefined) {
  const isOwn = (name: keyof Strings): boolean => own?.[name] !== undefined;
  const text = (name: keyof Strings): string => own?.[name] ?? strings[name];
  /** The `lang` of a text that is English because there is no other (WCAG 2.2 SC 3.1.2). */
  const foreign = (name: keyof Strings) => (isForeign && !isOwn(name) ? 'en' : undefined);
  /** The text, marked if it is English because there is no other. */
  const marked = (name: keyof Strings): unknown =>
    foreign(name) ? html`<span lang="en">${text(name)}</span>` : text(name);
  return { isOwn, text, foreign, marked };
}

/** Elements that render again when the language of the page changes. They share one observer. */
const hosts = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;
const update = (): void => hosts.forEach((host) => host.requestUpdate());
pageLanguages().listeners.add(update);

/** Makes `host` render again whenever `lang` changes around it, or a language is added. */
export function followLanguage(host: ReactiveControllerHost & HTMLElement): void {
  hosts.add(host);
  observer ??= new MutationObserver(update);
  // An observer does not see into shadow roots, so each shadow root around the host is observed too.
  for (let root: Node = host.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    if (!(root instanceof ShadowRoot)) return;
  }
}

export function unfollowLanguage(host: ReactiveControllerHost): void {
  hosts.delete(host);
  if (!hosts.size) observer?.disconnect();
}

/** The language of `element`: that of its nearest ancestor with `lang`, also across shadow roots. Default: English. */
export function languageOf(element: Element): Language {
  const named = element.closest('[lang]');
  const root = element.getRootNode();
  if (!named && root instanceof ShadowRoot) return languageOf(root.host);
  const tag = named?.getAttribute('lang') || 'en';
  const language = languageFor(tag);
  if (language.isForeign) warnWhenLoaded(tag);
  return language;
}

const warned = new Set<string>();

/** Waits until the page has loaded, because the file of the language may come after the library. */
function warnWhenLoaded(tag: string): void {
  if (warned.has(tag)) return;
  warned.add(tag);
  const warn = (): void => {
    if (!languageFor(tag).isForeign) return;
    const [name = tag] = tag.toLowerCase().split('-');
    warnOnce(`There are no strings for lang="${tag}": load lang/${name}.js, or call registerLanguage().`);
  };
  if (document.readyState === 'complete') setTimeout(warn);
  else addEventListener('load', () => setTimeout(warn), { once: true });
}
