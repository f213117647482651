// Faults that were made, or could be, as changes of the state machine. The simulation has to find each of them.

/** @typedef {{ name: string, changes: readonly (readonly [file: 'protocol.ts' | 'record.ts', from: string, to: string])[] }} Mutant */

/**
 * @param {string} name
 * @param {string} from
 * @param {string} to
 * @param {'protocol.ts' | 'record.ts'} [file]
 * @returns {Mutant}
 */
function mutant(name, from, to, file = 'protocol.ts') {
  return { name, changes: [[file, from, to]] };
}

const IS_LIVE = 'each.of >= record.begun && each.user === user && issued <= each.issued';
const IS_FRESH = '  if (ended < page.drawn && !hasSeenEnd(page)) return';
const IS_READABLE = '  if (!isReadable || user === undefined || issued === undefined) return false;';

/** @type {readonly Mutant[]} */
export const MUTANTS = [
  // what today's code did
  mutant(
    "A token is old by the device's clock",
    IS_READABLE,
    `  if (record.ended > 0 && issued !== undefined && issued * 1000 < Date.now() - 3000) return true;\n${IS_READABLE}`,
  ),
  mutant('A token is old by its `iat` alone', IS_LIVE, 'each.of >= record.begun && issued <= each.issued'),
  mutant(
    'Whoever hears of an end forgets every token',
    'rest.every((tokens) => isForgettable(page, tokens))',
    'rest.every(() => true)',
  ),
  mutant(
    'The message decides, not the record: each tells again',
    '(page.record.ended >= page.mine || has',
    '(page.record.ended > 0 || has',
  ),
  mutant(
    'The number is taken at the answer, not at the click',
    'const of = page.flight?.of ?? current(page.record);',
    'const of = current(page.record);',
  ),
  mutant(
    'Settling clears the places, and does not compare',
    IS_READABLE,
    `  if (record.ended > 0 && live.length > 0) return true;\n${IS_READABLE}`,
  ),
  mutant(
    'Everything that lies in the places is removed with what is old',
    'isOld(page, each) || more.includes(each)',
    'found.some((any) => isOld(page, any)) || more.includes(each)',
  ),
  mutant('A logout is sent again after a sign-in', ' && now.begun === flight.begun', ''),
  mutant('A logout is sent again after another tab has ended it', 'now.ended < flight.of && ', ''),
  mutant(
    'A logout is never sent again',
    'return flight !== undefined && now.ended',
    'return flight === undefined && now.ended',
  ),
  mutant(
    'The answer of a second logout in another tab is told here, too',
    '  if (page.flight) return [page, remove];\n',
    '',
  ),

  // signedIn()
  mutant('signedIn() takes the current number', 'current(page.record) + 1, old', 'current(page.record), old'),
  mutant('signedIn() tells nobody', "return [next, [{ do: 'publish' }]];", 'return [next, []];'),
  mutant(
    'signedIn() keeps what was heard of the anonymous pair, for a sign-in before',
    'each.of >= record.begun && ',
    '',
  ),
  mutant(
    'Marks of before a sign-in are not void',
    'if (of >= begun) byMark',
    'if (of >= 0) byMark',
    'record.ts',
  ),
  mutant(
    'An announced sign-in in another tab is not waited for',
    'if (isAnnounced(page.record)) {',
    'if (false) {',
  ),
  mutant(
    'A logout that ends after a sign-in was announced shows "done"',
    '!isAnnounced(page.record) && !left(page, found).length',
    '!left(page, found).length',
  ),

  // one event
  mutant('An end is told twice', 'const told = { ...page, mine, seen', 'const told = { ...page, seen'),
  mutant(
    "The page's own end is told again",
    '...page, mine: current(page.record), cleared',
    '...page, cleared',
  ),
  mutant(
    'A done page tells of other ends',
    "if (!rest.length && page.shown === 'done')",
    "if (!rest.length && page.shown === 'busy')",
  ),
  mutant(
    'A done page that stayed silent has not heard of it',
    'return [{ ...page, mine, seen: [] }, remove];',
    'return [page, remove];',
  ),
  mutant(
    'A page whose logout failed takes another end for known',
    "{ ...over, shown: 'failed', cleared",
    "{ ...over, mine: current(page.record), shown: 'failed', cleared",
  ),
  mutant(
    'A logout that fails does not ask whether another tab has ended it',
    'page.record.ended >= of && sent.every(isMarkedIn(page.record))',
    'page.record.ended < 0',
  ),
  mutant('A logout that fails asks for the number alone', ' && sent.every(isMarkedIn(page.record));', ';'),
  mutant(
    'A page that looked while a token was left tells when it goes',
    "noteSeen({ ...page, mine, shown: 'idle' }",
    "noteSeen({ ...page, shown: 'idle' }",
  ),
  mutant('The token that is proved old later is not told', 'page.mine || hasSeenEnd(page)', 'page.mine'),
  mutant('A click that is called off wakes a done page', 'page.flight?.shownBefore ?? page.shown', "'idle'"),
  mutant(
    'A done page with a token left stays done',
    "page.shown === 'done' && rest.length ? 'idle'",
    "page.shown === 'done' && rest.length ? 'done'",
  ),

  // proof before removal
  mutant(
    'Memory of another user is forgotten',
    '(!tokens.isJwt || tokens.user === user)',
    '(!tokens.isJwt || user !== null)',
  ),
  mutant('sessionStorage is taken for memory', 'tokens.isInMemory === true && (', '('),
  mutant('The anonymous pair speaks for another user', 'each.user === user && ', ''),
  mutant('The anonymous pair speaks for later tokens', 'issued <= each.issued', 'issued <= each.issued + 60'),
  mutant(
    "The anonymous pair's ten seconds never end",
    'return [{ ...page, live: [] }, []];',
    'return [page, []];',
  ),
  mutant(
    "The anonymous pair's ten seconds last over the back/forward cache",
    'live: [], isAsleep',
    'isAsleep',
  ),
  mutant('The anonymous pair is not heard', 'page : { ...page, live: [...page.live, live] }', 'page : page'),
  mutant('What the logout was made with is not marked', 'old: sent.map((mark) => ({ mark, of }))', 'old: []'),
  mutant(
    'Old tokens stay in places that are looked at',
    'return tokens.length ? [',
    'return tokens.length > 9 ? [',
  ),

  // Back, hiding, reloading
  mutant('A page that is restored is shown as it was', IS_FRESH, '  if (ended >= 0) return'),
  mutant(
    'Back after the own logout: that end was told, so nothing is done',
    IS_FRESH,
    '  if (ended < page.mine && !hasSeenEnd(page)) return',
  ),
  mutant(
    'Where storage is blocked, the page forgets its own logout on Back',
    IS_FRESH,
    '  if (!page.isReadable || ended < page.drawn) return',
  ),
  mutant(
    'A page that was loaded after an announced sign-in takes the end before for known',
    '? next : page.drawn',
    '? current(merged) : page.drawn',
  ),
  mutant(
    'A restored page tells although somebody is signed in',
    'hasCookieSession || isPrerendered || left(page, found).length > 0',
    'isPrerendered',
  ),
  mutant(
    'A stale document out of the cache is shown',
    'isEarly && ended > 0 && mayBeStale(event, ended)',
    'false',
  ),
  mutant('A stale document reloads for ever', 'return isFromCache && (', 'return ('),
  mutant('A tag that comes late reloads the page', 'isEarly && ended > 0', 'ended > 0'),
  mutant(
    'A prefetched page counts as one from the server',
    '  if (isPrefetched && (isFromCache || tabNote < ended)) return true;\n',
    '',
  ),
  mutant(
    'A prefetched page never counts as one out of the HTTP cache',
    'if (isPrefetched && (isFromCache || tabNote < ended)) return true',
    'if (isPrefetched) return tabNote < ended',
  ),
  mutant(
    'A tag that comes late notes when the page was loaded',
    "isEarly ? [{ do: 'note', ended }, ...remove] : remove",
    "[{ do: 'note', ended }, ...remove]",
  ),
  mutant('Back without a note is shown', 'note === undefined ? isBack', 'note === undefined ? false'),
  mutant('The note counts from the end before', 'note < ended);', 'note < ended - 1);'),
  mutant('A page asleep acts on messages', '  if (page.isAsleep || page.isHidden) return [page, []];\n', ''),
  mutant(
    'A page asleep keeps what it hears of the anonymous pair',
    'event.live && !page.isAsleep',
    'event.live',
  ),
  mutant('A prerendered page starts awake', 'isAsleep: isPrerendered ?? false', 'isAsleep: false'),
  mutant('A page that stays is never shown again', "[{ do: 'show' }]", '[]'),
  mutant(
    'A page that is to reload is hidden, and stays',
    "[{ do: 'hide' }, ...remove, { do: 'reload' }]];\n  }",
    "[{ do: 'hide' }, ...remove]];\n  }",
  ),

  mutant(
    'Back shows a session that ended under a number that was known',
    IS_FRESH,
    '  if (ended < page.drawn) return',
  ),

  // quiet
  mutant(
    'What is read for the first time is news after an own end',
    'isReadable: true, mine: current(merged), drawn',
    'isReadable: true, mine: page.record.ended ? page.mine : current(merged), drawn',
  ),
  mutant(
    'A logout that began before storage was opened keeps its number',
    'of: next }',
    'of: page.flight.of }',
  ),
  mutant(
    'What is read again after storage was blocked is where the page begins',
    'isReadable: page.isReadable && false',
    'isReadable: undefined',
  ),
  mutant(
    'A fresh page tells what ended before',
    'isReadable: true, mine: current(merged), drawn',
    'isReadable: true, drawn',
  ),
  mutant('Where storage is blocked, an end is told', 'const isNews = page.isReadable && ', 'const isNews = '),
  mutant(
    'The larger of two ends is not kept',
    'ended: Math.max(one.ended, other.ended)',
    'ended: other.ended',
    'record.ts',
  ),
];
