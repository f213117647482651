import { hidePage, reload, showPage } from '../client/navigation.js';
import type { Connection } from '../connection/connection.js';
import type { Change, Found } from '../tokens/session-tokens.js';
import type { StoredTokens, Tokens } from '../tokens/token-store.js';
import { arrival } from './arrival.js';
import { post } from './channel.js';
import { LaterLooks } from './later-looks.js';
import { keepRecord, keptRecord, loadNotes, noteLoad } from './kept-record.js';
import {
  type Effect,
  type FoundTokens,
  type Live,
  NEW_PAGE,
  type PageEvent,
  type PageState,
} from './page-state.js';
import { isOld, mayGoOn, step } from './protocol.js';
import { type EndRecord, merge } from './record.js';
import { NOTHING, TabTokens } from './tab-tokens.js';

/** What a {@link Tab} needs from the rest of the page. */
export interface TabHost {
  /** The current connection; none if it has a problem. */
  connection(): Connection | undefined;
  /** The shown state has changed, or somebody may have signed in or out. */
  changed(): void;
  /** Tells that the session has ended elsewhere, and leaves the page. Returns whether the page stays. */
  told(origin: 'other-tab' | 'history', change: Change): boolean;
}

/** A page event without what {@link Tab} adds to each. */
type Happening = PageEvent extends infer Event
  ? Event extends PageEvent
    ? Omit<Event, 'record' | 'found'>
    : never
  : never;

/** The longest time for which a page is hidden, in ms. */
const HIDDEN_MS = 1000;

/** How long the tab that logged out has for the shared places, in ms. */
const NEWS_MS = 1000;

