import { ContextProvider } from '@lit/context';
import { css, html, isServer, type PropertyValues, type TemplateResult } from 'lit';

import { signedIn } from '../logout/logout.js';
import type { Presence } from '../logout/outcome.js';
import { PresenceWatch } from '../logout/presence.js';
import { connectionContext } from './connection-context.js';
import { ConnectionElement } from './connection-element.js';

const STATES: readonly Presence[] = ['signed-in', 'signed-out', 'unknown'];

/**
 * Provides one connection to every `<store-logout>` below it, and knows whether somebody is signed in. An element's
 * own attribute wins over the session's.
 *
 * @element store-session
 * @slot - anything; the session adds no box of its own
 * @cssState signed-in - somebody is signed in
 * @cssState signed-out - nobody is signed in
 * @cssState unknown - the session lives where scripts cannot see it
 * @event {SessionChangeEvent} session-change - `state` has changed; the new one is in `detail`
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
  #presence: PresenceWatch | undefined;

  constructor() {
    super();
    this.showState(STATES, this.state);
  }

  /** Whether somebody is signed in, as far as a script can see: `signed-in`, `signed-out` or `unknown`. */
  get state(): Presence {
    return this.#presence?.state ?? 'unknown';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (isServer) return;
    this.#presence ??= new PresenceWatch(
      () => this.ownSettings,
      (state) => this.#changed(state),
    );
    this.#presence.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#presence?.stop();
  }

  /**
   * To be called right after a sign-in that does not load the page anew: nothing of the new session is then taken
   * for the old one's, and the buttons go back to `idle`.
   */
  signedIn(): void {
    signedIn(this.ownSettings);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.size) return;
    // The function is still the same one; what it answers is not.
    this.#provider.setValue(this.#provider.value, true);
    if (this.isConnected) this.#presence?.refresh();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #changed(state: Presence): void {
    this.showState(STATES, state);
    this.dispatchEvent(new CustomEvent('session-change', { detail: state, bubbles: true, composed: true }));
  }
}
