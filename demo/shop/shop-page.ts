import { render, type TemplateResult } from 'lit';

import { Account } from './account.js';
import type { Addresses } from './addresses.js';
import { chosenFault, chosenMode, type Choices, controlsView } from './controls-view.js';
import { apply } from './faults.js';
import { keptTokens } from './kept-tokens.js';
import { onLanguage } from './language.js';
import { RunRecorder } from './run-recorder.js';
import type { Shop } from './shop.js';
import { signIn } from './sign-in.js';
import { type LogEntry, type ServerSession, Simulators } from './simulators.js';
import { sessionView, timelineView } from './story-view.js';
import { keep, recall } from './tab-memory.js';
import { tagOf } from './tag.js';

const ASK_AGAIN_MS = 300;
/** Longer than the slowest fault, so that what arrives late is seen as well. */
const ASK_FOR_MS = 15_000;

/** One shop in one tab: signs in, sets the logout button up, and keeps both views true. */
export class ShopPage {
  readonly #shop: Shop;
  readonly #addresses: Addresses;
  readonly #account = new Account(() => void this.#signIn());
  readonly #recorder: RunRecorder;
  #choices: Choices;
  #simulators: Simulators;
  #log: readonly LogEntry[] = [];
  #session: ServerSession | undefined;
  #watch = 0;

  constructor(shop: Shop, addresses: Addresses) {
    this.#shop = shop;
    this.#addresses = addresses;
    const usual = { mode: shop.modes[0].value, fault: 'ok', clearOnFailure: false, expired: false };
    this.#choices = { ...usual, ...(recall(`choices:${shop.platform}`) as Choices | undefined) };
    this.#simulators = this.#setUp();
    this.#recorder = new RunRecorder(shop, () => this.#runChanged());
  }

  /** Shows what is so; a first visit begins with a sign-in. */
  async open(): Promise<void> {
    onLanguage(() => this.#render());
    // Back may bring this very page out of the browser's memory.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) void this.#showWhatIsSo();
    });
    const isFirstVisit = recall(`choices:${this.#shop.platform}`) === undefined;
    keep(`choices:${this.#shop.platform}`, this.#choices);
    await this.#misbehave();
    if (isFirstVisit && !(await this.#simulators.session()).alive) {
      await this.#signIn();
    } else {
      await this.#shop.restore?.(this.#simulators.store);
      await this.#showWhatIsSo();
    }
  }

  /** Asks the server who is signed in, as a shop does that is opened. */
  async #showWhatIsSo(): Promise<void> {
    await this.#refresh();
    const hasTokens = keptTokens(this.#shop).some(({ value, owner }) => value && owner !== 'visitor');
    if (this.#session?.alive && (hasTokens || this.#shop.cookieSession)) this.#account.showSignedIn();
    else this.#account.showSignedOut();
  }

  /** Gives the button the attributes that the choices ask for. */
  #setUp(): Simulators {
    const mode = chosenMode(this.#shop, this.#choices);
    const simulators = new Simulators(this.#addresses[mode.where], this.#shop.platform);
    const { logout } = this.#account;
    for (const [name, value] of Object.entries(this.#shop.attributes(simulators.store))) {
      logout.setAttribute(name, value);
    }
    if (mode.value) logout.setAttribute('mode', mode.value);
    logout.toggleAttribute('clear-on-failure', this.#choices.clearOnFailure);
    logout.tokens = this.#shop.memory;
    this.#shop.start?.(mode, simulators.store, (text) => this.#recorder.note(text));
    return simulators;
  }

  async #misbehave(): Promise<void> {
    const { home, options } = this.#shop;
    const back = { platform: this.#shop.platform, status: 302, headers: { Location: location.pathname } };
    const rules = home ? [{ ...back, method: 'GET', path: home }] : [];
    await apply(chosenFault(this.#shop, this.#choices), this.#simulators, {
      rules,
      ...(options && { options }),
    });
  }

  async #signIn(): Promise<void> {
    this.#recorder.forget();
    this.#account.logout.signedIn();
    await signIn(this.#shop, this.#simulators, this.#choices.expired);
    await this.#misbehave();
    this.#account.showSignedIn();
    await this.#refresh();
  }

  async #choose(name: keyof Choices, value: string | boolean): Promise<void> {
    this.#choices = { ...this.#choices, [name]: value };
    keep(`choices:${this.#shop.platform}`, this.#choices);
    this.#simulators = this.#setUp();
    // What was signed in by one way cannot always be signed out by another.
    if (name === 'fault' || name === 'clearOnFailure') await this.#misbehave();
    else await this.#signIn();
    await this.#refresh();
  }

  #runChanged(): void {
    if (this.#recorder.run?.end?.detail.ok) this.#account.showSignedOut();
    this.#render();
    void this.#watchServer();
  }

  /** Asks the server again and again until the last logout has had all its consequences. */
  async #watchServer(): Promise<void> {
    const turn = ++this.#watch;
    const until = Date.now() + ASK_FOR_MS;
    while (turn === this.#watch && Date.now() < until) {
      await this.#refresh();
      if (this.#recorder.run?.end && !this.#isPending()) return;
      await new Promise((resolve) => {
        setTimeout(resolve, ASK_AGAIN_MS);
      });
    }
  }

  #isPending(): boolean {
    const detail = this.#recorder.run?.end?.detail;
    return detail?.ok === true && detail.server === 'redirecting' && this.#session?.alive === true;
  }

  async #refresh(): Promise<void> {
    try {
      [this.#log, this.#session] = await Promise.all([this.#simulators.log(), this.#simulators.session()]);
    } catch {
      // The page is being left, or the simulators have stopped: what is shown stays.
    }
    this.#render();
  }

  #render(): void {
    const { run } = this.#recorder;
    const kept = keptTokens(this.#shop);
    const story = { shop: this.#shop, run, log: this.#log, session: this.#session, kept };
    show('verdict', sessionView(story));
    show('timeline', timelineView(story));
    const actions = {
      choose: (name: keyof Choices, value: string | boolean) => void this.#choose(name, value),
      startOver: () => void this.#signIn(),
    };
    show('controls', controlsView(this.#shop, this.#choices, tagOf(this.#account.logout), actions));
  }
}

function show(id: string, view: TemplateResult): void {
  const place = document.querySelector<HTMLElement>(`#${id}`);
  if (place) render(view, place);
}
