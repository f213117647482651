// Everything that people, servers, networks and browsers do in a schedule, by name.
/** @import { Flight, Page, Tab, World } from './world.mjs' */

/**
 * `luck` chooses one of several messages or writes, and decides what is left to chance.
 *
 * @typedef {(world: World, tab: Tab, luck: number) => void} Act
 */

/** @param {Tab} tab */
function running({ page, isFrozen }) {
  return page && !isFrozen && !page.isGone && !page.isLeaving ? page : undefined;
}

/**
 * An act of a page that can run.
 *
 * @param {(world: World, page: Page, luck: number) => void} act
 * @returns {Act}
 */
function ofPage(act) {
  return (world, tab, luck) => {
    const page = running(tab);
    if (page) act(world, page, luck);
  };
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} luck
 */
function pick(list, luck) {
  return list.length ? list[(luck >> 1) % list.length] : undefined;
}

/**
 * @param {World} world
 * @param {Page} page
 * @param {{ isOther?: boolean, isAnnounced?: boolean, isLate?: boolean, isSame?: boolean }} [how]
 */
function signIn(world, page, { isOther = false, isAnnounced = false, isLate = false, isSame = false } = {}) {
  const held = world.places.map((place) => world.at(page, place)).find((token) => token !== undefined);
  const sent = page.flight?.token ?? world.lastSent;
  const again = isSame ? (held ?? sent) : undefined;
  // A second session can have this token only if the first session is over, and no other token shares a mark.
  if (isSame && (!again || again.session.isAlive || world.setup.hasSid || !world.setup.rotates)) return;
  const user = isOther ? `user ${page.tab.index + 2}` : (again?.session.user ?? 'user 1');
  const session = world.newSession(user);
  if (world.hasCookie) world.cookie = session;
  if (isAnnounced) {
    Object.assign(session, { isAnnounced, announcedBy: page });
    world.dispatch(page, { type: 'signed-in' });
    session.number = page.state.record.begun;
  }
  page.paints = session;
  if (again) {
    session.isSame = true;
    again.session = session;
  }
  const token = again ?? world.newToken(session);
  if (isLate) world.writes.push({ page, token });
  else world.store(page, token);
}

/**
 * @param {World} world
 * @param {Page} page
 * @param {boolean} [clears]
 */
function click(world, page, clears = false) {
  if (page.flight) return;
  const token = world.places.map((place) => world.at(page, place)).find((each) => each !== undefined);
  world.dispatch(page, { type: 'click' });
  const cookie = world.hasCookie ? world.cookie : undefined;
  const { of = 0 } = page.state.flight ?? {};
  world.lastSent = token ?? world.lastSent;
  page.flight = {
    token,
    sent: [...(token?.marks ?? [])],
    cookie,
    clickAt: world.now,
    of,
    begun: page.knows.begun,
    hadRead: page.knows.hasRead,
    phase: 'sent',
    tries: 1,
    issued: 0,
    arrivedAt: 0,
    clears: clears ? world.found(page).flatMap(({ marks }) => marks) : [],
    sessions: [token?.session, cookie].filter((session) => session !== undefined),
    killed: [],
  };
}

/**
 * The request reaches the server. The server ends the sessions of its token and its cookie.
 *
 * @param {World} world
 * @param {Flight} flight
 */
function arrive(world, flight) {
  if (flight.phase !== 'sent') return;
  flight.phase = 'arrived';
  flight.arrivedAt = world.now;
  flight.issued = world.issuer;
  for (const session of [flight.token?.session, flight.cookie]) {
    if (!session?.isAlive) continue;
    world.judge.revoked(flight, session);
    session.isAlive = false;
    flight.killed.push(session);
    if (world.cookie === session) world.cookie = undefined;
  }
}

/**
 * @param {World} world
 * @param {Page} page
 */
function confirm(world, page) {
  const { flight } = page;
  if (flight?.phase !== 'arrived') return;
  const { token, sent, cookie, killed, clickAt, arrivedAt, issued } = flight;
  flight.phase = 'ended';
  // Where nobody is signed in, no request is sent, and no session ends.
  const isAsked = token !== undefined || world.hasCookie;
  const end = {
    number: flight.of,
    marks: sent,
    sessions: [token?.session, cookie, ...killed].filter((session) => session !== undefined),
    clickAt,
    arrivedAt,
    isStored: !world.isBlocked,
    by: page,
  };
  if (isAsked) world.ends.push(end);
  const live = world.setup.kind === 'pair' && token ? { user: token.session.user, issued } : undefined;
  world.dispatch(page, { type: 'ended', isAsked, sent, live });
  // Storage may have been unblocked just now: then the logout has a new number.
  end.number = flight.of = page.state.flight?.of ?? flight.of;
  page.looksUntil = page.runs + 10;
}

