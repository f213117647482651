// A browser with its tabs, one connection's storage, and the server. The world knows the truth. A page sees only what
// a real page could see. The state machine decides, and the world carries it out.
import { Judge } from './judge.mjs';

/** @import { EndRecord } from '../src/tabs/record.js' */
/** @import { Effect, FoundTokens, Happening, Live, PageEvent, PageState } from '../src/tabs/page-state.js' */
/** @import { Machine } from './machine.mjs' */

/**
 * Where the platform keeps its sessions.
 * - `pair`: JWTs in storage that all tabs share and in an SDK's memory; the logout hands back an anonymous pair.
 * - `memory`: a token in each page's memory, and a cookie.
 * - `tab`: tokens in sessionStorage.
 * - `shared`: tokens in storage that all tabs share.
 * - `cookie`: a cookie that no script sees.
 *
 * @typedef {{
 *   kind: 'pair' | 'memory' | 'tab' | 'shared' | 'cookie', isJwt: boolean, hasSid: boolean, rotates: boolean,
 *   isCookieVisible: boolean, isBlocked: boolean, hasChannel: boolean,
 * }} Setup
 * @typedef {{ id: number, user: string, isAlive: boolean, since: number, isAnnounced: boolean, isSame: boolean, announcedBy: Page | undefined, number: number }} Session
 * @typedef {{ session: Session, issued: number, marks: string[] }} Token
 * @typedef {'shared' | 'tab' | 'memory'} Place
 * @typedef {FoundTokens & { place: Place, token: Token }} Found
 * @typedef {{
 *   token: Token | undefined, sent: string[], cookie: Session | undefined, clickAt: number, of: number, begun: number, hadRead: boolean,
 *   phase: 'sent' | 'arrived' | 'ended', tries: number, issued: number, arrivedAt: number, clears: readonly string[],
 *   sessions: Session[], killed: Session[],
 * }} Flight a logout under way
 * @typedef {{
 *   number: number, marks: string[], sessions: Session[], clickAt: number, arrivedAt: number, isStored: boolean, by: Page,
 * }} End a confirmed logout
 * @typedef {{
 *   tab: Tab, address: number, state: PageState, memory: Token | undefined, flight: Flight | undefined, paints: Session | undefined,
 *   isAsleep: boolean, isGone: boolean, isReloaded: boolean, isLeaving: 'reload' | 'away' | undefined, runs: number, looksUntil: number,
 *   isMixed: boolean, cachedAt: number | undefined, ahead: Cached | undefined, isAheadFromCache: boolean,
 *   knows: import('./judge.mjs').Knowledge
 * }} Page
 * @typedef {{ paints: Session | undefined, ended: number }} Cached a document, as the server sent it
 * @typedef {{
 *   index: number, page: Page | undefined, before: { address: number, page: Page | undefined }[], next: Page | undefined,
 *   stored: Token | undefined, notes: Map<number, number>, lastNote: number | undefined, noteless: Set<number>, isFrozen: boolean
 * }} Tab
 * @typedef {{ to: Page, record: EndRecord | undefined, live: Live | undefined, isOutdated: boolean }} Message
 * @typedef {{ page: Page, token: Token }} Write a token that is not stored yet
 */

/** @typedef {{ isReload?: boolean, isFromCache?: boolean, isBack?: boolean, isPrerendered?: boolean, isEarly?: boolean, ahead?: Cached | undefined }} LoadWay how a document is loaded */

/** @type {Record<Setup['kind'], readonly Place[]>} */
const PLACES = {
  pair: ['shared', 'memory'],
  memory: ['memory'],
  tab: ['tab'],
  shared: ['shared'],
  cookie: [],
};

export class World {
  /** Counts the acts, and so gives their order. */
  now = 0;
  issuer = 1_000_000;
  device = 1_000_000;
  /** @type {Token | undefined} */
  shared;
  /** @type {Session | undefined} */
  cookie;
  /** @type {EndRecord | undefined} */
  stored;
  /** The HTTP cache. @type {Map<number, { paints: Session | undefined, ended: number }>} */
  cache = new Map();
  /** @type {(Tab | undefined)[]} */
  tabs = [];
  /** @type {Message[]} */
  messages = [];
  /** @type {Write[]} */
  writes = [];
  /** @type {End[]} */
  ends = [];
  /** Requests of pages that are gone. They may still arrive. @type {Flight[]} */
  orphans = [];
  setBackAt = -1;
  isMixed = false;
  /** @type {Token | undefined} */
  lastSent;
  /** How often storage was cleared, blocked or unblocked. */
  changes = 0;
  /** Decides what is left to chance. */
  luck = 0;
  steps = 0;
  #count = 0;

  /**
   * @param {Machine} machine
   * @param {Setup} setup
   * @param {Map<string, number>} excuses
   */
  constructor(machine, setup, excuses) {
    this.machine = machine;
    this.setup = setup;
    this.isBlocked = setup.isBlocked;
    // Older than these pages. They can read it once storage is unblocked.
    if (setup.isBlocked) this.stored = { ended: 3, asked: 3, begun: 0, old: [] };
    this.judge = new Judge(this, excuses);
  }

