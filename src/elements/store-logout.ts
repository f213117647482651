import { ContextConsumer } from '@lit/context';
import { html, isServer, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';

import { languageFor } from '../lang/languages.js';
import type { Strings } from '../lang/strings.js';
import type { ConnectionSettings } from '../connection/connection.js';
import { calledOff } from '../logout/logout.js';
import type { LogoutOutcome, LogoutState } from '../logout/outcome.js';
import { PresenceWatch } from '../logout/presence.js';
import { warmUp } from '../logout/warm-up.js';
import { connectionContext, ConnectionElement } from './connection-element.js';
import { Content } from './content.js';
import { DOUBLE_CLICK_MS, Question } from './question.js';
import { Reason } from './reason.js';
import { ShownSession, STATES } from './shown-session.js';
import { styles } from './store-logout.styles.js';
import { followLanguage, languageOf, unfollowLanguage, wordsIn, type Words } from './words.js';

/**
 * A button that signs the shopper out of the store's platform, and tells the truth about it in one event.
 *
 * @element store-logout
 * @slot - label of the button, in place of the translated one
 * @slot icon - icon before the label
 * @slot trigger - the author's own button, which then takes the place of the built-in one
 * @slot busy - label while the logout is under way, for themes that show it
 * @slot done - label after the logout
 * @slot failed - label after a failure
 * @csspart button - the built-in button
 * @csspart icon - around the icon slot
 * @csspart label - around the label
 * @csspart spinner - shown while the logout is under way
 * @csspart dialog - with `confirm`: the modal dialog
 * @csspart dialog-text - its question
 * @csspart dialog-button - each of its buttons
 * @csspart dialog-confirm - the one that says yes
 * @csspart dialog-cancel - the one that says no
 * @csspart reason - after a failure: what went wrong and what to do, above the page and beside the button
 * @csspart status - what is announced to screen readers, visually hidden
 * @cssproperty [--store-logout-background=transparent] - background of the button
 * @cssproperty [--store-logout-color=inherit] - text colour of the button
 * @cssproperty [--store-logout-border=1px solid] - border of the button; of the colour `--color-primary`, if the theme has one, else of the text
 * @cssproperty [--store-logout-radius=0.375em] - corner radius of the button
 * @cssproperty [--store-logout-padding-block=0.5em] - space above and below the label
 * @cssproperty [--store-logout-padding-inline=1em] - space at the sides of the label
 * @cssproperty [--store-logout-size=2.5em] - least height of the button
 * @cssproperty [--store-logout-align=center] - where the label stands in the button: `center` or `start`
 * @cssproperty [--store-logout-gap=0.5em] - space between icon and label
 * @cssproperty [--store-logout-focus-color=currentcolor] - colour of the focus outline; the text around the button has the default one
 * @cssState idle - nothing has happened yet
 * @cssState busy - the logout is under way
 * @cssState done - the shopper is signed out
 * @cssState failed - the last logout failed
 * @cssState signed-out - with `hide-when-signed-out`: nobody is signed in, and no button is shown
 * @event {BeforeLogoutEvent} before-logout - before anything is sent; cancelable, with `waitUntil()`
 * @event {LoggedOutEvent} logged-out - the session has ended; cancelling it stops the navigation that would follow
 * @event {FailedLogoutEvent} failed-logout - the session may still be alive
 */
export class StoreLogoutElement extends ConnectionElement {
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    disabled: { type: Boolean, reflect: true },
    confirm: { type: Boolean },
    hideWhenSignedOut: { type: Boolean, attribute: 'hide-when-signed-out' },
    strings: { attribute: false },
  };

  /** The button does nothing. */
  declare disabled: boolean;
  /** Asks first, in a modal dialog. */
  declare confirm: boolean;
  /**
   * Shows no button to guests, and none from three seconds after the logout, in which it says that it is done; where
   * nobody can tell, it shows.
   */
  declare hideWhenSignedOut: boolean;
  /** Any subset of the visible strings, in place of the translated ones. */
  declare strings: Partial<Strings> | undefined;

  readonly #inherited = new ContextConsumer(this, { context: connectionContext, subscribe: true });
  readonly #settings = (): ConnectionSettings => this.settings;
  readonly #session = new ShownSession(this, this.#settings, () => this.#stateChanged());
  readonly #content = new Content(this);
  #question: Question | undefined;
  #presence: PresenceWatch | undefined;
  #reason: Reason | undefined;
  /** Time of the last click, as in `Event.timeStamp`. */
  #lastClick = -Infinity;
  /** What it says, as of the last rendering. */
  #words!: Words;
  /** The first rendering over a server's must be the same (https://lit.dev/docs/ssr/client-usage/), and see only the tag. */
  #isBare = isServer || this.shadowRoot !== null;

  constructor() {
    super();
    this.disabled = false;
    this.confirm = false;
    this.hideWhenSignedOut = false;
    this.showState(STATES, 'idle');
    this.addEventListener('command', (event) => {
      if ((event as Event & { command?: string }).command === '--logout') this.#activate();
    });
    for (const intent of ['pointerover', 'focusin'])
      this.addEventListener(intent, () => warmUp(this.settings));
  }

  /** What the element shows: `idle`, `busy`, `done` or `failed`. */
  get state(): LogoutState {
    return this.#session.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (isServer) return;
    followLanguage(this);
    if (!this.#isBare) this.#content.watch();
    // The place that it was moved to may have another language.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unfollowLanguage(this);
    this.#content.stop();
    this.#presence?.stop();
    this.#question?.answer(false);
    this.#reason?.rendered(null);
    queueMicrotask(() => this.#session.leave(this.isConnected));
    // What a session provides ends with the place below it.
    this.#inherited.value = undefined;
  }

  /**
   * Signs out, as a click does. Never rejects; while a logout of the same connection is in flight, returns that one's promise.
   *
   * @returns {Promise<LogoutOutcome>} the outcome, as in the event's `detail`
   */
  logout(): Promise<LogoutOutcome> {
    if (!this.confirm || this.#session.isUnderWay) return this.#session.logout();
    this.#question ??= new Question(this, () => this.#words);
    return this.#question.ask(async (isMeant) =>
      isMeant ? this.#session.logout() : calledOff(this.settings),
    );
  }

  /** Activates the button, or the author's own trigger. */
  override click(): void {
    // Before the first rendering there is nothing yet that could be clicked.
    if (this.hasUpdated) this.#control?.click();
    else this.#activate();
  }

  /** Focuses the button, or the author's own trigger. */
  override focus(options?: FocusOptions): void {
    this.#control?.focus(options);
  }

  protected override willUpdate(): void {
    const language = this.#isBare ? languageFor(this.getAttribute('lang') || 'en') : languageOf(this);
    this.#words = wordsIn(language, this.#isBare ? undefined : this.strings);
    this.#session.join();
    // Only where it is wanted: looking costs a read of the storage.
    if (this.hideWhenSignedOut)
      this.#presence ??= new PresenceWatch(this.#settings, () => this.requestUpdate());
    if (this.hideWhenSignedOut && this.isConnected) this.#presence?.refresh();
    // Nobody overlooks a failure, even where the tokens are gone (`clear-on-failure`).
    const isGone = this.hideWhenSignedOut && this.#presence?.isGone && this.state !== 'failed';
    if (this.#presence) this.showState(['signed-out'], isGone ? 'signed-out' : '');
  }

  /** All labels lie upon each other and one shows, so that the button keeps its size and nothing around it moves. */
  protected override render(): TemplateResult {
    const [words, content, state] = [this.#words, this.#content, this.#isBare ? 'idle' : this.state];
    const said = this.#isBare ? undefined : this.#session.told;
    if (state === 'failed') this.#reason ??= new Reason();
    const why = (state === 'failed' && said && this.#reason?.render(words.marked(said))) || nothing;
    return html`
      <slot name="trigger" @click=${this.#clicked}>
        <button
          part="button"
          type="button"
          ?disabled=${this.#isBare ? this.hasAttribute('disabled') : this.disabled}
        >
          <slot name="icon" part="icon" class=${content.icon(state)}></slot>
          <span
            part="label"
            data-done=${content.room('done', words)}
            data-failed=${content.room('failed', words)}
          >
            <slot class=${content.usual(state)}>${words.marked('label')}</slot>
            ${content.others(state, words)}
          </span>
          ${state === 'busy' ? html`<span class="spinner" part="spinner"></span>` : nothing}
        </button>
      </slot>
      ${this.#question?.render() ?? why}
      <span
        class="unseen"
        part="status"
        role="status"
        lang=${(said && words.foreign(said)) || nothing}
        .textContent=${said ? words.text(said) : ''}
      ></span>
    `;
  }

  protected override updated(): void {
    // The built-in button has the native `disabled`.
    const isOff = this.disabled && this.#content.trigger !== undefined;
    this.#content.tell(this.#control, this.state === 'busy', isOff);
    this.#question?.rendered();
    this.#reason?.rendered(this.renderRoot.querySelector('[popover]'));
    if (!this.#isBare) return;
    this.#isBare = false;
    this.#content.watch();
    this.requestUpdate();
  }

  protected override get settings(): ConnectionSettings {
    return { ...this.#inherited.value?.(), ...super.settings };
  }

  get #control(): HTMLElement | null | undefined {
    return this.#content.trigger ?? this.shadowRoot?.querySelector('button');
  }

  readonly #clicked = (event: MouseEvent): void => {
    // As with every native button: a listener that has called the click off is obeyed.
    if (event.defaultPrevented) return;
    // The trigger may be a link or a submit button, there for pages without script.
    event.preventDefault();
    // A double click is one wish; but its first click may have opened the menu in which the button then appeared.
    const isFurther = event.detail > 1 && event.timeStamp - this.#lastClick < DOUBLE_CLICK_MS;
    this.#lastClick = event.timeStamp;
    if (!isFurther) this.#activate();
  };

  #activate(): void {
    if (!this.disabled) void this.logout();
  }

  #stateChanged(): void {
    this.showState(STATES, this.state);
    if (this.state !== 'idle') this.#question?.answer(false);
    // The shopper who has clicked shall see for three seconds what came of it; nobody is asked about a session that has ended.
    const isFarewell = this.hideWhenSignedOut && this.state === 'done' && this.#session.isTeller;
    this.#presence?.linger(isFarewell ? 3000 : 0);
    this.requestUpdate();
  }
}
