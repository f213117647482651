import { ContextProvider } from '@lit/context';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';

import { connectionContext } from './connection-context.js';
import { ConnectionElement } from './connection-element.js';

/**
 * Provides one connection to every `<store-logout>` below it. An element's own attribute wins over the session's.
 *
 * @element store-session
 * @slot - anything; the session adds no box of its own
 */
export class StoreSessionElement extends ConnectionElement {
  static override styles = css`
    :host {
      display: contents;
    }

    :host([hidden]) {
      display: none;
    }
  `;

  readonly #provider = new ContextProvider(this, {
    context: connectionContext,
    initialValue: () => this.ownSettings,
  });

  protected override willUpdate(changed: PropertyValues): void {
    // The function is still the same one; what it answers is not.
    if (changed.size) this.#provider.setValue(this.#provider.value, true);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
