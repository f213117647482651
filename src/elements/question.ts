import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

import type { LogoutOutcome } from '../logout/outcome.js';
import { type Content, DOUBLE_CLICK_MS } from './content.js';
import type { Words } from './words.js';

/** Asks in a modal dialog that its host renders. Where that dialog would be invisible, it uses `window.confirm()`. */
export class Question {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #content: Content;
  #dialog: HTMLDialogElement | null = null;
  #outcome: Promise<LogoutOutcome> | undefined;
  /** Continues with the answer. It is set only while the question is open. */
  #goOn: ((isYes: boolean) => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, content: Content) {
    this.#host = host;
    this.#content = content;
  }

  /** Asks, and calls `answered` in the task of the answer. If a question is open already, its outcome is returned. */
  ask(answered: (isYes: boolean) => Promise<LogoutOutcome>): Promise<LogoutOutcome> {
    this.#outcome ??= new Promise((resolve) => {
      this.#goOn = (isYes) => resolve(answered(isYes));
    });
    if (this.#host.isConnected) this.#host.requestUpdate();
    else queueMicrotask(() => this.answer(false));
    return this.#outcome;
  }

  /** Closes the question with an answer. Does nothing if no question is open. */
  answer(isYes: boolean): void {
    const goOn = this.#goOn;
    if (!goOn) return;
    this.#goOn = this.#outcome = undefined;
    this.#dialog?.close();
    this.#host.requestUpdate();
    goOn(isYes);
  }

  /** The dialog, while the question is open. Escape and a click outside close it. */
  render({ marked }: Words): TemplateResult | undefined {
    if (!this.#goOn) return undefined;
    return html`
      <dialog
        part="dialog"
        dir="auto"
        aria-labelledby="question"
        @click=${this.#clicked}
        @keydown=${ignoreRepeats}
        @close=${this.#closed}
      >
        <p part="dialog-text" id="question">${marked('confirm')}</p>
        <div class="answers">
          <button part="dialog-button dialog-cancel" value="no">${marked('cancel')}</button>
          <button part="dialog-button dialog-confirm" value="yes" autofocus>${marked('label')}</button>
        </div>
      </dialog>
    `;
  }

  /** Call this after each rendering, with the dialog that was rendered. */
  rendered(dialog: HTMLDialogElement | null): void {
    this.#dialog = dialog;
    if (!this.#goOn || !dialog || dialog.open) return;
    dialog.showModal();
    // Later, because the second click of a double click on the button lands outside the dialog.
    setTimeout(() => dialog.setAttribute('closedby', 'any'), DOUBLE_CLICK_MS);
    // After the host's update, because an answer makes the host render again.
    queueMicrotask(() => this.#watch(dialog));
  }

  /** A menu around the button may close and hide the dialog: nobody could click anything on the page then. */
  #watch(dialog: HTMLDialogElement): void {
    if (!dialog.open) return;
    if (dialog.checkVisibility()) {
      requestAnimationFrame(() => this.#watch(dialog));
    } else {
      dialog.close();
      this.answer(globalThis.confirm(dialog.querySelector('p')?.textContent));
    }
  }

  readonly #clicked = (event: MouseEvent): void => {
    // A click in the dialog must not count as a click on the element.
    event.stopPropagation();
    const value = (event.target as Element).closest('button')?.value;
    if (!this.#content.isFurther(event) && value) this.answer(value === 'yes');
  };

  readonly #closed = (event: Event): void => {
    const dialog = event.currentTarget as HTMLDialogElement;
    // The event comes later: meanwhile the dialog may have opened again, or be gone.
    if (dialog.isConnected && !dialog.open) this.answer(false);
  };
}

/** The key that opened the dialog may still be held down. Its repeats must not answer the question. */
function ignoreRepeats(event: KeyboardEvent): void {
  if (event.repeat && event.key !== 'Tab') event.preventDefault();
}
