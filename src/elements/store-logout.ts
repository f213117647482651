import { html, isServer, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';

import { languageFor } from '../lang/languages.js';
import type { Strings } from '../lang/strings.js';
import type { ConnectionSettings } from '../connection/connection.js';
import { calledOff } from '../logout/logout.js';
import type { LogoutOutcome } from '../logout/outcome.js';
import { PresenceWatch } from '../logout/presence.js';
import { warmUp } from '../logout/warm-up.js';
import type { LogoutState } from '../tabs/page-state.js';
import { ConnectionElement } from './connection-element.js';
import { Content } from './content.js';
import { Question } from './question.js';
import { Reason } from './reason.js';
import { ShownSession, STATES } from './shown-session.js';
import { styles } from './store-logout.styles.js';
import { followLanguage, languageOf, unfollowLanguage, wordsIn } from './words.js';

/**
 * A button that signs the shopper out of the store's platform, and reports the true result in one event.
 *
 * @element store-logout
 * @slot - label of the button; replaces the translated one
 * @slot icon - icon before the label
 * @slot trigger - the author's own button; replaces the built-in one
 * @slot busy - label while the logout is under way, for themes that show it
 * @slot done - label after the logout
 * @slot failed - label after a failure
 * @csspart button - the built-in button
 * @csspart icon - around the icon slot
 * @csspart label - around the label
 * @csspart spinner - shown while the logout is under way
 * @csspart dialog - with `confirm`: the modal dialog
 * @csspart dialog-text - the question in the dialog
 * @csspart dialog-button - each button in the dialog
 * @csspart dialog-confirm - the dialog's "yes" button
 * @csspart dialog-cancel - the dialog's "no" button
 * @csspart reason - after a failure: says beside the button what went wrong and what to do
 * @csspart status - text for screen readers, visually hidden
 * @cssproperty [--store-logout-background=transparent] - background of the button
 * @cssproperty [--store-logout-color=inherit] - text colour of the button
 * @cssproperty [--store-logout-border=1px solid] - border of the button; its colour is `--color-primary` if the theme has that, else the text's
 * @cssproperty [--store-logout-radius=0.375em] - corner radius of the button
 * @cssproperty [--store-logout-padding-block=0.5em] - space above and below the label
 * @cssproperty [--store-logout-padding-inline=1em] - space at the sides of the label
 * @cssproperty [--store-logout-size=2.5em] - least height of the button
 * @cssproperty [--store-logout-align=center] - position of the label in the button: `center` or `start`
 * @cssproperty [--store-logout-gap=0.5em] - space between icon and label
 * @cssproperty [--store-logout-focus-color=currentcolor] - colour of the focus outline; default: the colour of the text around the button
 * @cssState idle - nothing has happened yet
 * @cssState busy - the logout is under way
 * @cssState done - the shopper is signed out
 * @cssState failed - the last logout failed
 * @cssState signed-out - with `hide-when-signed-out`: nobody is signed in, and the button is hidden
 * @event {BeforeLogoutEvent} before-logout - fires before a request is sent; cancelable, with `waitUntil()`
 * @event {LoggedOutEvent} logged-out - the session has ended; `preventDefault()` stops the navigation that follows
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
   * Hides the button from guests. After a logout the button says for three seconds that it is done, then it is hidden,
   * but not while it has the keyboard's focus. It shows where no script can tell who is signed in.
   */
  declare hideWhenSignedOut: boolean;
  /** Any subset of the visible strings; they replace the translated ones. */
  declare strings: Partial<Strings> | undefined;

  readonly #settings = (): ConnectionSettings => this.settings;
  readonly #session = new ShownSession(this, this.#settings, () => this.#stateChanged());
  readonly #content = new Content(this);
  #question: Question | undefined;
  #presence: PresenceWatch | undefined;
  #reason: Reason | undefined;
  /** Whether to render the tag alone, as a server does: the first hydration must (https://lit.dev/docs/ssr/client-usage/). */
  #isBare = isServer || this.shadowRoot !== null;

  constructor() {
    super();
    this.disabled = false;
    this.confirm = false;
    this.hideWhenSignedOut = false;
    this.showState(STATES, 'idle');
    this.addEventListener('command', (event) => {
      if ((event as Event & { command?: string }).command === '--logout') this.click();
    });
    for (const intent of ['pointerover', 'focusin'])
      this.addEventListener(intent, () => {
        warmUp(this.settings);
        // Only now, because a page may have many buttons.
        this.addEventListener('keydown', this.#content.ignoreRepeats);
      });
  }

  /** The state that the element shows: `idle`, `busy`, `done` or `failed`. */
  get state(): LogoutState {
    return this.#session.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (isServer) return;
    followLanguage(this);
    if (!this.#isBare) this.#content.watch();
  }

  override disconnectedCallback(): void {
    unfollowLanguage(this);
    this.#content.stop();
    this.#presence?.stop();
    this.#question?.answer(false);
    this.#reason?.rendered(null);
    // After the answer, which needs the settings of the session around.
    super.disconnectedCallback();
    // Later, because an element that is only moved within the page still shows its result.
    queueMicrotask(() => this.#session.follow());
  }

  /**
   * Signs out, as a click does. Never rejects. While a logout of the same connection is under way, it returns that one's promise.
   *
   * @returns {Promise<LogoutOutcome>} the outcome, as in the event's `detail`
   */
  logout(): Promise<LogoutOutcome> {
    this.renderFirst();
    if (!this.confirm || this.#session.isUnderWay) return this.#session.logout();
    this.#question ??= new Question(this, this.#content);
    return this.#question.ask(async (isMeant) =>
      isMeant ? this.#session.logout() : calledOff(this.settings),
    );
  }

  /** Activates the button, or the author's own trigger. */
  override click(): void {
    this.renderFirst();
    this.#control?.click();
  }

  /** Focuses the button, or the author's own trigger. */
  override focus(options?: FocusOptions): void {
    this.#control?.focus(options);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // Nobody may say yes with a disabled button.
    if (changed.has('disabled') && this.disabled) this.#question?.answer(false);
    this.#session.follow();
    // Only with `hide-when-signed-out`, because looking reads the storage.
    if (this.hideWhenSignedOut && this.isConnected)
      (this.#presence ??= new PresenceWatch(this.#settings, () => this.requestUpdate())).refresh();
    // The tokens may be gone before the page is left, or after a failure (`clear-on-failure`).
    const isGone = this.hideWhenSignedOut && this.#presence?.isGone && ['idle', 'done'].includes(this.state);
    // A shopper with a keyboard would lose the focus. When a question closes, the button gets it.
    const isKept =
      isGone && (this.shadowRoot?.querySelector('dialog[open]') ?? this.#control?.matches(':focus-visible'));
    if (isKept) this.addEventListener('focusout', () => this.requestUpdate(), { once: true });
    if (this.#presence) this.showState(['signed-out'], isGone && !isKept ? 'signed-out' : '');
  }

  /** All labels share one grid cell, and one of them shows. So the button keeps its size, and nothing around it moves. */
  protected override render(): TemplateResult {
    const language = this.#isBare ? languageFor(this.getAttribute('lang') || 'en') : languageOf(this);
    const words = wordsIn(language, this.#isBare ? undefined : this.strings);
    const [content, state] = [this.#content, this.#isBare ? 'idle' : this.state];
    const said = this.#isBare ? undefined : this.#session.told;
    if (state === 'failed') this.#reason ??= new Reason();
    const why = (state === 'failed' && said && this.#reason?.render(words.marked(said))) || nothing;
    return html`
      <slot name="trigger" @click=${this.#clicked}>
        <button
          part="button"
          type="button"
          aria-labelledby="shown"
          ?disabled=${this.#isBare ? this.hasAttribute('disabled') : this.disabled && state !== 'busy'}
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
      ${this.#question?.render(words) ?? why}
      <span
        class="unseen"
        part="status"
        role="status"
        dir="auto"
        lang=${(said && words.foreign(said)) || nothing}
        .textContent=${said ? words.text(said) : ''}
      ></span>
    `;
  }

  protected override updated(): void {
    // The built-in button has the native `disabled`.
    const isOff = this.disabled && this.#content.trigger !== undefined;
    this.#content.tell(this.#control, this.state === 'busy', isOff);
    this.#question?.rendered(this.renderRoot.querySelector('dialog'));
    this.#reason?.rendered(this.renderRoot.querySelector('[popover]'));
    if (!this.#isBare) return;
    this.#isBare = false;
    this.#content.watch();
  }

  get #control(): HTMLElement | null | undefined {
    return this.#content.trigger ?? this.shadowRoot?.querySelector('button');
  }

  readonly #clicked = (event: MouseEvent): void => {
    // As with a native button, a listener may cancel the click.
    if (event.defaultPrevented || !this.#content.isOnButton(event)) return;
    // The trigger may be a link or a submit button, which works without script.
    event.preventDefault();
    if (!this.#content.isFurther(event) && !this.disabled) void this.logout();
  };

  #stateChanged(): void {
    this.showState(STATES, this.state);
    if (this.state !== 'idle') this.#question?.answer(false);
    // Whoever clicked sees the result for three seconds.
    const isFarewell = this.hideWhenSignedOut && this.state === 'done' && this.#session.isTeller;
    this.#presence?.linger(isFarewell ? 3000 : 0);
    this.requestUpdate();
  }
}
