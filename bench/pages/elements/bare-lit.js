import { css, html, LitElement } from 'lit';

/** The smallest possible button with Lit. */
class BareButton extends LitElement {
  /** @override */
  static styles = css`
    button {
      font: inherit;
    }
  `;

  /** @override */
  render() {
    return html`<button type="button"><slot></slot></button>`;
  }
}

customElements.define('bare-button', BareButton);