/** Runs the protocol for one connection in this page: passes events to it, and does what it says. */
export class Tab {
  readonly #key: string;
  readonly #host: TabHost;
  #state = NEW_PAGE;
  #isLoaded = false;
  readonly #tokens: TabTokens;
  readonly #later = new LaterLooks(
    (ms) => {
      this.#isNews &&= ms < NEWS_MS;
      this.look();
    },
    () => this.#step({ type: 'live-over' }),
  );
  /** Whether another tab has only just logged out; see {@link leaveShared}. */
  #isNews = false;
  /** Whether the page came out of the back/forward cache. */
  #isRestored = false;

  constructor(key: string, host: TabHost) {
    this.#key = key;
    this.#host = host;
    this.#tokens = new TabTokens(() => host.connection());
  }

  get shown(): PageState['shown'] {
    return this.#state.shown;
  }

  /** Begins when the first element or guard of the connection joins. */
  load(): void {
    if (!this.#host.connection()) return;
    if (this.#isLoaded) {
      this.look();
      return;
    }
    this.#isLoaded = true;
    const isEarly = document.readyState !== 'complete';
    this.#step({ type: 'load', isEarly, ...arrival(), ...loadNotes(this.#key) });
  }

  /** Number of the last session whose sign-in was announced. */
  get begun(): number {
    return Math.max(this.#state.record.begun, this.#read()?.begun ?? 0);
  }

  /** A logout begins. */
  click(): void {
    this.#tokens.pair = undefined;
    this.#isRestored = false;
    this.#step({ type: 'click' });
  }

  /** Whether the logout under way may send one more request. */
  mayGoOn(): boolean {
    return mayGoOn(this.#state, this.#read());
  }

  /** The logout was cancelled before a request was sent. */
  cancel(): void {
    this.#step({ type: 'cancelled' });
    this.look();
  }

  /**
   * The platform has confirmed the end. Removes the tokens of this logout, or replaces them by `pair`. Other tokens stay,
   * with a warning.
   */
  async end(sent: readonly StoredTokens[], pair: Tokens | undefined, signal: AbortSignal): Promise<Change> {
    this.#tokens.pair = pair;
    this.#step({ type: 'ended', sent: this.#tokens.marks(sent), live: this.#tokens.liveOf(sent) });
    const change = await this.#tokens.settle((tokens) => isOld(this.#state, tokens), signal);
    this.#step({ type: 'settled' });
    this.#later.begin();
    return change;
  }

  /**
   * The logout has failed. If another tab has ended the same session meanwhile, the session is over all the same.
   *
   * @param atClick with `clear-on-failure`: the tokens at the click, which go in any case
   */
  async fail(sent: readonly StoredTokens[], atClick: readonly Found[] | undefined, signal: AbortSignal) {
    const cleared = this.#tokens.marks((atClick ?? []).map(({ tokens }) => tokens));
    const isCleared = ({ marks }: FoundTokens): boolean => marks.some((mark) => cleared.includes(mark));
    let change = atClick && (await this.#tokens.settle(isCleared, signal));
    const effects = this.#next({ type: 'failed', sent: this.#tokens.marks(sent), cleared });
    const isOver = effects.some((effect) => effect.do === 'tell');
    if (isOver) change = await this.#tokens.settle((tokens) => isOld(this.#state, tokens), signal);
    if (change) this.#later.begin();
    return { isOver, change };
  }

  /** Replaces the tokens of the click by refreshed ones: the session goes on. */
  async refresh(sent: readonly StoredTokens[], latest: Tokens, signal: AbortSignal): Promise<void> {
    await this.#tokens.refresh(sent, latest, signal);
  }

  /** The page says that somebody has signed in. */
  signedIn(): void {
    this.#tokens.pair = undefined;
    this.#later.stop();
    this.#isNews = false;
    if (!this.#host.connection()) return;
    this.#step({ type: 'signed-in' });
    this.#host.changed();
    // The page stores the new token next.
    queueMicrotask(() => this.#host.changed());
  }

  /** Looks now: at the record, the token places, and the message of another tab. */
  look(heard?: EndRecord, live?: Live): void {
    // WebKit's storage may lag behind. After Back, an end that seems new may have happened while the page was away.
    if (this.#isRestored && (this.#read(heard)?.ended ?? 0) > this.#state.record.ended) {
      this.awake(false, heard);
      return;
    }
    const found = this.#tokens.all();
    const happening = { type: 'look', live } as const;
    if (found instanceof Promise) void found.then((all) => this.#step(happening, all, heard));
    else this.#step(happening, found, heard);
  }

  /** The page goes into the back/forward cache, or away. */
  sleep(): void {
    this.#step({ type: 'sleep' });
  }

  /** The page is back from the back/forward cache, or no longer prerendered. */
  awake(isPrerendered: boolean, heard?: EndRecord): void {
    this.#isRestored = !isPrerendered;
    const connection = this.#host.connection();
    const hasCookieSession = connection?.platform.cookieSession?.({ ...connection, tokens: {} }) ?? false;
    this.#step({ type: 'awake', isPrerendered, hasCookieSession }, undefined, heard);
  }

  /** The stored record, merged with the one that another tab has posted; `undefined` if storage is blocked. */
  #read(heard?: EndRecord): EndRecord | undefined {
    const kept = keptRecord(this.#key);
    return kept && heard ? merge(kept, heard) : kept;
  }

  #next(happening: Happening, found?: readonly Found[], heard?: EndRecord): readonly Effect[] {
    if (!this.#isLoaded) {
      // The page has no element or guard: its code called `logout()`.
      this.#isLoaded = true;
      this.#step({ type: 'load' });
    }
    const record = this.#read(heard);
    const all = found ?? this.#tokens.all('now');
    const before = this.#state;
    const [state, effects] = step(before, { ...happening, record, found: this.#tokens.facts(all) });
    this.#state = state;
    this.#tokens.findPair(all, state.live);
    const isLook = happening.type === 'look';
    // A look may also find a sign-in or a logout.
    if (isLook || state.shown !== before.shown) this.#host.changed();
    if (state.live.length > before.live.length) this.#later.hearLive();
    if (isLook && state.record.ended > before.record.ended) {
      this.#isNews = true;
      this.#later.begin();
    }
    return this.#isNews ? effects.map(leaveShared) : effects;
  }

  #step(happening: Happening, found?: readonly Found[], heard?: EndRecord): void {
    let removal = Promise.resolve(NOTHING);
    for (const effect of this.#next(happening, found, heard)) {
      if (effect.do === 'publish') {
        keepRecord(this.#key, this.#state.record);
        post({ key: this.#key, record: this.#state.record, live: effect.live });
      } else if (effect.do === 'note') noteLoad(this.#key, effect.ended);
      else if (effect.do === 'remove')
        removal = this.#tokens.remove(effect.tokens.flatMap(({ marks }) => marks));
      else if (effect.do === 'tell') void this.#tell(effect.origin, removal);
      else if (effect.do === 'reload') reload();
      else if (effect.do === 'show') showPage();
      else this.#hidePage();
    }
  }

  async #tell(origin: 'other-tab' | 'history', removal: Promise<Change>): Promise<void> {
    if (this.#host.told(origin, await this.#tokens.removeOwnData(removal))) this.#stay();
  }

  /** The page stays. It may have missed something while it was hidden. */
  #stay(): void {
    this.#step({ type: 'stayed' });
    this.look();
  }

  #hidePage(): void {
    hidePage();
    setTimeout(() => this.#stay(), HIDDEN_MS);
  }
}

/**
 * At first only the tab that logged out changes the places that all tabs share. This tab may hear of the end, or find a
 * late token, before it sees the new pair there. Later it removes what is still old.
 */
function leaveShared(effect: Effect): Effect {
  return effect.do === 'remove'
    ? { do: 'remove', tokens: effect.tokens.filter(({ isShared }) => !isShared) }
    : effect;
}
