import type { Effect, FoundTokens, Live, PageEvent, PageState } from './page-state.js';
import { current, EMPTY, type EndRecord, isAnnounced, merge } from './record.js';

/**
 * What happens in one page after the end of a session: a pure state machine, without a clock, storage or the DOM. The
 * manual has its rules in `docs/other-tabs-and-back.md`; `npm run simulate` tests them.
 */

type Step = readonly [PageState, readonly Effect[]];
type Found = readonly FoundTokens[];

/** The state after `event`, and what the page must do now. */
export function step(state: PageState, event: PageEvent): Step {
  const page = readAgain(state, event.record);
  switch (event.type) {
    case 'load':
      return load(page, event);
    case 'click':
      return [click(page), []];
    case 'ended':
      return endHere(page, event);
    case 'settled':
      return [afterEnd(page, event.found), []];
    case 'failed':
      return failed(page, event);
    case 'cancelled':
      return [{ ...page, flight: undefined, shown: page.flight?.shownBefore ?? page.shown }, []];
    case 'signed-in':
      return signedIn(page);
    case 'look':
      return look(event.live && !page.isAsleep ? hear(page, event.live) : page, event.found);
    case 'sleep':
      // A live message is valid for ten seconds, but a sleeping page's timers stand still.
      return [{ ...noteSeen(page, event.found), live: [], isAsleep: true }, []];
    case 'awake':
      return doubtPrefetches(awake({ ...page, isAsleep: false }, event));
    case 'stayed':
      return [{ ...page, isHidden: false }, [{ do: 'show' }]];
    case 'live-over':
      return [{ ...page, live: [] }, []];
  }
}

/** Whether the logout under way may send one more request: nobody has signed in, and no other tab has ended the session. */
export function mayGoOn(state: PageState, record: EndRecord | undefined): boolean {
  const { record: now, flight } = readAgain(state, record);
  return flight !== undefined && now.asked < flight.of && now.begun === flight.begun;
}

/** Whether it is proved that the tokens belong to an ended session. */
export function isOld({ record, isReadable, live, cleared }: PageState, tokens: FoundTokens): boolean {
  const { marks, user, issued } = tokens;
  if (marks.some((mark) => cleared.includes(mark)) || marks.some(isMarkedIn(record))) return true;
  if (!isReadable || user === undefined || issued === undefined) return false;
  return live.some((each) => each.of >= record.begun && each.user === user && issued <= each.issued);
}

function readAgain(page: PageState, record: EndRecord | undefined): PageState {
  // It stays `undefined` where the page could never read the record.
  if (!record) return { ...page, isReadable: page.isReadable && false };
  const merged = merge(page.record, record);
  if (page.isReadable !== undefined) return { ...page, record: merged, isReadable: true };
  // The first record that the page can read is its starting point. It tells nothing new.
  const next = merged.ended + 1;
  const drawn = page.record.ended < page.drawn ? next : page.drawn;
  const flight = page.flight && { ...page.flight, of: next };
  return { ...page, record: merged, isReadable: true, mine: current(merged), drawn, flight };
}

function load(page: PageState, event: PageEvent & { type: 'load' }): Step {
  const { found, isEarly, isPrerendered } = event;
  const { ended } = page.record;
  const loaded = noteSeen({ ...page, isAsleep: isPrerendered ?? false }, found);
  const remove = removeOld(page, found);
  if (isEarly && ended > 0 && mayBeStale(event, ended))
    return [{ ...loaded, isHidden: true }, [{ do: 'hide' }, ...remove, { do: 'reload' }]];
  return [loaded, isEarly ? [{ do: 'note', ended }, ...remove] : remove];
}

/** Whether the document may be older than the last end. A document straight from the server never is. */
function mayBeStale(event: PageEvent & { type: 'load' }, ended: number): boolean | undefined {
  const { isPrefetched, isFromCache, isBack, note, tabNote = 0 } = event;
  // A prefetch may have come out of the HTTP cache. Then it may be older than the note of its address.
  if (isPrefetched && (isFromCache || tabNote < ended)) return true;
  return isFromCache && (note === undefined ? isBack : note < ended);
}

function click(page: PageState): PageState {
  const { record, shown } = page;
  const shownBefore = page.flight?.shownBefore ?? shown;
  return { ...page, shown: 'busy', flight: { of: current(record), begun: record.begun, shownBefore } };
}

function endHere(page: PageState, { isAsked, sent, live }: PageEvent & { type: 'ended' }): Step {
  const { of, begun: before } = page.flight ?? { of: current(page.record), begun: page.record.begun };
  // A sign-in since the click comes after this end, even if it was announced while storage was blocked.
  const begun = page.record.begun > before ? of + 1 : 0;
  const asked = isAsked ? of : 0;
  const record = merge(page.record, { ended: of, asked, begun, old: sent.map((mark) => ({ mark, of })) });
  const told = live && { ...live, of };
  const next = { ...page, record };
  return [told ? hear(next, told) : next, [{ do: 'publish', ...(told && { live: told }) }]];
}

/** The page after its own logout. `logout()` tells the outcome, so the rules need not tell this end again. */
function afterEnd(page: PageState, found: Found): PageState {
  const isOver = !isAnnounced(page.record) && !left(page, found).length;
  const over = { ...page, flight: undefined, seen: [], cleared: [] };
  return noteSeen({ ...over, mine: current(page.record), shown: isOver ? 'done' : 'idle' }, found);
}

