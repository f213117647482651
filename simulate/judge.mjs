// Checks the eight invariants against the truth after every step. Each excuse has a name and is counted.

/** @import { EndRecord } from '../src/tabs/record.js' */
/** @import { Effect, Live, PageEvent } from '../src/tabs/page-state.js' */
/** @import { End, Flight, Found, Page, Session, World } from './world.mjs' */

/**
 * What a page can know. The judge keeps it apart from the state machine's own state.
 *
 * @typedef {{
 *   isReading: boolean, hasRead: boolean, ended: number, asked: number, begun: number, atLoad: number, heardOf: number, isQuiet: boolean, left: readonly string[],
 *   user: string | undefined, told: Set<End>, live: { live: Live, until: number }[], heard: Set<End>, cleared: Set<string>
 * }} Knowledge
 */

export class Violation extends Error {
  /**
   * @param {number} invariant
   * @param {string} message
   */
  constructor(invariant, message) {
    super(`invariant ${invariant}: ${message}`);
  }
}

export class Judge {
  /** @type {World} */
  #world;
  /** @type {Map<string, number>} */
  #excuses;

  /**
   * @param {World} world
   * @param {Map<string, number>} excuses
   */
  constructor(world, excuses) {
    this.#world = world;
    this.#excuses = excuses;
  }

  /** @returns {Knowledge} */
  newKnowledge() {
    return {
      isReading: false,
      hasRead: false,
      ended: 0,
      asked: 0,
      begun: 0,
      atLoad: 0,
      heardOf: 0,
      isQuiet: false,
      left: [],
      user: undefined,
      told: new Set(),
      live: [],
      heard: new Set(),
      cleared: new Set(),
    };
  }

  /**
   * A message may carry an end that could not be stored.
   *
   * @param {Page} page
   * @param {EndRecord} record
   */
  hears({ knows }, { old }) {
    for (const end of this.#world.ends) {
      if (end.marks.every((mark) => old.some((each) => each.mark === mark))) knows.heard.add(end);
    }
  }