  get hasCookie() {
    return this.setup.kind === 'memory' || this.setup.kind === 'cookie';
  }

  /** @param {number} index */
  openTab(index) {
    /** @type {Tab} */
    const tab = {
      index,
      page: undefined,
      before: [],
      next: undefined,
      stored: undefined,
      notes: new Map(),
      lastNote: undefined,
      noteless: new Set(),
      isFrozen: false,
    };
    this.tabs[index] = tab;
    return tab;
  }

  /**
   * Sends an event to a page, and carries out the effects.
   *
   * @param {Page} page
   * @param {Happening} happening
   * @param {Message} [message]
   */
  dispatch(page, happening, message) {
    const record = this.read(message);
    const found = this.found(page);
    if (message?.isOutdated || this.isMixed) page.isMixed = true;
    if (message?.record && record) this.judge.hears(page, message.record);
    const event = /** @type {PageEvent} */ ({ ...happening, record, found });
    const [state, effects] = this.machine.step(page.state, event);
    page.state = state;
    this.steps += 1;
    this.judge.step(page, event, found, effects);
    for (const effect of effects) this.#carryOut(page, effect, event);
    if (page.isLeaving && !(this.luck & 1)) this.#leave(page);
  }

  /** @param {Message} [message] */
  read(message) {
    if (this.isBlocked) return undefined;
    const stored = this.stored ?? this.machine.EMPTY;
    return message?.record ? this.machine.merge(stored, message.record) : stored;
  }