/**
 * @param {World} world
 * @param {Page} page
 */
function settle(world, page) {
  if (page.flight?.phase !== 'ended') return;
  for (const found of world.found(page)) {
    if (!world.machine.isOld(page.state, found)) continue;
    world.judge.removal(page, found, false);
    world.remove(page, found);
  }
  world.dispatch(page, { type: 'settled' });
  world.judge.here(page);
  page.flight = undefined;
  world.dispatch(page, { type: 'look' });
}

/**
 * @param {World} world
 * @param {Page} page
 */
function tryAgain(world, page) {
  const { flight } = page;
  if (!flight || flight.phase === 'ended') return;
  const mayGoOn = world.machine.mayGoOn(page.state, world.isBlocked ? undefined : world.read());
  world.judge.retry(page, mayGoOn);
  if (!mayGoOn) return fail(world, page);
  flight.phase = 'sent';
  flight.tries += 1;
  if (world.hasCookie) flight.cookie = world.cookie;
}

/**
 * @param {World} world
 * @param {Page} page
 */
function fail(world, page) {
  const { flight } = page;
  if (!flight || flight.phase === 'ended') return;
  /** @type {string[]} */
  const cleared = [];
  for (const found of world.found(page)) {
    // A token that came after the click stays.
    if (!found.marks.some((mark) => flight.clears.includes(mark))) continue;
    cleared.push(...found.marks);
    world.remove(page, found);
  }
  world.dispatch(page, { type: 'failed', sent: flight.sent, cleared });
  if (flight.phase === 'sent') world.orphans.push(flight);
  page.flight = undefined;
  world.dispatch(page, { type: 'look' });
}

/**
 * @param {World} world
 * @param {Page} page
 */
function logOut(world, page) {
  click(world, page);
  if (page.flight) arrive(world, page.flight);
  confirm(world, page);
  settle(world, page);
}

/**
 * @param {World} world
 * @param {Tab} tab
 * @param {number} luck
 * @param {boolean} isOnce whether the message comes only once
 */
function hear(world, tab, luck, isOnce) {
  const here = world.messages.filter(({ to }) => to.tab === tab && !to.isLeaving);
  const message = pick(here, luck);
  if (!message || tab.isFrozen) return;
  if (isOnce) world.messages.splice(world.messages.indexOf(message), 1);
  if (message.live && !message.to.isAsleep) message.to.looksUntil = message.to.runs + 10;
  world.dispatch(message.to, { type: 'look', ...(message.live && { live: message.live }) }, message);
}

/**
 * Navigates to the other address.
 *
 * @param {World} world
 * @param {Page} page
 * @param {{ isKept?: boolean } & import('./world.mjs').LoadWay} [how]
 */
function goOn(world, page, { isKept = false, ...how } = {}) {
  const { tab, address } = page;
  world.dispatch(page, { type: 'sleep' });
  page.isAsleep = true;
  if (!isKept) world.gone(page);
  tab.before.push({ address, page: isKept ? page : undefined });
  if (tab.before.length > 2) {
    const [first] = tab.before.splice(0, 1);
    if (first?.page) world.gone(first.page);
  }
  world.load(tab, 1 - address, how);
}

/**
 * @param {World} world
 * @param {Page} page
 * @param {boolean} isFromCache
 */
function goBack(world, page, isFromCache) {
  const { tab } = page;
  const entry = tab.before.pop();
  if (!entry) return;
  world.gone(page);
  if (!entry.page) return world.load(tab, entry.address, { isFromCache, isBack: true });
  tab.page = entry.page;
  awake(world, entry.page);
}

/**
 * @param {World} world
 * @param {Page} page
 * @param {boolean} [isPrerendered]
 */
function awake(world, page, isPrerendered = false) {
  page.isAsleep = false;
  const hasCookieSession = world.setup.isCookieVisible && world.cookie !== undefined;
  world.dispatch(page, { type: 'awake', isPrerendered, hasCookieSession });
}

/**
 * @param {World} world
 * @param {Tab} tab
 */
function close(world, tab) {
  for (const page of [tab.page, tab.next, ...tab.before.map((entry) => entry.page)]) {
    if (page) world.gone(page);
  }
  world.tabs[tab.index] = undefined;
}

/**
 * Lets time pass in every page that runs.
 *
 * @param {World} world
 * @param {number} seconds
 */