  /** @param {string} excuse */
  #excuse(excuse) {
    this.#excuses.set(excuse, (this.#excuses.get(excuse) ?? 0) + 1);
  }

  /**
   * @param {Page} page
   * @param {PageEvent} event
   * @param {readonly Found[]} found
   * @param {readonly Effect[]} effects
   */
  step(page, event, found, effects) {
    const { knows, state } = page;
    learn(knows, event);
    this.#hear(page, event);
    checkKinds(page, event, effects);

    const told = effects.find((effect) => effect.do === 'tell');
    const removed = /** @type {Found[]} */ (
      effects.flatMap((effect) => (effect.do === 'remove' ? effect.tokens : []))
    );
    const isForgetting = told?.origin === 'other-tab' && event.type !== 'failed';
    for (const each of removed) this.removal(page, each, isForgetting);

    const left = found.filter((each) => !this.#isProved(page, each));
    switch (event.type) {
      case 'load':
        this.#load(page, event, effects);
        break;
      case 'look':
        if (!page.isAsleep) this.#look(page, event, left, told !== undefined);
        break;
      case 'awake':
        this.#awake(page, event, left, effects);
        break;
      case 'failed':
        this.#failed(page, event, told !== undefined);
        break;
      case 'ended': {
        const { of = 0 } = state.flight ?? {};
        knows.ended = Math.max(knows.ended, of);
        if (event.isAsked) knows.asked = Math.max(knows.asked, of);
        // A sign-in since the click is later than this end.
        if (page.flight && knows.begun > page.flight.begun) knows.begun = Math.max(knows.begun, of + 1);
        if (state.record.ended < knows.ended) throw new Violation(1, 'an end is not recorded');
        break;
      }
      case 'signed-in':
        Object.assign(knows, {
          begun: state.record.begun,
          hasRead: knows.isReading,
          atLoad: knows.ended,
          heardOf: page.flight ? knows.heardOf : state.record.begun - 1,
          isQuiet: false,
          left: [],
          live: [],
        });
        knows.cleared.clear();
        break;
    }
    if (!page.isAsleep && ['load', 'look', 'awake', 'failed'].includes(event.type)) {
      const kept = found.find((each) => !removed.includes(each) && this.#isProved(page, each));
      if (kept && !page.isMixed && event.type !== 'failed') {
        throw new Violation(3, `a token is proved old, but stays: ${kept.token.marks.join(', ')}`);
      }
    }
    const rest = left.filter((each) => !removed.includes(each));
    const isAwake = event.type === 'awake' && !effects.some((effect) => effect.do === 'hide');
    const isLook = (event.type === 'look' || isAwake) && !page.isAsleep && !page.flight;
    if ((isLook || ['load', 'sleep', 'settled'].includes(event.type)) && rest.length) {
      knows.left = rest.flatMap(({ marks }) => marks);
      knows.user = rest[0]?.user;
    }
    if (told) knows.left = [];
    if (event.type === 'settled' && !rest.length) knows.left = [];
    // A page may sleep longer than ten seconds.
    if (event.type === 'live-over' || event.type === 'sleep') knows.live = [];
    checkShown(page, event, rest, isAnnounced(knows));
  }

  /**
   * @param {Page} page
   * @param {PageEvent} event
   */
  #hear({ knows, state, runs, isAsleep }, event) {
    if (isAsleep) return;
    const live = event.type === 'look' ? event.live : undefined;
    const own =
      event.type === 'ended' && event.live ? { ...event.live, of: state.flight?.of ?? 0 } : undefined;
    const heard = live ?? own;
    // Only the first pair of an end counts: a second tab's pair is not in the places.
    if (heard && knows.live.every((each) => each.live.of !== heard.of)) {
      knows.live.push({ live: heard, until: runs + 10 });
    }
  }

  /**
   * Invariants 2 and 3: a sign-in stands, and every removed token is proved old.
   *
   * @param {Page} page
   * @param {Found} found
   * @param {boolean} isForgetting whether the page tells another tab's end in this step
   */
  removal(page, found, isForgetting) {
    const { knows } = page;
    const { token } = found;
    const { session } = token;
    if (token.marks.some((mark) => knows.cleared.has(mark))) {
      if (session.isAlive) this.#excuse('clear-on-failure was asked to remove it');
      return;
    }
    const marked = this.#world.ends.filter(({ marks }) => shares(marks, token.marks));
    if (marked.length && !session.isAlive) return;
    // Marks older than an announced sign-in prove nothing.
    const byMark = marked.filter(({ number }) => number >= knows.begun);
    if (byMark.length) {
      const isLate = byMark.some(
        ({ number, clickAt }) => number >= session.number && clickAt < session.since,
      );
      if (session.isSame && (!this.#knowsOf(page, session) || isLate)) {
        return this.#excuse('the very same token again, without signedIn() before');
      }
      throw new Violation(2, 'a token is removed because an earlier logout sent it, but its session lives');
    }
    const live = this.#liveFor(page, found);
    if (live) return this.#removalByLive(page, found, live);
    if (isForgetting && found.isInMemory && knows.isReading && !isAnnounced(knows)) {
      if (!found.isJwt || found.user === knows.user) return this.#removalFromMemory(page, session);
    }
    throw new Violation(3, `a token is removed without proof: ${token.marks.join(', ')}`);
  }

  /**
   * @param {Page} page
   * @param {Found} found
   * @param {Live} live
   */
  #removalByLive(page, { token: { session, issued } }, live) {
    if (!session.isAlive) return;
    if (session.isSame && !this.#knowsOf(page, session)) {
      return this.#excuse('the very same token again, without signedIn() before');
    }
    const ends = this.#world.ends.filter(({ number }) => number === live.of);
    if (ends.some((end) => end.clickAt <= session.since && session.since <= end.arrivedAt)) {
      return this.#excuse('anonymous pair: the same user signed in between click and end');
    }
    if (issued === live.issued)
      return this.#excuse('anonymous pair: the same user signed in within the second of the end');
    if (ends.some((end) => this.#world.setBackAt > end.arrivedAt)) {
      return this.#excuse("anonymous pair: the issuer's clock was set back");
    }
    if (ends.some((end) => session.since < end.clickAt && !end.sessions.includes(session))) {
      return this.#excuse('superseded: the same user signed in again before the click');
    }
    throw new Violation(2, 'the token of a living session is removed because of its user and `iat`');
  }

  /**
   * @param {Page} page
   * @param {Session} session
   */
  #removalFromMemory(page, session) {
    if (!session.isAlive) return;
    const ends = this.#newsFor(page);
    if (ends.some((end) => end.clickAt <= session.since) && !this.#knowsOf(page, session)) {
      return this.#excuse('page memory: a sign-in after the click, before the page heard of the end');
    }
    if (ends.some((end) => session.since < end.clickAt && !end.sessions.includes(session))) {
      return this.#excuse('superseded: the browser had another session at the time of the logout');
    }
    if (page.isMixed || this.#world.changes) {
      return this.#excuse('storage was cleared or unblocked late: numbers start again');
    }
    throw new Violation(2, 'page memory forgets the token of a living session');
  }

  /**
   * The ends that the page hears of in this step.
   *
   * @param {Page} page
   */
  #newsFor({ knows }) {
    const { ends } = this.#world;
    const news = ends.filter(({ number }) => number > knows.heardOf && number <= knows.ended);
    return news.length ? news : ends.filter(({ marks }) => shares(marks, knows.left));
  }

  /**
   * @param {Page} page
   * @param {Session} session
   */
  #knowsOf(page, { isAnnounced: is, announcedBy, number }) {
    return is && (announcedBy === page || (page.knows.isReading && page.knows.begun >= number));
  }

  /**
   * @param {Page} page
   * @param {Found} found
   */
  #liveFor({ knows, runs }, { user, issued }) {
    if (!knows.isReading || user === undefined || issued === undefined) return undefined;
    return knows.live.find(
      ({ live, until }) =>
        runs <= until && live.of >= knows.begun && live.user === user && issued <= live.issued,
    )?.live;
  }

  /**
   * @param {Page} page
   * @param {readonly string[]} marks
   */
  #isMarked(page, marks) {
    const { knows } = page;
    return this.#world.ends.some(
      (end) =>
        shares(end.marks, marks) &&
        end.number >= knows.begun &&
        (end.by === page || page.isMixed || ((end.isStored || knows.heard.has(end)) && knows.isReading)),
    );
  }

  /**
   * @param {Page} page
   * @param {Found} found
   */
  #isProved(page, found) {
    const { marks } = found.token;
    return (
      marks.some((mark) => page.knows.cleared.has(mark)) ||
      this.#isMarked(page, marks) ||
      this.#liveFor(page, found) !== undefined
    );
  }

  /**
   * @param {Page} page
   * @param {PageEvent & { type: 'load' }} event
   * @param {readonly Effect[]} effects
   */
  #load(page, { isEarly, isFromCache, isPrefetched, isBack, note }, effects) {
    const isReload = effects.some((effect) => effect.do === 'reload');
    if (isReload && page.isReloaded) throw new Violation(6, 'a reloaded document reloads again');
    const isKept = isFromCache || isPrefetched;
    if (isReload && !isKept) throw new Violation(5, 'a document from the server reloads');
    if (isReload && page.knows.ended === 0)
      throw new Violation(8, 'a document reloads, but no session has ended');
    if (!isEarly && effects.some((effect) => effect.do === 'reload' || effect.do === 'note'))
      throw new Violation(5, 'a late tag reloads the page or writes a note');
    const end = this.#endOf(page);
    if (!isKept || isReload || !end) return;
    if (!isEarly) return this.#excuse('a late tag cannot know how the document was loaded');
    if (end.number <= (page.cachedAt ?? 0)) return this.#excuse('two ends with the same number count as one');
    if (this.#world.changes) return this.#excuse('storage was cleared or unblocked late: notes tell nothing');
    if (page.tab.noteless.has(page.address)) return this.#excuse('from the HTTP cache, no note, not Back');
    throw new Violation(
      5,
      `an ended session is shown from the ${isPrefetched ? 'prefetch' : 'HTTP'} cache (note ${note}, ${isBack ? 'Back' : 'not Back'})`,
    );
  }

  /**
   * The end of the session that the page shows, if the page can know this end.
   *
   * @param {Page} page
   */
  #endOf(page) {
    const { paints, knows } = page;
    if (!paints || paints.isAlive) return undefined;
    return this.#world.ends.find(
      (end) => end.sessions.includes(paints) && (end.by === page || (end.isStored && knows.isReading)),
    );
  }

  /**
   * @param {Page} page
   * @param {PageEvent} event
   * @param {readonly Found[]} left
   * @param {boolean} isTold
   */
  #look(page, event, left, isTold) {
    const { knows } = page;
    // The page has seen a sign-in.
    if (left.length || isAnnounced(knows)) knows.isQuiet = false;
    const isNews = knows.asked > knows.heardOf || this.#isMarked(page, knows.left);
    const mayTell = event.record !== undefined && !page.flight && !isAnnounced(knows);
    const isGone = left.every((each) => each.isInMemory && (!each.isJwt || each.user === knows.user));
    const isExpected = mayTell && isNews && isGone && !(knows.isQuiet && !left.length);
    if (isTold) this.#tell(page, left, isGone);
    if (isTold !== isExpected && !page.isMixed) {
      throw new Violation(1, isTold ? 'an end is told without reason' : 'an end is not told');
    }
    if ((mayTell && isNews) || (!page.flight && isAnnounced(knows))) knows.heardOf = lastBefore(knows);
    if (isTold) knows.isQuiet = true;
  }

  /**
   * @param {Page} page
   * @param {readonly Found[]} left
   * @param {boolean} isGone
   */
  #tell(page, left, isGone) {
    const { knows, paints } = page;
    if (page.flight) throw new Violation(1, "a page tells another tab's end during its own logout");
    if (!knows.isReading) throw new Violation(8, 'a page tells an end, but cannot read the record');
    if (isAnnounced(knows)) throw new Violation(1, 'an end is told after an announced sign-in');
    // If storage was cleared, only the judge knows that the token of a done page is old.
    if (knows.isQuiet && !page.isMixed) throw new Violation(1, 'a done page tells an end');
    if (left.length && !isGone && !page.isMixed)
      throw new Violation(1, 'an end is told, but a token is left that is not proved old');
    this.#once(page);
    if (!paints?.isAlive || !this.#world.hasCookie) return;
    const ends = this.#newsFor(page);
    if (ends.some((end) => end.clickAt <= paints.since) && !this.#knowsOf(page, paints)) {
      return this.#excuse('a sign-in by a hidden cookie was not announced');
    }
    if (ends.some((end) => paints.since < end.clickAt && !end.sessions.includes(paints))) {
      return this.#excuse('superseded: the browser had another session at the time of the logout');
    }
    if (page.isMixed) return this.#excuse('storage was cleared: numbers start again');
    throw new Violation(1, 'the end of a living session is told');
  }

  /**
   * Checks that a page tells an end once.
   *
   * @param {Page} page
   */
  #once({ knows }) {
    const ends = this.#world.ends.filter(({ number }) => number <= knows.ended);
    const isTold = ends.some(
      ({ number }) => number === knows.ended && [...knows.told].some((end) => end.number === number),
    );
    if (isTold) {
      const isOther = ends.some((end) => !knows.told.has(end) && shares(end.marks, knows.left));
      if (!isOther) throw new Violation(1, 'an end is told twice');
      this.#excuse('two sessions ended under the same number, and the page showed both in turn');
    }
    for (const end of ends) knows.told.add(end);
  }

  /**
   * @param {Page} page
   * @param {PageEvent & { type: 'awake' }} event
   * @param {readonly Found[]} left
   * @param {readonly Effect[]} effects
   */
  #awake(page, event, left, effects) {
    const { knows, paints } = page;
    const before = knows.left;
    const isHidden = effects.some((effect) => effect.do === 'hide');
    const told = effects.find((effect) => effect.do === 'tell');
    const end = this.#endOf(page);
    if (knows.ended === 0 && effects.some((effect) => effect.do === 'note')) {
      throw new Violation(8, 'a restored page writes a note, but no session has ended');
    }
    if (!isHidden) {
      if (told?.origin === 'history') throw new Violation(5, 'a page tells `history`, but stays');
      this.#look(page, event, left, told !== undefined);
      if (!end) return;
      // The page knows the end by the token that it saw, unless a later announced sign-in made the marks void.
      const isSeen = shares(end.marks, before) && end.number >= knows.begun;
      if (end.number <= knows.atLoad && !isSeen)
        return this.#excuse('two ends with the same number count as one');
      if (page.isMixed) return this.#excuse('storage was cleared: numbers start again');
      throw new Violation(5, 'Back shows an ended session');
    }
    const isStale =
      knows.ended > knows.atLoad || (paints && !paints.isAlive) || this.#isMarked(page, knows.left);
    if (!isStale && !page.isMixed)
      throw new Violation(8, 'Back loads the page again, but no session has ended');
    const mayBeSignedIn =
      left.length > 0 || event.hasCookieSession || event.isPrerendered || isAnnounced(knows) || page.flight;
    const isExpected = !mayBeSignedIn && !knows.isQuiet && knows.isReading && knows.asked > knows.heardOf;
    if (told) this.#tell(page, left, left.length === 0);
    if (told && mayBeSignedIn) throw new Violation(5, '`history` is told, but somebody may be signed in');
    if (!told && isExpected && !page.isMixed) throw new Violation(5, '`history` is not told');
    const isNews = knows.asked > knows.heardOf;
    if (told && !isNews && !page.isMixed) throw new Violation(1, 'an end is told without reason');
    if (told) Object.assign(knows, { isQuiet: true, heardOf: lastBefore(knows) });
  }

  /**
   * @param {Page} page
   * @param {PageEvent & { type: 'failed' }} event
   * @param {boolean} isTold
   */
  #failed(page, { sent, cleared }, isTold) {
    const { knows, flight } = page;
    for (const mark of cleared ?? []) knows.cleared.add(mark);
    if (!flight) throw new Violation(7, 'a logout fails, but none is under way');
    const isExpected = knows.asked >= flight.of && sent.every((mark) => this.#isMarked(page, [mark]));
    if (isTold !== isExpected && !page.isMixed && !this.#world.changes) {
      throw new Violation(
        1,
        isTold ? 'a failed logout tells an end' : 'a failed logout does not tell the end by another tab',
      );
    }
    if (!isTold) {
      knows.isQuiet = false;
      return;
    }
    this.#once(page);
    knows.cleared.clear();
    knows.heardOf = lastBefore(knows);
    knows.isQuiet = page.state.shown === 'done';
    const session = flight.token?.session ?? flight.cookie;
    if (!session?.isAlive) return;
    if (session.isSame) return this.#excuse('the very same token again, without signedIn() before');
    const isUnseen = this.#world.ends.some(
      (end) => end.number >= flight.of && !end.sessions.includes(session),
    );
    if (!flight.sent.length && isUnseen) {
      return this.#excuse('a sign-in by a hidden cookie was not announced');
    }
    throw new Violation(1, 'the end of a living session is told');
  }

  /**
   * The page tells the end by its own logout.
   *
   * @param {Page} page
   */
  here(page) {
    const { knows, state, flight } = page;
    for (const end of this.#world.ends) {
      // An end of another session, which the page cannot read, is still to be told.
      const isCovered = knows.isReading && end.number <= (flight?.of ?? 0);
      if (end.by === page || isCovered) knows.told.add(end);
    }
    knows.heardOf = lastBefore(knows);
    knows.cleared.clear();
    knows.isQuiet = state.shown === 'done';
  }

  /**
   * @param {Page} page
   * @param {boolean} mayGoOn
   */
  retry(page, mayGoOn) {
    const { flight, knows } = page;
    const record = this.#world.isBlocked ? undefined : this.#world.stored;
    const isOver =
      Math.max(knows.begun, record?.begun ?? 0) !== flight?.begun ||
      (flight.hadRead && Math.max(knows.asked, record?.asked ?? 0) >= flight.of);
    if (mayGoOn && isOver) throw new Violation(2, 'a logout is sent again after a sign-in or an end');
    if (!mayGoOn && !isOver && !page.isMixed && !this.#world.changes) {
      throw new Violation(7, 'a logout may be sent again, but is not');
    }
  }

  /**
   * The server ends a session at a logout's request.
   *
   * @param {Flight} flight
   * @param {Session} session
   */
  revoked(flight, session) {
    if (flight.sessions.includes(session)) return;
    if (session.isSame && flight.token?.session === session) {
      return this.#excuse('the very same token again, without signedIn() before');
    }
    if (flight.tries > 1 && flight.cookie === session) {
      return this.#excuse('a sign-in between the two tries of a logout by cookie');
    }
    throw new Violation(2, 'a session is ended, but it began after the click');
  }
}

