/** The longest that systems let pass between two clicks of a double click. */
export const DOUBLE_CLICK_MS = 1000;

/** Knows the clicks on the button, and has the author's own button say what the built-in one would. */
export class Trigger {
  #element: HTMLElement | undefined;
  /** What the author had on it. */
  #ariaDisabled: string | null = null;
  /** Time of the last click, as in `Event.timeStamp`. */
  #lastClick = -Infinity;

  /**
   * Whether a click is a further one of a double or triple click, and so still the same wish. The first one must have
   * been for this button as well: it may have opened the menu in which the button then appeared below the pointer.
   */
  isFurther({ detail, timeStamp }: MouseEvent): boolean {
    const isSoon = timeStamp - this.#lastClick < DOUBLE_CLICK_MS;
    this.#lastClick = timeStamp;
    return detail > 1 && isSoon;
  }

  /**
   * Has `element` say what is so, if the author has a button. It can be focused in every state: it never gets the native
   * `disabled`. The one before it gets back what the author had on it.
   */
  show(element: HTMLElement | undefined, isBusy: boolean, isDisabled: boolean): void {
    if (element !== this.#element) {
      this.#set(false, false);
      this.#element = element;
      this.#ariaDisabled = element?.getAttribute('aria-disabled') ?? null;
    }
    if (element) this.#set(isBusy, isDisabled);
  }

  #set(isBusy: boolean, isDisabled: boolean): void {
    setAttribute(this.#element, 'aria-busy', isBusy ? 'true' : null);
    setAttribute(this.#element, 'aria-disabled', isBusy || isDisabled ? 'true' : this.#ariaDisabled);
  }
}

function setAttribute(element: Element | undefined, name: string, value: string | null): void {
  if (value === null) element?.removeAttribute(name);
  else element?.setAttribute(name, value);
}
