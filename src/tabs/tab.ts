import { quietly } from '../client/json.js';
import { hidePage, reload, showPage } from '../client/navigation.js';
import type { Connection } from '../connection/connection.js';
import { isPromise } from '../tokens/keepers.js';
import type { Change, Found } from '../tokens/session-tokens.js';
import type { StoredTokens, Tokens } from '../tokens/token-store.js';
import { arrival } from './arrival.js';
import { post } from './channel.js';
import { laterLooks } from './later-looks.js';
import { keepRecord, keptRecord, loadNotes, noteLoad } from './kept-record.js';
import {
  type Effect,
  type FoundTokens,
  type Happening,
  type Live,
  type LogoutState,
  NEW_PAGE,
} from './page-state.js';
import { isOld, mayGoOn, step } from './protocol.js';
import { type EndRecord, isAnnounced, merge } from './record.js';
import { NOTHING, TabTokens } from './tab-tokens.js';

/** What a {@link Tab} needs from the rest of the page. */
interface TabHost {
  /** The current connection; none if it has a problem. */
  connection(): Connection | undefined;
  /** The shown state has changed, or somebody may have signed in or out. */
  changed(): void;
  /** Tells that the session has ended elsewhere, and leaves the page. Returns whether the page stays. */
  told(origin: 'other-tab' | 'history', change: Change): boolean;
}

/** The longest time for which a page is hidden, in ms. */
const HIDDEN_MS = 1000;
/** The longest wait for the message of an end that storage has told, in ms. Without it, a restored page loads again. */
const MESSAGE_MS = 500;
/** How long the tab that logged out has for the shared places, in ms. */
const NEWS_MS = 1000;

