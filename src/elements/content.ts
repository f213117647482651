import { html, nothing, type ReactiveControllerHost } from 'lit';

import type { LogoutState } from '../logout/outcome.js';
import type { Words } from './words.js';

/** The labels that may take the place of the usual one, by their slots. */
const OTHERS = ['busy', 'done', 'failed'] as const;

const WATCHED = { childList: true, characterData: true, subtree: true, attributeFilter: ['slot'] };

/** Knows what the author has put into the host: labels, an icon, a button in place of the built-in one. */
export class Content {
  /** The author's own button, if there is one. In a form, which is there for pages without script, it is the form's. */
  trigger: HTMLElement | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | undefined;
  /** The slots that the author has filled; the name of the usual label's is empty. */
  #filled: string[] = [];
  /** White space, as between the lines of a page, is no label; but in the slot it would take the place of our text. */
  #isBlank = false;
  /** What says what is so, and what the author had on it. */
  #control: Element | null | undefined;
  #ariaDisabled: string | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
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
    this.tell(undefined, false, false);
  }

  /**
   * Has `control`, the built-in button or the author's own, say what is so. It can be focused in every state. The one
   * before it gets back what the author had on it.
   */
  tell(control: Element | null | undefined, isBusy: boolean, isOff: boolean): void {
    if (control !== this.#control) {
      if (this.#control) this.tell(this.#control, false, false);
      this.#control = control;
      this.#ariaDisabled = control?.ariaDisabled ?? null;
    }
    if (!control) return;
    control.ariaBusy = isBusy ? 'true' : null;
    control.ariaDisabled = isBusy || isOff ? 'true' : this.#ariaDisabled;
  }

  /** The class of the icon, if there is one: its place shows a sign of what came of the logout. */
  icon(state: LogoutState): LogoutState | typeof nothing {
    return this.#filled.includes('icon') ? state : nothing;
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
    const others = OTHERS.filter((name) => name === shown || this.#filled.includes(name));
    if (!this.#isBlank && !others.length) return nothing;
    return [
      this.#isBlank ? html`<span class=${this.usual(state)}>${words.marked('label')}</span>` : nothing,
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
    const texts = [...this.#host.childNodes].filter((node) => node instanceof Text);
    const elements = [...this.#host.children];
    this.#filled = elements.map(({ slot }) => slot);
    if (texts.some(({ data }) => data.trim())) this.#filled.push('');
    this.#isBlank = texts.length > 0 && !this.#filled.includes('');
    const trigger = elements.find(({ slot }) => slot === 'trigger');
    const isForm = trigger?.localName === 'form';
    this.trigger = (isForm ? trigger?.querySelector('button, [type="submit"]') : trigger) as HTMLElement;
  }
}

/** What shows is short; what is read out has the label before it, because it is met out of context too. */
function tryAgain(words: Words): unknown {
  const failed = words.marked('failed');
  if (words.isOwn('failed')) return failed;
  return html`<span class="unseen">${words.marked('label')}: </span>${failed}`;
}
