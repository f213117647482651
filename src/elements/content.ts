import { html, nothing, type ReactiveControllerHost } from 'lit';

import type { LogoutState } from '../tabs/page-state.js';
import type { Words } from './words.js';

/** The slots of the labels that can replace the usual one. */
const OTHERS = ['busy', 'done', 'failed'] as const;

/** The longest time between the two clicks of a double click on any system. */
export const DOUBLE_CLICK_MS = 1000;

/** The submit button of a form. */
const SUBMIT = 'button:not([type]), [type=submit]';

const WATCHED = { childList: true, characterData: true, subtree: true, attributeFilter: ['slot'] };

/** Knows the author's content of the host: labels, an icon, or a button of the author's own. */
export class Content {
  /** The author's own button. Of a form, which works without script, it is the submit button, if there is one. */
  trigger: HTMLElement | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | undefined;
  /** The names of the slots that the author has filled. The default slot has an empty name. */
  #filled: string[] = [];
  /** Whether the default slot has white space only. That is no label, but it would replace our text. */
  #isBlank = false;
  /** The control with our `aria-busy` and `aria-disabled`, and the `aria-disabled` that its author had set. */
  #control: Element | null | undefined;
  #ariaDisabled: string | null = null;
  /** Time of the last click, as in `Event.timeStamp`. */
  #lastClick = -Infinity;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  /** Call this when the host is connected. It makes the host render again, here and whenever the content changes. */
  watch(): void {
    this.#observer ??= new MutationObserver(() => this.#read());
    this.#observer.observe(this.#host, WATCHED);
    this.#read();
  }

  /** Call this when the host is disconnected. */
  stop(): void {
    this.#observer?.disconnect();
    this.tell(undefined, false, false);
  }

  /**
   * Sets `aria-busy` and `aria-disabled` on `control`: the built-in button, or the author's own. It stays focusable in
   * every state. The control before it gets the author's value back.
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

  /** Whether a click is one on the button. A form of the author's may have other fields: a click on them changes them. */
  isOnButton({ target }: Event): boolean {
    const nearest = (target as Element).closest(`form[slot=trigger], ${SUBMIT}`);
    return nearest?.localName !== 'form' || nearest === this.trigger;
  }

  /**
   * Whether a click belongs to the one before it. A double click counts once, also if its second click lands in the dialog
   * that the first has opened. If the first click only opened the menu around the button, the second one counts.
   */
  isFurther({ detail, timeStamp }: MouseEvent): boolean {
    // A busy page hears the second click late. The first may be older, if the click before this one was elsewhere.
    const isFurther = detail > 1 && timeStamp - this.#lastClick < 5 * DOUBLE_CLICK_MS;
    this.#lastClick = timeStamp;
    return isFurther;
  }

  /** A key that is held down counts once. In an `<input>` of the author's form, it would submit that again and again. */
  readonly ignoreRepeats = (event: KeyboardEvent): void => {
    const isInput = event.target instanceof HTMLInputElement;
    if (event.repeat && event.key === 'Enter' && (isInput || this.isOnButton(event))) event.preventDefault();
  };

  /** The class of the icon, if there is one: after the logout its place shows a tick or an exclamation mark. */
  icon(state: LogoutState): LogoutState | typeof nothing {
    return this.#filled.includes('icon') ? state : nothing;
  }

  /** The class of the usual label. All labels share one grid cell, and one of them shows. */
  usual(state: LogoutState): string {
    return this.#shown(state) ? 'face off' : 'face';
  }

  /** The text that the button keeps room for, so that its size is the same in every state. */
  room(name: 'done' | 'failed', words: Words): string | typeof nothing {
    return this.#filled.includes(name) ? nothing : words.text(name);
  }

  /**
   * The label that shows instead of the usual one, and the author's other labels, which keep their room. The first alone
   * names the button, by its `id`: Chromium counts slotted text as part of the name although it is hidden.
   */
  others(state: LogoutState, words: Words): unknown {
    const shown = this.#shown(state);
    const others = OTHERS.filter((name) => name === shown || this.#filled.includes(name));
    if (!this.#isBlank && !others.length) return nothing;
    return [
      this.#isBlank ? html`<span class=${this.usual(state)}>${words.marked('label')}</span>` : nothing,
      ...others.map(
        (name) =>
          html`<slot
            name=${name}
            id=${name === shown ? 'shown' : nothing}
            class=${name === shown ? 'face' : 'face off'}
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
    this.trigger = ((isForm && trigger.querySelector(SUBMIT)) || trigger) as HTMLElement;
    this.#host.requestUpdate();
  }
}

/** The visible text is short. Screen readers hear the label before it, because they may meet the button without context. */
function tryAgain(words: Words): unknown {
  const failed = words.marked('failed');
  if (words.isOwn('failed')) return failed;
  return html`<span class="unseen">${words.marked('label')}: </span>${failed}`;
}
