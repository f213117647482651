import type { StoreLogoutElement } from '../../src/index.js';
import type { Story } from '../story/story.js';
import type { Addresses } from './addresses.js';
import { chosenFault, chosenMode, type Choices, usualChoices } from './choices.js';
import { apply } from './faults.js';
import { keptTokens } from './kept-tokens.js';
import { RunRecorder } from './run-recorder.js';
import type { Shop } from './shop.js';
import { signIn } from './sign-in.js';
import { type LogEntry, type ServerSession, Simulators } from './simulators.js';
import { keep, recall } from './tab-memory.js';

const ASK_AGAIN_MS = 300;
/** Longer than the slowest fault, so that late answers are shown, too. */
const ASK_FOR_MS = 15_000;
/** Browsers stop a service worker after half a minute without work. */
const KEEP_AWAKE_MS = 10_000;

/** One shop on one page: its logout button, the simulated platform, and the truth about both. */
export class Stage {
  readonly shop: Shop;
  /** The button, for the page to show. */
  readonly logout: StoreLogoutElement = document.createElement('store-logout');
  readonly isWorker: boolean;
  readonly #addresses: Addresses;
  readonly #onChange: () => void;
  readonly #key: string;
  readonly #closing = new AbortController();
  readonly #recorder: RunRecorder;
  #choices: Choices;
  #simulators: Simulators;
  #log: readonly LogEntry[] = [];
  #session: ServerSession | undefined;
  #isSignedIn = false;
  #isPanelClosed = false;
  #watch = 0;

  /** Calls `onChange` after every change that the page may show. */
  constructor(shop: Shop, addresses: Addresses, onChange: () => void) {
    this.shop = shop;
    this.isWorker = addresses.isWorker;
    this.#addresses = addresses;
    this.#onChange = onChange;
    // Two pages for the same platform have separate stories.
    this.#key = `${shop.platform}:${location.pathname}`;
    this.#choices = { ...usualChoices(shop), ...(recall(`choices:${this.#key}`) as Choices | undefined) };
    this.#recorder = new RunRecorder(shop, this.#key, () => this.#runChanged(), this.#closing.signal);
    this.logout.setAttribute('platform', shop.platform);
    this.#simulators = this.#setUp();
  }

  get choices(): Choices {
    return this.#choices;
  }

  /** Whether the shop treats the visitor as a member. */
  get isSignedIn(): boolean {
    return this.#isSignedIn;
  }

  /** Whether the visitor has closed the panel about the last logout. */
  get isPanelClosed(): boolean {
    return this.#isPanelClosed;
  }

  readonly closePanel = (): void => {
    this.#isPanelClosed = true;
    this.#onChange();
  };

  get story(): Story {
    return {
      shop: this.shop,
      run: this.#recorder.run,
      log: this.#log,
      session: this.#session,
      kept: keptTokens(this.shop),
    };
  }

  /** Reads the current state. A first visit begins with a sign-in. */
  async open(): Promise<void> {
    const { signal } = this.#closing;
    // Back may restore this page from the browser's memory.
    addEventListener('pageshow', ({ persisted }) => void (persisted && this.#look()), { signal });
    if (this.isWorker) this.#keepAwake();
    const isFirstVisit = recall(`choices:${this.#key}`) === undefined;
    keep(`choices:${this.#key}`, this.#choices);
    await this.#misbehave();
    await this.#refresh();
    if (this.#session?.alive) await this.shop.restore?.(this.#simulators.store);
    await this.#look();
    if (isFirstVisit && !this.#isSignedIn) await this.signIn();
  }

  /** Ends this stage, so that another one can use the page. */
  close(): void {
    this.#closing.abort();
    this.#watch += 1;
    this.shop.stop?.();
  }

  async signIn(): Promise<void> {
    this.#recorder.forget();
    this.logout.signedIn();
    await signIn(this.shop, this.#simulators, this.#choices.expired);
    await this.#misbehave();
    this.#isSignedIn = true;
    await this.#refresh();
  }

  async choose(changed: Partial<Choices>): Promise<void> {
    this.#choices = { ...this.#choices, ...changed };
    keep(`choices:${this.#key}`, this.#choices);
    this.#simulators = this.#setUp();
    this.#onChange();
    // A logout by another mode cannot always end the current session.
    if ('mode' in changed || 'expired' in changed) await this.signIn();
    else if ('fault' in changed) await this.#misbehave();
    await this.#refresh();
  }

  /** Asks the server who is signed in, as a shop does when it opens. */
  async #look(): Promise<void> {
    await this.#refresh();
    const hasTokens = keptTokens(this.shop).some(({ value, owner }) => value && owner !== 'visitor');
    this.#isSignedIn = this.#session?.alive === true && (hasTokens || this.shop.cookieSession);
    this.#onChange();
  }

  /** Gives the button its attributes, by the visitor's choices. */
  #setUp(): Simulators {
    const mode = chosenMode(this.shop, this.#choices);
    const simulators = new Simulators(this.#addresses[mode.where], this.shop.platform);
    const wanted = {
      ...this.shop.attributes(simulators.store),
      ...(mode.value && { mode: mode.value }),
      ...this.#choices.attributes,
    };
    for (const name of this.logout.getAttributeNames()) {
      if (name !== 'platform' && !(name in wanted)) this.logout.removeAttribute(name);
    }
    for (const [name, value] of Object.entries(wanted)) {
      if (value === null) this.logout.removeAttribute(name);
      else this.logout.setAttribute(name, value);
    }
    this.logout.tokens = this.shop.memory;
    this.shop.start?.(mode, simulators.store, (text) => this.#recorder.note(text));
    return simulators;
  }

  async #misbehave(): Promise<void> {
    const { home, options, platform } = this.shop;
    const back = { platform, status: 302, headers: { Location: location.pathname } };
    const rules = home ? [{ ...back, method: 'GET', path: home }] : [];
    await apply(chosenFault(this.shop, this.#choices, this.isWorker), this.#simulators, {
      rules,
      ...(options && { options }),
    });
  }

  /**
   * A worker that the browser stops forgets every session. A visible page keeps the worker running. A page that becomes
   * visible too late signs in again, unless it has a logout to show.
   */
  #keepAwake(): void {
    const { signal } = this.#closing;
    const timer = setInterval(() => void (document.hidden || this.#refresh()), KEEP_AWAKE_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
    const seen = async (): Promise<void> => {
      if (document.hidden) return;
      await this.#refresh();
      const isLost = this.#isSignedIn && this.#session?.alive === false && !this.#recorder.run;
      if (isLost && this.#choices.fault !== 'session-over') await this.signIn();
    };
    document.addEventListener('visibilitychange', () => void seen(), { signal });
  }

  #runChanged(): void {
    this.#isPanelClosed = false;
    if (this.#recorder.run?.end?.detail.ok) this.#isSignedIn = false;
    this.#onChange();
    void this.#watchServer();
  }

  /** Asks the server repeatedly until the last logout has taken full effect. */
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
      // The page unloads, or the simulators have stopped: the page keeps what it shows.
    }
    if (!this.#closing.signal.aborted) this.#onChange();
  }
}
