import { html, type ReactiveControllerHost } from 'lit';

import { type Language, languageFor, onLanguage } from '../lang/languages.js';
import type { Strings } from '../lang/strings.js';

export type Words = ReturnType<typeof wordsIn>;

/** The texts of an element: in a language, or the author's own. */
export function wordsIn({ tag, strings, isForeign }: Language, own: Partial<Strings> | undefined) {
  const isOwn = (name: keyof Strings): boolean => own?.[name] !== undefined;
  const text = (name: keyof Strings): string => own?.[name] ?? strings[name];
  /** Tag of the text's language, if the language around it is another one (WCAG 2.2 SC 3.1.2). */
  const foreign = (name: keyof Strings): string | undefined => (isForeign && !isOwn(name) ? tag : undefined);
  /** The text, marked with its language if the language around it is another one. */
  const marked = (name: keyof Strings): unknown => {
    const lang = foreign(name);
    return lang ? html`<span lang=${lang}>${text(name)}</span>` : text(name);
  };
  return { tag, isOwn, text, foreign, marked };
}

/** Elements that render again when the language of the page changes. They share one observer. */
const hosts = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;
const update = (): void => hosts.forEach((host) => host.requestUpdate());
onLanguage(update);

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
  let named = element.closest('[lang]');
  for (
    let root = element.getRootNode();
    !named && root instanceof ShadowRoot;
    root = root.host.getRootNode()
  ) {
    named = root.host.closest('[lang]');
  }
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
    console.warn(
      `<store-logout>: There are no strings for lang="${tag}", so the button is in English: load lang/${name}.js of this package, or call registerLanguage('${name}', …).`,
    );
  };
  if (document.readyState === 'complete') setTimeout(warn);
  else addEventListener('load', () => setTimeout(warn), { once: true });
}
