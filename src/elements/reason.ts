import { html, type TemplateResult } from 'lit';

/** Says beside the button why the logout failed. It is in the top layer, so it moves nothing and nothing clips it. */
export class Reason {
  #box: HTMLElement | null = null;

  /** Hidden from screen readers, because the status has told them already. */
  render(text: unknown): TemplateResult {
    return html`
      <div part="reason" popover="manual" aria-hidden="true" dir="auto" @click=${this.#close}>${text}</div>
    `;
  }

  /** Call this after each rendering, with the element that was rendered. A listener may have removed it from the page. */
  rendered(box: HTMLElement | null): void {
    if (box === this.#box || box?.isConnected === false) return;
    this.#box = box;
    box?.showPopover?.();
    if (box) document.addEventListener('keydown', this.#close);
    else document.removeEventListener('keydown', this.#close);
  }

  /** Closes at a click on it and at Escape, because it may cover something. */
  readonly #close = ({ type, key }: Partial<KeyboardEvent>): void => {
    if (type === 'click' || key === 'Escape') this.#box?.hidePopover?.();
  };
}