  /**
   * @param {Page} page
   * @param {Effect} effect
   * @param {PageEvent} event
   */
  #carryOut(page, effect, event) {
    switch (effect.do) {
      case 'publish':
        this.#publish(page, effect.live);
        break;
      case 'note':
        // A prerendered page loses its notes when it is shown (https://wicg.github.io/nav-speculation/prerendering.html).
        if (this.isBlocked || page.tab.next === page) break;
        if (!effect.isForTab) page.tab.notes.set(page.address, effect.ended);
        page.tab.lastNote = effect.ended;
        break;
      case 'remove':
        for (const each of effect.tokens) this.remove(page, /** @type {Found} */ (each));
        break;
      case 'tell':
        if (event.type === 'awake' && effect.origin === 'history') page.isLeaving = 'away';
        break;
      case 'reload':
        page.isLeaving = 'reload';
        break;
      case 'hide':
      case 'show':
        break;
    }
  }

  /**
   * @param {Page} page
   * @param {Live} [live]
   */
  #publish(page, live) {
    const { record } = page.state;
    if (!this.isBlocked) this.stored = this.machine.merge(this.stored ?? this.machine.EMPTY, record);
    if (page.isMixed) this.isMixed = true;
    // This page's record may hold ends that were cleared from storage, or could not be stored.
    for (const end of this.ends) {
      const isKnown = end.marks.every((mark) => record.old.some((each) => each.mark === mark));
      if (isKnown && end.number <= record.ended && !this.isBlocked) end.isStored = true;
    }
    for (const to of this.pages()) {
      if (to === page) continue;
      if (this.setup.hasChannel) this.messages.push({ to, record, live, isOutdated: page.isMixed });
      if (!this.isBlocked)
        this.messages.push({ to, record: undefined, live: undefined, isOutdated: page.isMixed });
    }
  }

  /** Every page that is shown, prerendered, or kept for Back. */
  pages() {
    return this.tabs.flatMap((tab) =>
      tab
        ? [tab.page, tab.next, ...tab.before.map(({ page }) => page)].filter((page) => page !== undefined)
        : [],
    );
  }

  /**
   * Removes a token only if its place still holds this token.
   *
   * @param {Page} page
   * @param {Found} found
   */
  remove(page, { place, token }) {
    if (this.at(page, place) === token) this.put(page, place, undefined);
  }

  /**
   * @param {Page} page
   * @param {Place} place
   */
  at(page, place) {
    if (place === 'shared') return this.shared;
    return place === 'tab' ? page.tab.stored : page.memory;
  }

  /**
   * @param {Page} page
   * @param {Place} place
   * @param {Token | undefined} token
   */
  put(page, place, token) {
    if (place === 'shared') this.shared = token;
    else if (place === 'tab') page.tab.stored = token;
    else page.memory = token;
  }

  get places() {
    return PLACES[this.setup.kind];
  }

  /**
   * The tokens in the page's places.
   *
   * @param {Page} page
   * @returns {Found[]}
   */
  found(page) {
    const { kind } = this.setup;
    const isJwt = kind === 'pair' || this.setup.isJwt;
    /** @type {Found[]} */
    const found = [];
    for (const place of this.places) {
      const token = this.at(page, place);
      if (!token) continue;
      const isInMemory = place === 'memory';
      const claims = isJwt && { user: token.session.user, issued: token.issued };
      found.push({ marks: token.marks, isJwt, isInMemory, ...claims, place, token });
    }
    return found;
  }

  /** @param {string} user */
  newSession(user) {
    this.#count += 1;
    /** @type {Session} */
    const session = {
      id: this.#count,
      user,
      isAlive: true,
      since: this.now,
      isAnnounced: false,
      isSame: false,
      announcedBy: undefined,
      number: 0,
    };
    return session;
  }

  /**
   * @param {Session} session
   * @param {Token} [before] the token that is refreshed
   * @returns {Token}
   */
  newToken(session, before) {
    this.#count += 1;
    const isKept = !this.setup.rotates && before?.session === session;
    const refresh = (isKept && before.marks[1]) || `refresh ${this.#count}`;
    const marks = [`access ${this.#count}`, refresh];
    if (this.setup.hasSid) marks.push(`sid ${session.id}`);
    return { session, issued: this.issuer, marks };
  }

  /**
   * Loads a new document.
   *
   * @param {Tab} tab
   * @param {number} address
   * @param {LoadWay} [how]
   */
  load(
    tab,
    address,
    {
      isReload = false,
      isFromCache = false,
      isBack = false,
      isPrerendered = false,
      isEarly = true,
      ahead,
    } = {},
  ) {
    const cached = ahead ?? (isFromCache ? this.cache.get(address) : undefined);
    const paints = cached ? cached.paints : this.#sessionAt(tab);
    if (!cached) {
      this.cache.set(address, { paints, ended: this.stored?.ended ?? 0 });
      tab.noteless.delete(address);
    }
    /** @type {Page} */
    const page = {
      tab,
      address,
      state: this.machine.NEW_PAGE,
      memory: undefined,
      flight: undefined,
      paints,
      isAsleep: isPrerendered,
      isGone: false,
      isReloaded: isReload,
      isLeaving: undefined,
      runs: 0,
      looksUntil: -1,
      isMixed: this.isMixed,
      cachedAt: cached?.ended,
      ahead: undefined,
      isAheadFromCache: false,
      knows: this.judge.newKnowledge(),
    };
    if (isPrerendered) tab.next = page;
    else tab.page = page;
    const note = this.isBlocked ? undefined : tab.notes.get(address);
    // No page can ever know that such a document is older than an end.
    const isOutOfCache = ahead ? isFromCache : cached !== undefined;
    if (isOutOfCache && note === undefined && !isBack && isEarly) tab.noteless.add(address);
    const how = { isEarly, isFromCache: isOutOfCache, isBack, isPrerendered };
    const isPrefetched = ahead !== undefined;
    const tabNote = this.isBlocked ? undefined : tab.lastNote;
    this.dispatch(page, { type: 'load', ...how, isPrefetched, note, tabNote });
    if (page.isGone || page.isLeaving) return;
    if (this.places.includes('memory')) this.refresh(page);
  }

  /**
   * Prefetches the other address: from the HTTP cache if the page is there, and otherwise from the server.
   *
   * @param {Page} page
   * @param {boolean} isFromCache
   */
  prefetch(page, isFromCache) {
    const address = 1 - page.address;
    const cached = isFromCache ? this.cache.get(address) : undefined;
    page.ahead = cached ?? { paints: this.#sessionAt(page.tab), ended: this.stored?.ended ?? 0 };
    page.isAheadFromCache = cached !== undefined;
    if (cached) return;
    this.cache.set(address, page.ahead);
    page.tab.noteless.delete(address);
  }

  /**
   * The session that a newly loaded document shows.
   *
   * @param {Tab} tab
   */
  #sessionAt(tab) {
    const session = this.hasCookie
      ? this.cookie
      : (this.setup.kind === 'tab' ? tab.stored : this.shared)?.session;
    return session?.isAlive ? session : undefined;
  }

  /** @param {Page} page */
  #leave(page) {
    const { tab, address, isLeaving } = page;
    if (tab.page !== page && tab.next !== page) return;
    const isPrerendered = tab.next === page;
    this.gone(page);
    this.load(tab, isLeaving === 'away' ? 1 : address, { isReload: isLeaving === 'reload', isPrerendered });
  }

  /** @param {Page} page */
  gone(page) {
    page.isGone = true;
    if (page.flight?.phase === 'sent') this.orphans.push(page.flight);
    this.messages = this.messages.filter(({ to }) => to !== page);
    this.writes = this.writes.filter((write) => write.page !== page);
  }

  /**
   * The issuer grants new tokens. The page stores them later.
   *
   * @param {Page} page
   */
  refresh(page) {
    const before = this.places.map((place) => this.at(page, place)).find((token) => token !== undefined);
    const session = this.setup.kind === 'memory' ? this.cookie : before?.session;
    if (!session?.isAlive) return;
    this.writes.push({ page, token: this.newToken(session, before) });
  }

  /**
   * @param {Page} page
   * @param {Token} token
   */
  store(page, token) {
    for (const place of this.places) this.put(page, place, token);
  }
}