/**
 * @param {Knowledge} knows
 * @param {PageEvent} event
 */
function learn(knows, { record, type }) {
  const isFirst = record !== undefined && !knows.hasRead;
  const hasOwnEnd = knows.ended > knows.atLoad;
  knows.isReading = record !== undefined;
  knows.hasRead ||= knows.isReading;
  knows.ended = Math.max(knows.ended, record?.ended ?? 0);
  knows.asked = Math.max(knows.asked, record?.asked ?? 0);
  knows.begun = Math.max(knows.begun, record?.begun ?? 0);
  if (isFirst || type === 'load') knows.heardOf = lastBefore(knows);
  if ((isFirst && !hasOwnEnd) || type === 'load') knows.atLoad = knows.ended;
}

/**
 * Number of the last session before the current one.
 *
 * @param {Knowledge} knows
 */
function lastBefore({ ended, begun }) {
  return Math.max(ended, begun - 1);
}

/** @param {Knowledge} knows */
function isAnnounced({ ended, begun }) {
  return begun > ended;
}

/**
 * @param {readonly string[]} some
 * @param {readonly string[]} others
 */
function shares(some, others) {
  return some.some((each) => others.includes(each));
}

/** @type {Record<Effect['do'], readonly PageEvent['type'][]>} */
const ALLOWED = {
  publish: ['ended', 'signed-in'],
  note: ['load', 'awake'],
  remove: ['load', 'look', 'awake', 'failed'],
  tell: ['look', 'awake', 'failed'],
  hide: ['load', 'awake'],
  reload: ['load', 'awake'],
  show: ['stayed'],
};

