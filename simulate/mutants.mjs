// Real or likely faults, each as a change of the state machine's source. The simulation has to find each of them.

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
  // faults of an earlier version
  mutant(
    "A token counts as old by the device's clock",
    IS_READABLE,
    `  if (record.ended > 0 && issued !== undefined && issued * 1000 < Date.now() - 3000) return true;\n${IS_READABLE}`,
  ),
  mutant(
    'A token counts as old by its `iat` alone',
    IS_LIVE,
    'each.of >= record.begun && issued <= each.issued',
  ),
  mutant(
    'A page that hears of an end forgets every token',
    'rest.every((tokens) => isForgettable(page, tokens))',
    'rest.every(() => true)',
  ),
  mutant(
    'Each message about an end is told again',
    '(page.record.asked >= page.mine || has',
    '(page.record.asked > 0 || has',
  ),
  mutant(
    'A logout takes its number at the answer, not at the click',
    'const { of, begun: before } = page.flight ?? { of: current(page.record), begun: page.record.begun };',
    'const { begun: before } = page.flight ?? page.record;\n  const of = current(page.record);',
  ),
  mutant(
    'Settling removes every token, also a new one',
    IS_READABLE,
    `  if (record.ended > 0 && live.length > 0) return true;\n${IS_READABLE}`,
  ),
  mutant(
    'One old token removes every token in the places',
    'isOld(page, each) || more.includes(each)',
    'found.some((any) => isOld(page, any)) || more.includes(each)',
  ),
  mutant('A logout is sent again after a sign-in', ' && now.begun === flight.begun', ''),
  mutant('A logout is sent again after another tab has ended the session', 'now.asked < flight.of && ', ''),
  mutant(
    'A logout is never sent again',
    'return flight !== undefined && now.asked',
    'return flight === undefined && now.asked',
  ),
  mutant(
    "A page tells another tab's end during its own logout",
    '  if (page.flight) return [page, remove];\n',
    '',
  ),

  // signedIn()
  mutant('signedIn() takes the current number', 'current(page.record) + 1 }', 'current(page.record) }'),
  mutant('signedIn() tells no other tab', "return [next, [{ do: 'publish' }]];", 'return [next, []];'),
  mutant('signedIn() keeps an earlier anonymous pair', 'each.of >= record.begun && ', ''),
  mutant(
    'Marks older than a sign-in still count',
    'if (of >= begun) byMark',
    'if (of >= 0) byMark',
    'record.ts',
  ),
  mutant(
    'A page ignores an announced sign-in in another tab',
    'if (isAnnounced(page.record)) {',
    'if (false) {',
  ),
  mutant(
    'A logout that ends after an announced sign-in shows "done"',
    '!isAnnounced(page.record) && !left(page, found).length',
    '!left(page, found).length',
  ),

  // a logout where nobody is signed in
  mutant("Nobody's end counts as a session's", 'isAsked ? of : 0', 'of'),
  mutant("A page tells nobody's end", '(page.record.asked >= page.mine', '(page.record.ended >= page.mine'),
  mutant("A restored page tells nobody's end", "'done' || asked < page.mine", "'done' || ended < page.mine"),
  mutant(
    "A failing logout tells nobody's end",
    'page.record.asked >= of && sent',
    'page.record.ended >= of && sent',
  ),
  mutant("Nobody's end stops a logout in another tab", 'now.asked < flight.of', 'now.ended < flight.of'),

  // one event
  mutant('An end is told twice', 'const told = { ...page, mine, seen', 'const told = { ...page, seen'),
  mutant(
    'A page tells the end by its own logout again',
    '...over, mine: current(page.record), shown',
    '...over, shown',
  ),
  mutant(
    'A done page tells other ends',
    "if (!rest.length && page.shown === 'done')",
    "if (!rest.length && page.shown === 'busy')",
  ),
  mutant(
    'A done page that stayed silent does not remember the end',
    'return [{ ...page, mine, seen: [] }, remove];',
    'return [page, remove];',
  ),
  mutant(
    'A page whose logout failed counts another end as told',
    "{ ...page, flight: undefined, shown: 'failed', cleared",
    "{ ...page, flight: undefined, mine: current(page.record), shown: 'failed', cleared",
  ),
  mutant(
    'A failing logout does not check whether another tab has ended the session',
    'page.record.asked >= of && sent.every(isMarkedIn(page.record))',
    'page.record.ended < 0',
  ),
  mutant('A failing logout checks the number only', ' && sent.every(isMarkedIn(page.record));', ';'),
  mutant(
    'A page with a token left tells the end later, when the token goes',
    "noteSeen({ ...page, mine, shown: 'idle' }",
    "noteSeen({ ...page, shown: 'idle' }",
  ),
  mutant(
    'A token is proved old later, but its end is not told',
    'page.mine || hasSeenEnd(page)',
    'page.mine',
  ),
  mutant('A cancelled logout makes a done page idle', 'page.flight?.shownBefore ?? page.shown', "'idle'"),
  mutant(
    'A done page with a token left stays done',
    "page.shown === 'done' && rest.length ? 'idle'",
    "page.shown === 'done' && rest.length ? 'done'",
  ),

  // proof before removal
  mutant(
    "Page memory forgets another user's token",
    '(!tokens.isJwt || tokens.user === user)',
    '(!tokens.isJwt || user !== null)',
  ),
  mutant('sessionStorage counts as page memory', 'tokens.isInMemory === true && (', '('),
  mutant("The anonymous pair proves another user's token old", 'each.user === user && ', ''),
  mutant('The anonymous pair proves later tokens old', 'issued <= each.issued', 'issued <= each.issued + 60'),
  mutant(
    "The anonymous pair's ten seconds never end",
    'return [{ ...page, live: [] }, []];',
    'return [page, []];',
  ),
  mutant(
    "The anonymous pair's ten seconds go on in the back/forward cache",
    'live: [], isAsleep',
    'isAsleep',
  ),
  mutant('The anonymous pair is ignored', 'page : { ...page, live: [...page.live, live] }', 'page : page'),
  mutant("The logout's own tokens are not marked", 'old: sent.map((mark) => ({ mark, of }))', 'old: []'),
  mutant('Old tokens stay when the page looks', 'return tokens.length ? [', 'return tokens.length > 9 ? ['),

  // Back, hiding, reloading
  mutant('A restored page is shown unchanged', IS_FRESH, '  if (ended >= 0) return'),
  mutant(
    'Back after the own logout does nothing, because that end was told',
    IS_FRESH,
    '  if (ended < page.mine && !hasSeenEnd(page)) return',
  ),
  mutant(
    'Where storage is blocked, the page forgets its own logout on Back',
    IS_FRESH,
    '  if (!page.isReadable || ended < page.drawn) return',
  ),
  mutant(
    'A page loaded after an announced sign-in ignores the end of the session before',
    '? next : page.drawn',
    '? current(merged) : page.drawn',
  ),
  mutant(
    'A restored page tells an end, but somebody is signed in',
    'hasCookieSession || isPrerendered || left(page, found).length > 0',
    'isPrerendered',
  ),
  mutant(
    'A stale document from the cache is shown',
    'isEarly && ended > 0 && mayBeStale(event, ended)',
    'false',
  ),
  mutant('A stale document reloads for ever', 'return isFromCache && (', 'return ('),
  mutant('A late tag reloads the page', 'isEarly && ended > 0', 'ended > 0'),
  mutant(
    'A prefetched page counts as loaded from the server',
    '  if (isPrefetched && (isFromCache || tabNote < ended)) return true;\n',
    '',
  ),
  mutant(
    'A prefetched page never counts as loaded from the HTTP cache',
    'if (isPrefetched && (isFromCache || tabNote < ended)) return true',
    'if (isPrefetched) return tabNote < ended',
  ),
  mutant(
    'A late tag notes when the page was loaded',
    "isEarly ? [{ do: 'note', ended }, ...remove] : remove",
    "[{ do: 'note', ended }, ...remove]",
  ),
  mutant(
    'Back shows a cached page without a note',
    'note === undefined ? isBack',
    'note === undefined ? false',
  ),
  mutant('A note that is one end too old counts as fresh', 'note < ended);', 'note < ended - 1);'),
  mutant(
    'A sleeping page acts on messages',
    '  if (page.isAsleep || page.isHidden) return [page, []];\n',
    '',
  ),
  mutant(
    'A sleeping page keeps an anonymous pair that it hears of',
    'event.live && !page.isAsleep',
    'event.live',
  ),
  mutant('A prerendered page starts awake', 'isAsleep: isPrerendered ?? false', 'isAsleep: false'),
  mutant('A page that stays remains hidden', "[{ do: 'show' }]", '[]'),
  mutant(
    'A page that should reload is only hidden',
    "[{ do: 'hide' }, ...remove, { do: 'reload' }]];\n  }",
    "[{ do: 'hide' }, ...remove]];\n  }",
  ),

  mutant(
    'A restored page shows what it prefetched before the end',
    'page.record.ended ? [{ do',
    'page.record.ended < 0 ? [{ do',
  ),
  mutant(
    'Back shows a session whose end has the number of a known end',
    IS_FRESH,
    '  if (ended < page.drawn) return',
  ),

  // quiet
  mutant(
    'After an own end, the first record that can be read counts as news',
    'isReadable: true, mine: current(merged), drawn',
    'isReadable: true, mine: page.record.ended ? page.mine : current(merged), drawn',
  ),
  mutant(
    'A logout that began before storage was unblocked keeps its number',
    'of: next }',
    'of: page.flight.of }',
  ),
  mutant(
    'After blocked storage, the record that is read again does not count as news',
    'isReadable: page.isReadable && false',
    'isReadable: undefined',
  ),
  mutant(
    'A sign-in during a logout is older than its end, if storage was blocked',
    'const begun = page.record.begun > before ? of + 1 : 0;',
    'const begun = 0;',
  ),
  mutant(
    'A sign-in while storage is blocked has a number that is known for sure',
    'const isReadable = page.isReadable || undefined;',
    'const { isReadable } = page;',
  ),
  mutant(
    'A fresh page tells an older end',
    'isReadable: true, mine: current(merged), drawn',
    'isReadable: true, drawn',
  ),
  mutant('A page with blocked storage tells an end', 'const isNews = page.isReadable && ', 'const isNews = '),
  mutant(
    'Merging does not keep the larger of two ends',
    'const ended = Math.max(one.ended, other.ended);',
    'const { ended } = other;',
    'record.ts',
  ),
];
