// The eight invariants, checked after every step against the truth. What is excused is named, and counted.

/** @import { EndRecord } from '../src/tabs/record.js' */
/** @import { Effect, Live, PageEvent } from '../src/tabs/page-state.js' */
/** @import { End, Flight, Found, Page, Session, World } from './world.mjs' */

/**
 * What a page can know, kept beside the state machine's own state.
 *
 * @typedef {{
 *   isReading: boolean, hasRead: boolean, ended: number, begun: number, atLoad: number, heardOf: number, isQuiet: boolean, left: readonly string[],
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
   * A message may have what could not be stored.
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
      case 'ended':
        knows.ended = Math.max(knows.ended, state.flight?.of ?? 0);
        if (state.record.ended < knows.ended) throw new Violation(1, 'an end is not recorded');
        break;
      case 'signed-in':
        Object.assign(knows, {
          begun: state.record.begun,
          atLoad: knows.ended,
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
        throw new Violation(3, `a token stays that is proved old: ${kept.token.marks.join(', ')}`);
      }
    }
    const rest = left.filter((each) => !removed.includes(each));
    const isAwake = event.type === 'awake' && !effects.some((effect) => effect.do === 'hide');
    const isLook = (event.type === 'look' || isAwake) && !page.isAsleep && !page.flight;
    if ((isLook || ['load', 'hide', 'settled'].includes(event.type)) && rest.length) {
      knows.left = rest.flatMap(({ marks }) => marks);
      knows.user = rest[0]?.user;
    }
    if (told) knows.left = [];
    if (event.type === 'settled' && !rest.length) knows.left = [];
    // Nobody knows how long a page sleeps.
    if (event.type === 'live-over' || event.type === 'hide') knows.live = [];
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
    // Of one end the first counts: a second tab's pair is not in the places.
    if (heard && knows.live.every((each) => each.live.of !== heard.of)) {
      knows.live.push({ live: heard, until: runs + 10 });
    }
  }

  /**
   * Rule 3, and that a sign-in stands.
   *
   * @param {Page} page
   * @param {Found} found
   * @param {boolean} isForgetting whether the page tells of another tab's end in this very step
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
    // An announced sign-in has made the marks of before void.
    const byMark = marked.filter(({ number }) => number >= knows.begun);
    if (byMark.length) {
      const isLate = byMark.some(
        ({ number, clickAt }) => number >= session.number && clickAt < session.since,
      );
      if (session.isSame && (!this.#knowsOf(page, session) || isLate)) {
        return this.#excuse('4.2: the very same token again, and no signedIn() before');
      }
      throw new Violation(2, `the token of a living session is removed: it was sent by a logout before`);
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
      return this.#excuse('4.2: the very same token again, and no signedIn() before');
    }
    const ends = this.#world.ends.filter(({ number }) => number === live.of);
    if (ends.some((end) => end.clickAt <= session.since && session.since <= end.arrivedAt)) {
      return this.#excuse('4.2, 3c: the same user signed in between click and end');
    }
    if (issued === live.issued)
      return this.#excuse('4.2, 3c: the same user signed in, in the second of the end');
    if (ends.some((end) => this.#world.setBackAt > end.arrivedAt)) {
      return this.#excuse("4.2, 3c: the issuer's clock was set back");
    }
    if (ends.some((end) => session.since < end.clickAt && !end.sessions.includes(session))) {
      return this.#excuse('superseded: another sign-in of the same user took its place before the click');
    }
    throw new Violation(2, 'the token of a living session is removed for its user and `iat`');
  }

  /**
   * @param {Page} page
   * @param {Session} session
   */
  #removalFromMemory(page, session) {
    if (!session.isAlive) return;
    const ends = this.#newsFor(page);
    if (ends.some((end) => end.clickAt <= session.since) && !this.#knowsOf(page, session)) {
      return this.#excuse('4.2, 3d: a sign-in between the click and the hearing of it');
    }
    if (ends.some((end) => session.since < end.clickAt && !end.sessions.includes(session))) {
      return this.#excuse("superseded: the browser's session was another one by the logout's request");
    }
    if (page.isMixed || this.#world.changes) {
      return this.#excuse('storage was cleared, or opened late: numbers count anew');
    }
    throw new Violation(2, 'the token of a living session is forgotten');
  }

  /**
   * The ends that the page has not heard of before this step.
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
    if (isReload && page.isReloaded) throw new Violation(6, 'a document that came of a reload reloads');
    const isKept = isFromCache || isPrefetched;
    if (isReload && !isKept) throw new Violation(5, 'a document reloads that came from the server');
    if (isReload && page.knows.ended === 0)
      throw new Violation(8, 'a document reloads although nothing has ended');
    if (!isEarly && effects.some((effect) => effect.do === 'reload' || effect.do === 'note'))
      throw new Violation(5, 'a tag that comes late acts on how the document arrived');
    const end = this.#endOf(page);
    if (!isKept || isReload || !end) return;
    if (!isEarly) return this.#excuse('4.5: a tag that comes late cannot tell how the document arrived');
    if (end.number <= (page.cachedAt ?? 0)) return this.#excuse('4.1: ends with one number are one end');
    if (this.#world.changes) return this.#excuse('storage was cleared, or opened late: notes tell nothing');
    if (page.tab.noteless.has(page.address))
      return this.#excuse('4.5: out of the HTTP cache, no note, not Back');
    throw new Violation(
      5,
      `an ended session is shown out of the ${isPrefetched ? 'prefetch' : 'HTTP'} cache (note ${note}, ${isBack ? 'Back' : 'not Back'})`,
    );
  }

  /**
   * The end of the session that the page shows, if it can know of it.
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
    // It has seen a sign-in.
    if (left.length || isAnnounced(knows)) knows.isQuiet = false;
    const isNews = knows.ended > knows.heardOf || this.#isMarked(page, knows.left);
    const mayTell = event.record !== undefined && !page.flight && !isAnnounced(knows);
    const isGone = left.every((each) => each.isInMemory && (!each.isJwt || each.user === knows.user));
    const isExpected = mayTell && isNews && isGone && !(knows.isQuiet && !left.length);
    if (isTold) this.#tell(page, left, isGone);
    if (isTold !== isExpected && !page.isMixed) {
      throw new Violation(1, isTold ? 'told without reason' : 'an end is not told');
    }
    if (mayTell) knows.heardOf = Math.max(knows.heardOf, knows.ended);
    if (isTold) knows.isQuiet = true;
  }

  /**
   * @param {Page} page
   * @param {readonly Found[]} left
   * @param {boolean} isGone
   */
  #tell(page, left, isGone) {
    const { knows, paints } = page;
    if (page.flight) throw new Violation(1, "another tab's end is told while a logout is under way");
    if (!knows.isReading) throw new Violation(8, 'a page tells that cannot read the record');
    if (isAnnounced(knows)) throw new Violation(1, 'an end is told after a sign-in was announced');
    if (knows.isQuiet) throw new Violation(1, 'a page tells that is done');
    if (left.length && !isGone) throw new Violation(1, 'told with a token left that nobody proved old');
    this.#once(page);
    if (!paints?.isAlive || !this.#world.hasCookie) return;
    const ends = this.#newsFor(page);
    if (ends.some((end) => end.clickAt <= paints.since) && !this.#knowsOf(page, paints)) {
      return this.#excuse('4.2: a cookie that no script sees, not announced');
    }
    if (ends.some((end) => paints.since < end.clickAt && !end.sessions.includes(paints))) {
      return this.#excuse("superseded: the browser's session was another one by the logout's request");
    }
    if (page.isMixed) return this.#excuse('storage was cleared: numbers count anew');
    throw new Violation(1, 'the end of a session is told that lives');
  }

  /**
   * A page tells of an end once.
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
      this.#excuse('4.1: two sessions ended under one number, and the page showed one after the other');
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
    if (!isHidden) {
      if (told?.origin === 'history') throw new Violation(5, '`history` is told and the page stays');
      this.#look(page, event, left, told !== undefined);
      if (!end) return;
      // The token that it saw would tell, unless a sign-in announced since has made its marks void.
      const isSeen = shares(end.marks, before) && end.number >= knows.begun;
      if (end.number <= knows.atLoad && !isSeen) return this.#excuse('4.1: ends with one number are one end');
      if (page.isMixed) return this.#excuse('storage was cleared: numbers count anew');
      throw new Violation(5, 'Back shows a session that has ended');
    }
    const isStale =
      knows.ended > knows.atLoad || (paints && !paints.isAlive) || this.#isMarked(page, knows.left);
    if (!isStale && !page.isMixed) throw new Violation(8, 'Back loads again although nothing has ended');
    const isSomebody =
      left.length > 0 || event.hasCookieSession || event.isPrerendered || isAnnounced(knows) || page.flight;
    const isExpected = !isSomebody && !knows.isQuiet && knows.isReading && knows.ended > knows.heardOf;
    if (told) this.#tell(page, left, left.length === 0);
    if (told && isSomebody) throw new Violation(5, '`history` is told although somebody is signed in');
    if (!told && isExpected && !page.isMixed) throw new Violation(5, '`history` is not told');
    if (told) Object.assign(knows, { isQuiet: true, heardOf: knows.ended });
  }

  /**
   * @param {Page} page
   * @param {PageEvent & { type: 'failed' }} event
   * @param {boolean} isTold
   */
  #failed(page, { sent, cleared }, isTold) {
    const { knows, flight } = page;
    for (const mark of cleared ?? []) knows.cleared.add(mark);
    if (!flight) throw new Violation(7, 'a logout fails that is not under way');
    const isExpected = knows.ended >= flight.of && sent.every((mark) => this.#isMarked(page, [mark]));
    if (isTold !== isExpected && !page.isMixed && !this.#world.changes) {
      throw new Violation(
        1,
        isTold ? 'a logout that failed tells an end' : 'a logout failed whose session another tab ended',
      );
    }
    if (!isTold) {
      knows.isQuiet = false;
      return;
    }
    this.#once(page);
    knows.cleared.clear();
    knows.heardOf = Math.max(knows.heardOf, knows.ended);
    knows.isQuiet = page.state.shown === 'done';
    const session = flight.token?.session ?? flight.cookie;
    if (!session?.isAlive) return;
    if (session.isSame) return this.#excuse('4.2: the very same token again, and no signedIn() before');
    const isUnseen = this.#world.ends.some(
      (end) => end.number >= flight.of && !end.sessions.includes(session),
    );
    if (!flight.sent.length && isUnseen) {
      return this.#excuse('4.2: a cookie that no script sees, not announced');
    }
    throw new Violation(1, 'the end of a session is told that lives');
  }

  /**
   * The page tells of its own logout.
   *
   * @param {Page} page
   */
  here(page) {
    const { knows, state, flight } = page;
    for (const end of this.#world.ends) {
      if (end.by === page || end.number <= (flight?.of ?? 0)) knows.told.add(end);
    }
    knows.heardOf = Math.max(knows.heardOf, knows.ended);
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
      (flight.hadRead && Math.max(knows.ended, record?.ended ?? 0) >= flight.of);
    if (mayGoOn && isOver) throw new Violation(2, 'a logout is sent again after a sign-in or an end');
    if (!mayGoOn && !isOver && !page.isMixed && !this.#world.changes) {
      throw new Violation(7, 'a logout is not sent again although it may');
    }
  }

  /**
   * The server has ended a session because a logout asked for it.
   *
   * @param {Flight} flight
   * @param {Session} session
   */
  revoked(flight, session) {
    if (flight.sessions.includes(session)) return;
    if (session.isSame && flight.token?.session === session) {
      return this.#excuse('4.2: the very same token again, and no signedIn() before');
    }
    if (flight.tries > 1 && flight.cookie === session) {
      return this.#excuse('4.2: a second try by cookie, and a sign-in in between');
    }
    throw new Violation(2, 'a session is ended that began after the click');
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
  knows.begun = Math.max(knows.begun, record?.begun ?? 0);
  if (isFirst || type === 'load') knows.heardOf = knows.ended;
  if ((isFirst && !hasOwnEnd) || type === 'load') knows.atLoad = knows.ended;
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
  note: ['load'],
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
  if (page.isAsleep && type === 'look' && kinds.length) throw new Violation(5, 'a page acts that is asleep');
  const isLeaving =
    kinds.includes('reload') || effects.some((each) => each.do === 'tell' && each.origin === 'history');
  if (kinds.includes('hide') !== isLeaving)
    throw new Violation(6, 'a page is hidden and stays, or the reverse');
  if (type === 'stayed' && !kinds.includes('show')) throw new Violation(6, 'a page that stayed is not shown');
  if (type === 'stayed' && page.state.isHidden) throw new Violation(6, 'a page that stayed is hidden');
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
    throw new Violation(7, `shown as ${state.shown}, with ${state.flight ? 'a' : 'no'} logout under way`);
  }
  if (isAsleep || !['look', 'settled', 'signed-in'].includes(type) || state.flight) return;
  if (state.shown === 'done' && type !== 'signed-in' && rest.length) {
    throw new Violation(3, 'a page is done with a token left');
  }
  if (state.shown === 'done' && isAnnouncedNow) throw new Violation(1, 'a page is done after a sign-in');
}
