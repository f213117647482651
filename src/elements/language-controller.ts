import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { onLanguage } from '../lang/languages.js';

/** Elements that want to know of a change of `lang` anywhere on the page; one observer serves them all. */
const hosts = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;
const update = (): void => hosts.forEach((host) => host.requestUpdate());
onLanguage(update);

/** Renders its host again when the page's language changes. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Language tag of the host or its nearest ancestor that has one, across shadow roots; English if none has. */
  get tag(): string {
    for (let node: Node | null = this.#host; node; node = parentOf(node)) {
      if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang') || 'en';
    }
    return 'en';
  }

  hostConnected(): void {
    hosts.add(this.#host);
    observer ??= new MutationObserver(update);
    // An observer does not look into shadow roots: each one around the host is observed by itself.
    for (let root: Node | null = this.#host.getRootNode(); root; root = outerRootOf(root)) {
      observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    }
    // The language of the place it was moved to may be another.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (!hosts.size) observer?.disconnect();
  }
}

function outerRootOf(root: Node): Node | null {
  return root instanceof ShadowRoot ? root.host.getRootNode() : null;
}

function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}
