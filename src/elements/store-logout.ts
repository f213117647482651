import { ContextConsumer } from '@lit/context';
import { html, isServer, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';

import { failureString, type Language, languageFor, type Strings } from '../lang/languages.js';
import type { ConnectionSettings } from '../connection/connection.js';
import { calledOff, logout, signedIn } from '../logout/logout.js';
import type { LogoutOutcome, LogoutState } from '../logout/outcome.js';
import { join, type Member, type PageSession, part, sessionOf } from '../logout/page-session.js';
import { PresenceWatch } from '../logout/presence-watch.js';
import { warmUp } from '../logout/warm-up.js';
import { openConfirmDialog, type OpenDialog } from './confirm-dialog.js';
import { connectionContext } from './connection-context.js';
import { ConnectionElement, mergeSettings } from './connection-element.js';
import { setCustomState } from './custom-state.js';
import { LabelController } from './label-controller.js';
import { LanguageController } from './language-controller.js';
import { styles } from './store-logout.styles.js';
import { TriggerController } from './trigger-controller.js';

/** A second slot of this name gets nothing, and shows what is in it. */
const TAKEN = 'icon';
/** How long a button that then hides says that the shopper is signed out. */
const FAREWELL_MS = 3000;
/** The longest that systems let pass between two clicks of a double click. */
const DOUBLE_CLICK_MS = 1000;

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

  readonly #language = new LanguageController(this);
  readonly #ownLabel = new LabelController(this);
  readonly #inherited = new ContextConsumer(this, { context: connectionContext, subscribe: true });
  readonly #internals = this.attachInternals();
  readonly #trigger = new TriggerController(this);
  readonly #member: Member = {
    target: this,
    settings: () => this.#settings,
    changed: () => this.#follow(),
  };
  /**
   * Whether to render only what a server can, which sees nothing but the tag: the first rendering over a server's must
   * be the same (https://lit.dev/docs/ssr/client-usage/).
   */
  #isBare = isServer || this.shadowRoot !== null;
  /** The language in which it is rendered. */
  #words!: Language;
  #presence: PresenceWatch | undefined;
  #session: PageSession | undefined;
  #state: LogoutState = 'idle';
  /** Whether the logout that is shown began here; its other elements stay silent, so that it is announced once. */
  #isMine = false;
  /** The logout that is being asked about. */
  #asking: Promise<LogoutOutcome> | undefined;
  #dialog: OpenDialog | undefined;
  /** Time of the last click that was for this element, as in `Event.timeStamp`. */
  #lastClick = -Infinity;

  constructor() {
    super();
    this.disabled = false;
    this.confirm = false;
    this.hideWhenSignedOut = false;
    setCustomState(this.#internals, this.#state, true);
    this.addEventListener('command', (event) => {
      if ((event as Event & { command?: string }).command === '--logout') this.#activate();
    });
    for (const intent of ['pointerover', 'focusin'])
      this.addEventListener(intent, () => warmUp(this.#settings));
  }

  /** What the element shows: `idle`, `busy`, `done` or `failed`. */
  get state(): LogoutState {
    return this.#state;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#presence?.stop();
    this.#dialog?.close();
    this.#leave();
    this.#show('idle');
    // What a session provides ends with the place below it.
    this.#inherited.value = undefined;
  }

  protected override willUpdate(): void {
    this.#words = languageFor(this.#isBare ? this.getAttribute('lang') || 'en' : this.#language.tag);
    this.#join();
    if (this.hideWhenSignedOut) this.#lookForShopper();
    setCustomState(this.#internals, 'signed-out', this.hideWhenSignedOut && Boolean(this.#presence?.isGone));
  }

  /**
   * Signs out, as a click does. Never rejects; while a logout of the same connection is in flight, returns that
   * one's promise.
   *
   * @returns {Promise<LogoutOutcome>} the outcome, as in the event's `detail`
   */
  logout(): Promise<LogoutOutcome> {
    if (!this.confirm || this.#session?.flight) return this.#logout();
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /**
   * To be called when somebody signs in without the page being loaded anew: nothing of the new session is then taken
   * for the old one's, and the buttons go back to `idle`.
   */
  signedIn(): void {
    signedIn(this.#settings);
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

  /** All labels lie upon each other and one shows, so that the button keeps its size and nothing around it moves. */
  protected override render(): TemplateResult {
    const state = this.#shown;
    const isBusy = state === 'busy';
    const face = (isShown: boolean): string => (isShown ? 'face' : 'face off');
    return html`
      <slot name="trigger" @click=${this.#clicked} @slotchange=${this.#triggerChanged}>
        <button
          part="button"
          type="button"
          ?disabled=${this.#isBare ? this.hasAttribute('disabled') : this.disabled}
          aria-disabled=${isBusy ? 'true' : nothing}
          aria-busy=${isBusy ? 'true' : nothing}
        >
          <span class="content">
            <span part="icon"><slot name="icon"></slot>&#32;</span>
            <span part="label">
              <slot class=${face(isBusy || state === 'idle')} name=${isBusy ? 'busy' : TAKEN}
                ><slot>${this.#say('label')}</slot
                >${this.#ownLabel.isBlank && !this.#isBare ? this.#say('label') : nothing}</slot
              >
              <slot name="done" class=${face(state === 'done')}>${this.#say('done')}</slot>
              <slot name="failed" class=${face(state === 'failed')}>${this.#tryAgain()}</slot>
            </span>
          </span>
          ${isBusy ? html`<span class="spinner" part="spinner"></span>` : nothing}
        </button>
      </slot>
      <span class="unseen" part="status" role="status"
        >${this.#isMine && !this.#isBare ? this.#announcement() : nothing}</span
      >
    `;
  }

  protected override firstUpdated(): void {
    // The browser has filled a server's slots before anybody could listen.
    this.#readTrigger(this.shadowRoot?.querySelector('slot'));
    if (!this.#isBare) return;
    this.#isBare = false;
    this.requestUpdate();
  }

  protected override updated(): void {
    this.#trigger.show(this.#state === 'busy', this.disabled);
  }

  /** What shows is short; what is read out has the label before it, because it is met out of context too. */
  #tryAgain(): unknown {
    const failed = this.#say('failed');
    if (this.#shown !== 'failed' || this.#ownStrings?.failed !== undefined) return failed;
    return html`<span class="unseen">${this.#say('label')}: </span>${failed}`;
  }

  #announcement(): unknown {
    const outcome = this.#session?.outcome;
    if (this.#state === 'busy') return this.#say('busy');
    if (outcome && !outcome.ok) return this.#say(failureString(outcome));
    return this.#state === 'done' ? this.#say('done') : nothing;
  }

  /** One of the strings, marked with its language where that is not the one around it (WCAG 2.2 SC 3.1.2). */
  #say(name: keyof Strings): unknown {
    const own = this.#ownStrings?.[name];
    if (own !== undefined) return own;
    const { tag, strings, isForeign } = this.#words;
    return isForeign ? html`<span lang=${tag}>${strings[name]}</span>` : strings[name];
  }

  get #shown(): LogoutState {
    return this.#isBare ? 'idle' : this.#state;
  }

  get #ownStrings(): Partial<Strings> | undefined {
    return this.#isBare ? undefined : this.strings;
  }

  get #settings(): ConnectionSettings {
    return mergeSettings(this.ownSettings, this.#inherited.value?.());
  }

  get #control(): HTMLElement | null | undefined {
    return this.#trigger.element ?? this.shadowRoot?.querySelector('button');
  }

  readonly #clicked = (event: MouseEvent): void => {
    // As with every native button: whoever has called the click off, by a `confirm()` say, is obeyed.
    if (event.defaultPrevented) return;
    // The trigger may be a link or a submit button, there for pages without script.
    event.preventDefault();
    if (this.disabled) return;
    // The further clicks of a double or triple click are still the same wish, if its first was for this element:
    // it may as well have opened the menu in which the element then appeared below the pointer.
    const isFurther = event.detail > 1 && event.timeStamp - this.#lastClick < DOUBLE_CLICK_MS;
    this.#lastClick = event.timeStamp;
    if (!isFurther) this.#activate();
  };

  readonly #triggerChanged = (event: Event): void => {
    // Not the target: what happens in the slots of the built-in button bubbles up to here.
    this.#readTrigger(event.currentTarget as HTMLSlotElement);
    this.requestUpdate();
  };

  #readTrigger(slot: HTMLSlotElement | null | undefined): void {
    const [trigger] = slot?.assignedElements() ?? [];
    // A form for pages without script is driven by its button.
    const button = trigger?.localName === 'form' ? trigger.querySelector('button, [type="submit"]') : trigger;
    this.#trigger.element = button as HTMLElement | undefined;
  }

  #activate(): void {
    if (!this.disabled) void this.logout();
  }

  #logout(): Promise<LogoutOutcome> {
    this.#join();
    const isFirst = this.#session?.flight === undefined;
    const flight = logout(this.#settings, this);
    this.#isMine ||= isFirst;
    return flight;
  }

  async #ask(): Promise<LogoutOutcome> {
    return (await this.#isConfirmed()) ? this.#logout() : calledOff(this.#settings);
  }

  async #isConfirmed(): Promise<boolean> {
    const { tag, strings } = languageFor(this.#language.tag);
    const { confirm: text, label: yes, cancel: no } = { ...strings, ...this.strings };
    try {
      if (!this.isConnected || !this.shadowRoot) return false;
      this.#dialog = openConfirmDialog(this.shadowRoot, { text, yes, no, lang: tag });
    } catch {
      // The browser can ask as well.
      return globalThis.confirm(text);
    }
    return this.#dialog.answer;
  }

  /** Only for those who want it: looking costs a read of the storage. */
  #lookForShopper(): void {
    if (isServer || !this.isConnected) return;
    this.#presence ??= new PresenceWatch(
      () => this.#settings,
      () => this.requestUpdate(),
    );
    this.#presence.refresh();
  }

  /** Shows what the page knows of the connection that the attributes now name. */
  #join(): void {
    // The page's session would hold an element that is gone for ever.
    if (isServer || !this.isConnected) return;
    const session = sessionOf(this.#settings);
    if (session === this.#session) return;
    this.#leave();
    this.#session = session;
    join(session, this.#member);
    // What an earlier logout came to is not the state of an element that has only just come.
    this.#show(session.state === 'busy' ? 'busy' : 'idle');
  }

  #leave(): void {
    if (this.#session) part(this.#session, this.#member);
    this.#session = undefined;
    this.#isMine = false;
  }

  #follow(): void {
    const state = this.#session?.state ?? 'idle';
    // A new logout is another element's, unless `logout()` of this one says otherwise.
    if (state === 'busy') this.#isMine = false;
    // What happened elsewhere is announced by the first element.
    const { outcome, members = [] } = this.#session ?? {};
    if (outcome && outcome.origin !== 'here') this.#isMine = [...members][0] === this.#member;
    this.#show(state);
    this.requestUpdate();
  }

  #show(state: LogoutState): void {
    if (state === this.#state) return;
    setCustomState(this.#internals, this.#state, false);
    setCustomState(this.#internals, state, true);
    this.#state = state;
    // Whoever has clicked shall see what came of it.
    this.#presence?.linger(state === 'done' && this.#isMine ? FAREWELL_MS : 0);
    this.requestUpdate();
  }
}
