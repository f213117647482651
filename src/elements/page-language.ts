import type { ReactiveControllerHost } from 'lit';

import { type Language, languageFor, onLanguage } from '../lang/languages.js';

/** Elements that render again when the language of the page changes; one observer serves them all. */
const hosts = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;
const update = (): void => hosts.forEach((host) => host.requestUpdate());
onLanguage(update);

/** Has `host` render again whenever `lang` changes around it, or a language is added. */
export function followLanguage(host: ReactiveControllerHost & HTMLElement): void {
  hosts.add(host);
  observer ??= new MutationObserver(update);
  // An observer does not look into shadow roots: each one around the host is observed by itself.
  for (let root: Node = host.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    if (!(root instanceof ShadowRoot)) return;
  }
}

/** Ends that. */
export function unfollowLanguage(host: ReactiveControllerHost): void {
  hosts.delete(host);
  if (!hosts.size) observer?.disconnect();
}

/** The language of `element`: of its nearest ancestor with `lang`, across shadow roots; English if none has one. */
export function languageOf(element: Element): Language {
  const tag = tagOf(element);
  const language = languageFor(tag);
  if (language.isForeign) warnWhenLoaded(tag);
  return language;
}

function tagOf(element: Element): string {
  for (let place = element; ;) {
    const named = place.closest('[lang]');
    if (named) return named.getAttribute('lang') || 'en';
    const root = place.getRootNode();
    if (!(root instanceof ShadowRoot)) return 'en';
    place = root.host;
  }
}

const warned = new Set<string>();

/** Not before the page has loaded: the file of the language may come after the library. */
function warnWhenLoaded(tag: string): void {
  if (warned.has(tag)) return;
  warned.add(tag);
  if (document.readyState === 'complete') setTimeout(warn, 0, tag);
  else addEventListener('load', () => setTimeout(warn, 0, tag), { once: true });
}

function warn(tag: string): void {
  if (!languageFor(tag).isForeign) return;
  const [name = tag] = tag.toLowerCase().split('-');
  console.warn(
    `<store-logout>: There are no strings for lang="${tag}", so the button is in English: load lang/${name}.js of this package, or call registerLanguage('${name}', …).`,
  );
}
