import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Knows whether its host has a label of the author's own. White space, as between the lines of a page, is none; a
 * slot would take it for content and leave the button without a name.
 */
export class LabelController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | undefined;
  #isBlank = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether there is nothing but white space where the label would be. */
  get isBlank(): boolean {
    return this.#isBlank;
  }

  hostConnected(): void {
    this.#observer ??= new MutationObserver(() => this.#read());
    this.#observer.observe(this.#host, { childList: true, characterData: true, subtree: true });
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): void {
    const content = [...this.#host.childNodes].filter(
      (node) => node instanceof Text || (node instanceof Element && !node.slot),
    );
    const isBlank = content.length > 0 && content.every((node) => node instanceof Text && !node.data.trim());
    if (isBlank === this.#isBlank) return;
    this.#isBlank = isBlank;
    this.#host.requestUpdate();
  }
}
