import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Drives a button of the author's own: says on it what the built-in one would say. */
export class TriggerController implements ReactiveController {
  #element: HTMLElement | undefined;
  /** What the author had on it. */
  #ariaDisabled: string | null = null;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** The author's button, if there is one. */
  get element(): HTMLElement | undefined {
    return this.#element;
  }

  set element(element: HTMLElement | undefined) {
    if (element === this.#element) return;
    this.show(false, false);
    this.#element = element;
    this.#ariaDisabled = element?.getAttribute('aria-disabled') ?? null;
  }

  hostDisconnected(): void {
    this.show(false, false);
  }

  /** Focusable in every state: never the native `disabled`. */
  show(isBusy: boolean, isDisabled: boolean): void {
    setAttribute(this.#element, 'aria-busy', isBusy ? 'true' : null);
    setAttribute(this.#element, 'aria-disabled', isBusy || isDisabled ? 'true' : this.#ariaDisabled);
  }
}

function setAttribute(element: HTMLElement | undefined, name: string, value: string | null): void {
  if (value === null) element?.removeAttribute(name);
  else element?.setAttribute(name, value);
}