/** Runs the protocol for one connection in this page: passes events to it, and does what it says. */
export class Tab {
  readonly #key: string;
  readonly #host: TabHost;
  #state = NEW_PAGE;
  readonly tokens: TabTokens;
  readonly #later = laterLooks(
    (ms) => {
      this.#isNews &&= ms < NEWS_MS;
      this.look();
    },
    () => this.#step({ type: 'live-over' }),
  );
  /**
   * Whether another tab has only just logged out. At first only that tab changes the places that all tabs share: this one may
   * hear of the end, or find a late token, before it sees the new pair there. Later it removes what is still old.
   */
  #isNews = false;
  /** Whether the page came out of the back/forward cache, and nobody has clicked or signed in since. */
  #isRestored = false;

  constructor(key: string, host: TabHost) {
    this.#key = key;
    this.#host = host;
    this.tokens = new TabTokens(() => host.connection());
  }

  get shown(): LogoutState {
    return this.#state.shown;
  }

  /** The first element or guard of the connection joins. A framework may remove its tags before Back, and add them after. */
  load(): void {
    if (!this.#host.connection()) return;
    // Without a tag, the page heard no message.
    this.#isRestored = false;
    if (this.#state === NEW_PAGE) {
      const isEarly = document.readyState !== 'complete';
      this.#step({ type: 'load', isEarly, ...arrival(), ...loadNotes(this.#key) });
    } else if (this.#state.isAsleep && !arrival().isPrerendered) this.awake(false);
    else this.look();
  }

  /** Number of the last session whose sign-in was announced. */
  get begun(): number {
    return Math.max(this.#state.record.begun, this.#read()?.begun ?? 0);
  }

  /** A logout begins. */
  click(): void {
    this.tokens.pair = undefined;
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

  /** The session has ended: removes the tokens of this logout, or replaces them by `pair`. Others stay. */
  async end(isAsked: boolean, sent: readonly StoredTokens[], pair: Tokens | undefined, signal: AbortSignal) {
    this.tokens.pair = pair;
    this.#step({ type: 'ended', isAsked, sent: this.tokens.marks(sent), live: this.tokens.liveOf(sent) });
    const change = await this.#settle(signal);
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
    const cleared = atClick ? this.tokens.marks([...atClick.map(({ tokens }) => tokens), ...sent]) : [];
    const isCleared = ({ marks }: FoundTokens): boolean => marks.some((mark) => cleared.includes(mark));
    let change = atClick && (await this.#settle(signal, isCleared));
    const effects = this.#next({ type: 'failed', sent: this.tokens.marks(sent), cleared });
    const isOver = effects.some((effect) => effect.do === 'tell');
    if (isOver) change = await this.#settle(signal);
    if (change) this.#later.begin();
    return { isOver, change };
  }

  /** The page says that somebody has signed in. */
  signedIn(): void {
    this.tokens.pair = undefined;
    this.#later.stop();
    this.#isNews = false;
    this.#isRestored = false;
    if (!this.#host.connection()) return;
    this.#step({ type: 'signed-in' });
    this.#host.changed();
    // The page stores the new token next. Its user counts at the next end.
    queueMicrotask(() => this.look());
  }

  /** Looks now: at the record, the token places, and the message of another tab. Not if nobody could be told. */
  look(heard?: EndRecord, live?: Live): void {
    if (!this.#host.connection()) return;
    const isMissed = () => this.#isRestored && (this.#read(heard)?.ended ?? 0) > this.#state.record.ended;
    // An end that comes now has a message. WebKit's storage may tell a restored page late what it has missed.
    if (isMissed() && heard && !isAnnounced(heard)) this.#isRestored = false;
    if (isMissed()) {
      hidePage();
      setTimeout(() => {
        if (isMissed()) this.awake(false, heard);
        if (!this.#state.isHidden) showPage();
      }, MESSAGE_MS);
      return;
    }
    const found = this.tokens.stored?.all() ?? [];
    const happening = { type: 'look', live } as const;
    if (found instanceof Promise) void found.then((all) => this.#step(happening, all, heard));
    else this.#step(happening, found, heard);
  }

  /** The page goes into the back/forward cache, or away. */
  sleep(): void {
    this.#isRestored = false;
    this.#step({ type: 'sleep' });
  }

  /** The page is back from the back/forward cache, or no longer prerendered. */
  awake(isPrerendered: boolean, heard?: EndRecord): void {
    this.#isRestored = !isPrerendered;
    const connection = this.#host.connection();
    if (!connection) return;
    // A token in an asynchronous store cannot be seen now: it counts as a session in a hidden cookie.
    const isIn = quietly(() => connection.platform.cookieSession?.({ ...connection, tokens: {} }));
    const hasCookieSession = isIn || isPromise(this.tokens.stored?.all());
    this.#step({ type: 'awake', isPrerendered, hasCookieSession }, undefined, heard);
  }

  /** The stored record, merged with the one that another tab has posted; `undefined` if storage is blocked. */
  #read(heard?: EndRecord): EndRecord | undefined {
    const kept = keptRecord(this.#key);
    return kept && heard ? merge(kept, heard) : kept;
  }

  #next(happening: Happening, found?: readonly Found[], heard?: EndRecord): readonly Effect[] {
    // The page has no element or guard: its code called `logout()`.
    if (this.#state === NEW_PAGE && happening.type !== 'load') this.#step({ type: 'load' });
    const record = this.#read(heard);
    const all = found ?? this.tokens.stored?.all('now') ?? [];
    const before = this.#state;
    const [state, effects] = step(before, { ...happening, record, found: this.tokens.facts(all) });
    this.#state = state;
    this.tokens.findPair(all, state);
    if (state.shown !== before.shown) this.#host.changed();
    if (state.live.length > before.live.length) this.#later.hearLive();
    if (happening.type === 'look' && state.record.ended > before.record.ended) {
      this.#isNews = true;
      this.#later.begin();
    }
    return effects;
  }

  #step(happening: Happening, found?: readonly Found[], heard?: EndRecord): void {
    let removal = Promise.resolve(NOTHING);
    for (const effect of this.#next(happening, found, heard)) {
      if (effect.do === 'publish') {
        // First the message, because a restored page that sees the record waits for it.
        post({ key: this.#key, record: this.#state.record, live: effect.live });
        keepRecord(this.#key, this.#state.record);
      } else if (effect.do === 'note') noteLoad(this.#key, effect.ended, effect.isForTab);
      else if (effect.do === 'remove') {
        const meant = effect.tokens.filter(({ isShared }) => !isShared || !this.#isNews);
        removal = this.tokens.remove(meant.flatMap(({ marks }) => marks));
      } else if (effect.do === 'tell') void this.#tell(effect.origin, removal);
      else if (effect.do === 'reload') reload();
      else if (effect.do === 'show') showPage();
      else {
        hidePage();
        setTimeout(() => this.#stay(), HIDDEN_MS);
      }
    }
    // A look may also find a sign-in or a logout.
    if (happening.type === 'look') this.#host.changed();
  }

  async #tell(origin: 'other-tab' | 'history', removal: Promise<Change>): Promise<void> {
    const { begun } = this;
    const change = await this.tokens.removeOwnData(removal);
    // Somebody may have signed in or clicked meanwhile.
    const isOvertaken = this.begun !== begun;
    if (isOvertaken && origin === 'history') reload();
    else if (isOvertaken || this.#state.flight || this.#host.told(origin, change)) this.#stay();
  }

  /** The page stays. It may have missed something while it was hidden. */
  #stay(): void {
    this.#step({ type: 'stayed' });
    this.look();
  }

  /** Settles the tokens of the session that has ended. Whoever signs in meanwhile keeps what is theirs. */
  #settle(signal: AbortSignal, isGone = (each: FoundTokens) => isOld(this.#state, each)): Promise<Change> {
    const { begun } = this.#state.flight ?? this;
    return this.tokens.settle(isGone, signal, () => this.begun === begun);
  }
}
