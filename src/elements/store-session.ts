import { ContextProvider } from '@lit/context';
import { css, html, type TemplateResult } from 'lit';

import type { Presence } from '../logout/outcome.js';
import { PresenceWatch } from '../logout/presence.js';
import { connectionContext, ConnectionElement } from './connection-element.js';

const STATES: readonly Presence[] = ['signed-in', 'signed-out', 'unknown'];

/**
 * Provides one connection to every `<store-logout>` below it, and knows whether somebody is signed in. An attribute of
 * an element wins over the session's.
 *
 * @element store-session
 * @slot - any content; the session adds no box
 * @cssState signed-in - somebody is signed in
 * @cssState signed-out - nobody is signed in
 * @cssState unknown - no script can see whether somebody is signed in
 * @event {SessionChangeEvent} session-change - `state` has changed; `detail` is the new state
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
    initialValue: () => this.settings,
  });
  readonly #presence = new PresenceWatch(
    () => this.settings,
    (state) => this.#changed(state),
  );

  constructor() {
    super();
    this.showState(STATES, 'unknown');
  }

  /** Whether somebody is signed in, as far as a script can see: `signed-in`, `signed-out` or `unknown`. */
  get state(): Presence {
    if (this.isConnected) this.renderFirst();
    return this.#presence.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Earlier, it would not know the properties that were set before the definition. The first update looks anyway.
    if (this.hasUpdated) this.#presence.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#presence.stop();
  }

  protected override willUpdate(): void {
    // The function is the same, but it returns other settings now: `true` notifies the elements all the same.
    this.#provider.setValue(this.#provider.value, true);
    if (this.isConnected) this.#presence.refresh();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #changed(state: Presence): void {
    this.showState(STATES, state);
    this.dispatchEvent(new CustomEvent('session-change', { detail: state, bubbles: true, composed: true }));
  }
}
