import { html, nothing, type ReactiveControllerHost } from 'lit';

import type { LogoutState } from '../logout/outcome.js';
import type { Words } from './words.js';

/** The labels that may take the place of the usual one, by their slots. */
const OTHERS = ['busy', 'done', 'failed'] as const;

const WATCHED = { childList: true, characterData: true, subtree: true, attributeFilter: ['slot'] };

/** Knows what the author has put into the host, and which label shows. */
export class Content {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | undefined;
  /** The slots that the author has filled; the name of the usual label's is empty. */
  #filled: readonly string[] = [];
  #hasBlanks = false;
  #trigger: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  /** The author's own button, if there is one. In a form, which is there for pages without script, it is the form's. */
  get trigger(): HTMLElement | undefined {
    return this.#trigger;
  }

  /** To be called when the host comes to a page. */
  watch(): void {
    this.#observer ??= new MutationObserver(() => {
      this.#read();
      this.#host.requestUpdate();
    });
    this.#observer.observe(this.#host, WATCHED);
    this.#read();
  }

  /** To be called when the host leaves the page. */
  stop(): void {
    this.#observer?.disconnect();
  }

  /** The class of the usual label: all labels lie upon each other, and one of them shows. */
  usual(state: LogoutState): string {
    return this.#shown(state) ? 'face off' : 'face';
  }

  /** The text that the button has to keep room for, so that its size is the same in every state. */
  room(name: 'done' | 'failed', words: Words): string | typeof nothing {
    return this.#filled.includes(name) ? nothing : words.text(name);
  }

  /** The label that shows in place of the usual one, and the author's own, which keep their room. */
  others(state: LogoutState, words: Words): unknown {
    const shown = this.#shown(state);
    // White space, as between the lines of a page, is no label; but in the slot it would take the place of our text.
    const isBlank = this.#hasBlanks && !this.#filled.includes('');
    const others = OTHERS.filter((name) => name === shown || this.#filled.includes(name));
    if (!isBlank && !others.length) return nothing;
    return [
      isBlank ? html`<span class=${this.usual(state)}>${words.marked('label')}</span>` : nothing,
      ...others.map(
        (name) =>
          html`<slot name=${name} class=${name === shown ? 'face' : 'face off'}
            >${name === 'failed' && name === shown ? tryAgain(words) : words.marked(name)}</slot
          >`,
      ),
    ];
  }

  #shown(state: LogoutState): string {
    return state === 'idle' || (state === 'busy' && !this.#filled.includes('busy')) ? '' : state;
  }

  #read(): void {
    const filled: string[] = [];
    this.#hasBlanks = false;
    let trigger: Element | null | undefined;
    for (const node of this.#host.childNodes) {
      if (node instanceof Element) filled.push(node.slot);
      else if (node instanceof Text && node.data.trim()) filled.push('');
      else if (node instanceof Text) this.#hasBlanks = true;
      if (node instanceof Element && node.slot === 'trigger') trigger ??= node;
    }
    this.#filled = filled;
    const isForm = trigger?.localName === 'form';
    this.#trigger = (isForm ? trigger?.querySelector('button, [type="submit"]') : trigger) as HTMLElement;
  }
}

/** What shows is short; what is read out has the label before it, because it is met out of context too. */
function tryAgain(words: Words): unknown {
  const failed = words.marked('failed');
  return words.isOwn('failed')
    ? failed
    : html`<span class="unseen">${words.marked('label')}: </span>${failed}`;
}
