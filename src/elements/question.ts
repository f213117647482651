import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

import type { LogoutOutcome } from '../logout/outcome.js';
import type { Words } from './words.js';

/** The longest that systems let pass between two clicks of a double click. */
export const DOUBLE_CLICK_MS = 1000;

/** Asks in a modal dialog, which its host renders; or by the browser's own dialog where nobody would see that one. */
export class Question {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #words: () => Words;
  #outcome: Promise<LogoutOutcome> | undefined;
  /** Goes on with the answer; there only while the question is open. */
  #goOn: ((isYes: boolean) => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, words: () => Words) {
    this.#host = host;
    this.#words = words;
  }

  /** Asks, and calls `answered` in the task of the answer. Joins a question that is open. */
  ask(answered: (isYes: boolean) => Promise<LogoutOutcome>): Promise<LogoutOutcome> {
    this.#outcome ??= new Promise((resolve) => {
      this.#goOn = (isYes) => resolve(answered(isYes));
    });
    if (this.#host.isConnected) this.#host.requestUpdate();
    else queueMicrotask(() => this.answer(false));
    return this.#outcome;
  }

  /** Closes the question; does nothing where none is open. */
  answer(isYes: boolean): void {
    const goOn = this.#goOn;
    if (!goOn) return;
    this.#goOn = this.#outcome = undefined;
    this.#dialog?.close();
    this.#host.requestUpdate();
    goOn(isYes);
  }

  /** The dialog, while the question is open. Escape closes it, and a click beside it. */
  render(): TemplateResult | undefined {
    if (!this.#goOn) return undefined;
    const words = this.#words();
    return html`
      <dialog
        part="dialog"
        lang=${words.tag}
        dir="auto"
        aria-labelledby="question"
        @click=${this.#clicked}
        @keydown=${ignoreRepeats}
        @close=${this.#closed}
      >
        <p part="dialog-text" id="question">${words.text('confirm')}</p>
        <div class="answers">
          <button part="dialog-button dialog-cancel" value="no">${words.text('cancel')}</button>
          <button part="dialog-button dialog-confirm" value="yes" autofocus>${words.text('label')}</button>
        </div>
      </dialog>
    `;
  }

  /** To be called after each rendering. */
  rendered(): void {
    const dialog = this.#goOn && this.#dialog;
    if (!dialog || dialog.open) return;
    dialog.returnValue = '';
    dialog.showModal();
    // Not at once: the second click of a double click on the button is beside the dialog, too.
    setTimeout(() => dialog.setAttribute('closedby', 'any'), DOUBLE_CLICK_MS);
    // Not in the update of the host, which an answer makes render again.
    queueMicrotask(() => this.#watch(dialog));
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector('dialog');
  }

  /** A menu around the button may close, before or after the dialog has opened, and hide it: nothing could be clicked. */
  #watch(dialog: HTMLDialogElement): void {
    if (!dialog.open) return;
    if (dialog.checkVisibility()) {
      requestAnimationFrame(() => this.#watch(dialog));
    } else {
      dialog.close();
      this.answer(globalThis.confirm(this.#words().text('confirm')));
    }
  }

  readonly #clicked = (event: MouseEvent): void => {
    // A click on the dialog is none on the element.
    event.stopPropagation();
    const { value } = event.target as HTMLButtonElement;
    if (value) this.answer(value === 'yes');
  };

  readonly #closed = (event: Event): void => {
    const dialog = event.currentTarget as HTMLDialogElement;
    // The event comes in a task of its own: the dialog may have opened again, or be gone.
    if (dialog.isConnected && !dialog.open) this.answer(dialog.returnValue === 'yes');
  };
}

/** The key that has opened the dialog may still be held down: that is no answer. */
function ignoreRepeats(event: KeyboardEvent): void {
  if (event.repeat && event.key !== 'Tab') event.preventDefault();
}