/**
 * @param {Page} page
 * @param {PageEvent} event
 * @param {readonly Effect[]} effects
 */
function checkKinds(page, { type }, effects) {
  const kinds = effects.map((effect) => effect.do);
  const wrong = kinds.find((kind) => !ALLOWED[kind].includes(type));
  if (wrong) throw new Violation(8, `"${wrong}" on "${type}"`);
  if (page.isAsleep && type === 'look' && kinds.length) throw new Violation(5, 'a sleeping page acts');
  const isLeaving =
    kinds.includes('reload') || effects.some((each) => each.do === 'tell' && each.origin === 'history');
  if (kinds.includes('hide') !== isLeaving)
    throw new Violation(6, 'a page is hidden but stays, or leaves but is not hidden');
  if (type === 'stayed' && !kinds.includes('show')) throw new Violation(6, 'a page stayed, but is not shown');
  if (type === 'stayed' && page.state.isHidden) throw new Violation(6, 'a page stayed, but is hidden');
  if (type === 'signed-in' && !kinds.includes('publish'))
    throw new Violation(2, 'a sign-in is not published');
}

/**
 * @param {Page} page
 * @param {PageEvent} event
 * @param {readonly Found[]} rest
 * @param {boolean} isAnnouncedNow
 */
function checkShown({ state, isAsleep }, { type }, rest, isAnnouncedNow) {
  if ((state.shown === 'busy') !== (state.flight !== undefined)) {
    throw new Violation(
      7,
      `a page is shown as ${state.shown} with ${state.flight ? 'a' : 'no'} logout under way`,
    );
  }
  if (isAsleep || !['look', 'settled', 'signed-in'].includes(type) || state.flight) return;
  if (state.shown === 'done' && type !== 'signed-in' && rest.length) {
    throw new Violation(3, 'a page is done, but a token is left');
  }
  if (state.shown === 'done' && isAnnouncedNow) throw new Violation(1, 'a page is done after a sign-in');
}
