import { html, type TemplateResult } from 'lit';

/** Says beside the button why the logout failed, in the top layer: it moves nothing, and nothing clips it. */
export class Reason {
  #box: HTMLElement | null = null;

  /** Hidden from screen readers, which have been told. */
  render(text: unknown): TemplateResult {
    return html`
      <div part="reason" popover="manual" aria-hidden="true" dir="auto" @click=${this.#close}>${text}</div>
    `;
  }

  /** To be called after each rendering, with what it has made. */
  rendered(box: HTMLElement | null): void {
    if (box === this.#box) return;
    this.#box = box;
    box?.showPopover?.();
    if (box) document.addEventListener('keydown', this.#close);
    else document.removeEventListener('keydown', this.#close);
  }

  /** At a click on it, and at Escape: it may cover something. */
  readonly #close = ({ type, key }: Partial<KeyboardEvent>): void => {
    if (type === 'click' || key === 'Escape') this.#box?.hidePopover?.();
  };
}