function failed(page: PageState, { found, sent, cleared }: PageEvent & { type: 'failed' }): Step {
  const { of } = page.flight ?? { of: Infinity };
  const isEnded = page.record.asked >= of && sent.every(isMarkedIn(page.record));
  if (isEnded) return [afterEnd(page, found), [{ do: 'tell', origin: 'other-tab' }]];
  // `mine` stays, because another tab's end may still have to be told.
  return [{ ...page, flight: undefined, shown: 'failed', cleared }, []];
}

function isMarkedIn({ old }: EndRecord): (mark: string) => boolean {
  return (mark) => old.some((each) => each.mark === mark);
}

function signedIn(page: PageState): Step {
  // One more than the current number, because a logout under way may have that.
  const record = merge(page.record, { ...EMPTY, begun: current(page.record) + 1 });
  const shown = page.flight ? 'busy' : 'idle';
  // The new session has a number of its own. A logout under way still ends the old one, and keeps `mine`.
  const mine = page.flight ? page.mine : current(record);
  const drawn = record.ended + 1;
  // If storage is blocked now, the number is a guess. What the page reads later is its new starting point.
  const isReadable = page.isReadable || undefined;
  const next = { ...page, record, isReadable, mine, drawn, seen: [], live: [], cleared: [], shown } as const;
  return [next, [{ do: 'publish' }]];
}

function look(page: PageState, found: Found): Step {
  if (page.isAsleep || page.isHidden) return [page, []];
  const remove = removeOld(page, found);
  if (page.flight) return [page, remove];
  const mine = current(page.record);
  if (isAnnounced(page.record)) {
    // A failure after the sign-in stays visible.
    const shown = page.shown === 'failed' && page.mine === mine ? 'failed' : 'idle';
    return [noteSeen({ ...page, mine, shown }, found), remove];
  }

  const rest = left(page, found);
  const isNews = page.isReadable && (page.record.asked >= page.mine || hasSeenEnd(page));
  if (!isNews) {
    const shown = page.shown === 'done' && rest.length ? 'idle' : page.shown;
    return [noteSeen({ ...page, shown }, found), remove];
  }
  if (rest.every((tokens) => isForgettable(page, tokens))) {
    // The page knows of this end now. A token that comes later belongs to a sign-in.
    if (!rest.length && page.shown === 'done') return [{ ...page, mine, seen: [] }, remove];
    const told = { ...page, mine, seen: [], shown: 'done' } as const;
    return [told, [...removeOld(page, found, rest), { do: 'tell', origin: 'other-tab' }]];
  }
  return [noteSeen({ ...page, mine, shown: 'idle' }, found), remove];
}

function awake(page: PageState, event: PageEvent & { type: 'awake' }): Step {
  const { ended, asked } = page.record;
  const { found, hasCookieSession, isPrerendered } = event;
  if (ended < page.drawn && !hasSeenEnd(page)) return look(page, found);
  const hidden = { ...page, isHidden: true };
  const remove = removeOld(page, found);
  const mayBeSomebody =
    isAnnounced(page.record) || hasCookieSession || isPrerendered || left(page, found).length > 0;
  if (mayBeSomebody || !page.isReadable || page.flight || page.shown === 'done' || asked < page.mine) {
    return [hidden, [{ do: 'hide' }, ...remove, { do: 'reload' }]];
  }
  const told = { ...hidden, mine: current(page.record), seen: [], shown: 'done' } as const;
  return [told, [{ do: 'hide' }, ...remove, { do: 'tell', origin: 'history' }]];
}

/** A restored page may have prefetched another one before the last end, even if this tab has loaded pages since. */
function doubtPrefetches([page, effects]: Step): Step {
  return [page, page.record.ended ? [{ do: 'note', ended: 0, isForTab: true }, ...effects] : effects];
}

/** Whether a token that the page saw is old now. Two ends can have one number, so the number alone does not tell. */
function hasSeenEnd({ seen, record }: PageState): boolean {
  return seen.some(isMarkedIn(record));
}

/** Keeps the first live message about each end. A later one comes from a tab whose pair is not in the places. */
function hear(page: PageState, live: Live): PageState {
  return page.live.some(({ of }) => of === live.of) ? page : { ...page, live: [...page.live, live] };
}

/** Remembers the tokens in the places. If there are none, the page still remembers the last ones. */
function noteSeen(page: PageState, found: Found): PageState {
  const rest = left(page, found);
  if (!rest.length) return page;
  return { ...page, seen: rest.flatMap(({ marks }) => marks), user: rest[0]?.user };
}

function left(page: PageState, found: Found): Found {
  return found.filter((tokens) => !isOld(page, tokens));
}

/**
 * When another tab ends the browser's session, the memory of this page must forget it, because no other tab can do that.
 * A token that names its user goes only if this page last saw the same user.
 */
function isForgettable({ user }: PageState, tokens: FoundTokens): boolean {
  return tokens.isInMemory === true && (!tokens.isJwt || tokens.user === user);
}

function removeOld(page: PageState, found: Found, more: Found = []): Effect[] {
  const tokens = found.filter((each) => isOld(page, each) || more.includes(each));
  return tokens.length ? [{ do: 'remove', tokens }] : [];
}