function wait(world, seconds) {
  world.issuer += seconds;
  world.device += seconds;
  for (const tab of world.tabs) {
    if (!tab?.page || tab.isFrozen) continue;
    const { page } = tab;
    page.runs += seconds;
    if (page.isLeaving) {
      page.isLeaving = undefined;
      world.dispatch(page, { type: 'stayed' });
      continue;
    }
    if (page.looksUntil < 0) continue;
    if (page.runs <= page.looksUntil) world.dispatch(page, { type: 'look' });
    else {
      page.looksUntil = -1;
      world.dispatch(page, { type: 'live-over' });
    }
  }
}

/**
 * @param {World} world
 * @param {Tab} from
 * @param {boolean} isDuplicate
 */
function open(world, from, isDuplicate) {
  const index = [0, 1, 2].find((each) => !world.tabs[each]);
  if (index === undefined) return;
  const tab = world.openTab(index);
  if (isDuplicate) {
    tab.stored = from.stored;
    tab.notes = new Map(from.notes);
    tab.lastNote = from.lastNote;
    tab.noteless = new Set(from.noteless);
  }
  return tab;
}

/**
 * Each act: its name, its weight in the draw, and its function.
 *
 * @type {readonly (readonly [string, number, Act])[]}
 */
export const ACTS = [
  ['looks', 60, ofPage((world, page) => world.dispatch(page, { type: 'look' }))],
  ['receives a message', 90, (world, tab, luck) => hear(world, tab, luck, true)],
  ['receives a message that will come again', 15, (world, tab, luck) => hear(world, tab, luck, false)],
  [
    'misses a message',
    20,
    (world, tab, luck) => {
      const message = pick(
        world.messages.filter(({ to }) => to.tab === tab),
        luck,
      );
      if (message) world.messages.splice(world.messages.indexOf(message), 1);
    },
  ],

  ['logs out', 90, ofPage(logOut)],
  ['clicks', 60, ofPage((world, page) => click(world, page))],
  ['clicks, with clear-on-failure', 8, ofPage((world, page) => click(world, page, true))],
  [
    'clicks and cancels',
    8,
    ofPage((world, page) => {
      if (page.flight) return;
      world.dispatch(page, { type: 'click' });
      world.dispatch(page, { type: 'cancelled' });
      world.dispatch(page, { type: 'look' });
    }),
  ],
  ['its request arrives', 50, ofPage((world, page) => page.flight && arrive(world, page.flight))],
  ['its logout is confirmed', 50, ofPage(confirm)],
  ['its logout settles', 45, ofPage(settle)],
  ['its request is lost, and sent again', 30, ofPage(tryAgain)],
  ['its logout fails', 40, ofPage(fail)],
  [
    'the request of a page that is gone arrives',
    10,
    (world, _tab, luck) => {
      const flight = pick(world.orphans, luck);
      if (flight) arrive(world, flight);
    },
  ],

  ['signs in', 40, ofPage((world, page) => signIn(world, page))],
  ['signs in, announced', 35, ofPage((world, page) => signIn(world, page, { isAnnounced: true }))],
  ['signs in as another', 20, ofPage((world, page) => signIn(world, page, { isOther: true }))],
  [
    'signs in as another, announced',
    15,
    ofPage((world, page) => signIn(world, page, { isOther: true, isAnnounced: true })),
  ],
  [
    'signs in, announced, and stores the token later',
    20,
    ofPage((world, page) => signIn(world, page, { isAnnounced: true, isLate: true })),
  ],
  [
    'signs in, and stores the token later',
    15,
    ofPage((world, page) => signIn(world, page, { isLate: true })),
  ],
  ['gets the same token again', 10, ofPage((world, page) => signIn(world, page, { isSame: true }))],
  [
    'gets the same token again, announced',
    12,
    ofPage((world, page) => signIn(world, page, { isSame: true, isAnnounced: true })),
  ],
  [
    'signs in by navigation',
    25,
    ofPage((world, page) => {
      signIn(world, page);
      goOn(world, page);
    }),
  ],
  ['asks for a refresh', 40, ofPage((world, page) => world.refresh(page))],
  [
    'stores the granted token',
    60,
    (world, tab, luck) => {
      const page = running(tab);
      const write = pick(
        world.writes.filter((each) => each.page === page),
        luck,
      );
      if (!write) return;
      world.writes.splice(world.writes.indexOf(write), 1);
      world.store(write.page, write.token);
    },
  ],
  [
    'loses its token',
    5,
    ofPage((world, page) => {
      for (const place of world.places) world.put(page, place, undefined);
    }),
  ],
  [
    'its session expires',
    5,
    ofPage((world, page) => {
      const [found] = world.found(page);
      const session = found?.token.session ?? world.cookie;
      if (session) session.isAlive = false;
      if (world.cookie === session) world.cookie = undefined;
    }),
  ],

  ['navigates, and is kept for Back', 60, ofPage((world, page) => goOn(world, page, { isKept: true }))],
  ['navigates', 20, ofPage((world, page) => goOn(world, page))],
  [
    'navigates to a page from the HTTP cache',
    20,
    ofPage((world, page) => goOn(world, page, { isFromCache: true })),
  ],
  [
    'navigates to a page from the HTTP cache, whose tag comes late',
    8,
    ofPage((world, page) => goOn(world, page, { isFromCache: true, isEarly: false })),
  ],
  ['prefetches the other address', 12, ofPage((world, page) => world.prefetch(page, false))],
  [
    'prefetches the other address from the HTTP cache',
    8,
    ofPage((world, page) => world.prefetch(page, true)),
  ],
  [
    'navigates to the prefetched page',
    20,
    ofPage((world, page) => {
      if (page.ahead) goOn(world, page, { ahead: page.ahead, isFromCache: page.isAheadFromCache });
    }),
  ],
  ['goes back', 60, ofPage((world, page) => goBack(world, page, false))],
  ['goes back to a page from the HTTP cache', 35, ofPage((world, page) => goBack(world, page, true))],
  [
    'reloads',
    25,
    ofPage((world, page) => {
      world.gone(page);
      world.load(page.tab, page.address, { isReload: true });
    }),
  ],
  [
    'prerenders',
    10,
    ofPage((world, page) => {
      if (page.tab.next) world.gone(page.tab.next);
      world.load(page.tab, 1 - page.address, { isPrerendered: true });
    }),
  ],
  [
    'shows the prerendered page',
    25,
    ofPage((world, page) => {
      const { tab } = page;
      const { next } = tab;
      if (!next || next.isLeaving) return;
      world.dispatch(page, { type: 'sleep' });
      page.isAsleep = true;
      world.gone(page);
      tab.before.push({ address: page.address, page: undefined });
      tab.page = next;
      tab.next = undefined;
      awake(world, next, true);
    }),
  ],
  [
    'is duplicated',
    15,
    (world, tab) => {
      const copy = open(world, tab, true);
      if (copy) world.load(copy, tab.page?.address ?? 0);
    },
  ],
  [
    'opens another tab',
    25,
    (world, tab) => {
      const fresh = open(world, tab, false);
      if (fresh) world.load(fresh, 0);
    },
  ],
  [
    'opens another tab with a page from the HTTP cache',
    8,
    (world, tab) => {
      const fresh = open(world, tab, false);
      if (fresh) world.load(fresh, 0, { isFromCache: true });
    },
  ],
  [
    'closes',
    8,
    (world, tab) => {
      if (world.tabs.filter(Boolean).length > 1) close(world, tab);
    },
  ],
  [
    'freezes',
    8,
    (_world, tab) => {
      tab.isFrozen = true;
    },
  ],
  [
    'runs again',
    14,
    (_world, tab) => {
      tab.isFrozen = false;
    },
  ],

  ['waits a second', 35, (world) => wait(world, 1)],
  ['waits eleven seconds', 15, (world) => wait(world, 11)],
  [
    "moves the issuer's clock forward",
    3,
    (world, _tab, luck) => {
      world.issuer += luck ? 86_400 : 30;
    },
  ],
  [
    "moves the issuer's clock back",
    4,
    (world, _tab, luck) => {
      world.issuer -= luck ? 86_400 : 30;
      world.setBackAt = world.now;
    },
  ],
  [
    "moves the device's clock forward",
    4,
    (world, _tab, luck) => {
      world.device += luck ? 86_400 : 30;
    },
  ],
  [
    "moves the device's clock back",
    4,
    (world, _tab, luck) => {
      world.device -= luck ? 86_400 : 30;
    },
  ],
  [
    'clears its sessionStorage',
    5,
    (_world, tab) => {
      tab.notes.clear();
      tab.lastNote = undefined;
      tab.stored = undefined;
    },
  ],
  [
    'clears storage',
    2,
    (world) => {
      if (world.isBlocked) return;
      world.stored = undefined;
      world.changes += 1;
      for (const page of world.pages()) page.isMixed = true;
      for (const message of world.messages) message.isOutdated = true;
      for (const end of world.ends) end.isStored = false;
    },
  ],
  [
    'blocks or unblocks storage',
    3,
    (world) => {
      world.isBlocked = !world.isBlocked;
      world.changes += 1;
    },
  ],
];

/** @type {ReadonlyMap<string, Act>} */
export const BY_NAME = new Map(ACTS.map(([name, , act]) => [name, act]));
