// Every counterexample that was ever found. They are run first.

/** @import { Setup } from './world.mjs' */
/** @typedef {{ name: string, setup: Partial<Setup>, steps: readonly string[] }} Found */

/** @type {Setup} */
export const USUAL = {
  kind: 'pair',
  isJwt: false,
  hasSid: false,
  rotates: true,
  isCookieVisible: false,
  isBlocked: false,
  hasChannel: true,
};

/** @type {readonly Found[]} */
export const FOUND = [
  {
    name: 'A page is prefetched from the HTTP cache. Its address is loaded from the server before the prefetched page is shown',
    setup: { rotates: false },
    steps: [
      '1 signs in',
      '1 reloads',
      '1 stores the granted token',
      '1 logs out',
      '1 navigates, and is kept for Back',
      '1 prefetches the other address from the HTTP cache #59',
      '1 navigates, and is kept for Back #55',
      '1 goes back #6',
      '1 navigates to the prefetched page #4',
    ],
  },
  {
    name: 'A page is prefetched from the HTTP cache, and is older than the end',
    setup: {},
    steps: [
      '1 signs in',
      '1 reloads',
      '1 logs out',
      '1 navigates, and is kept for Back',
      '1 prefetches the other address from the HTTP cache',
      '1 navigates to the prefetched page',
    ],
  },
  {
    name: 'Storage is blocked before Back: the page still knows of its own logout',
    setup: {},
    steps: [
      '1 signs in',
      '1 reloads',
      '1 logs out',
      '1 navigates, and is kept for Back',
      '1 blocks or unblocks storage',
      '1 goes back',
    ],
  },
  {
    name: 'A done page hears of another end and stays silent. Somebody signs in there: the page keeps that token',
    setup: { kind: 'memory' },
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 logs out',
      '2 looks',
      '2 signs in',
      '2 logs out',
      '1 looks',
      '1 signs in',
      '1 looks',
    ],
  },
  {
    name: 'A logout is cancelled in a done page: the page stays silent about another end',
    setup: {},
    steps: ['1 signs in', '1 opens another tab', '1 logs out', '2 logs out', '1 clicks and cancels'],
  },
  {
    name: "A page in the back/forward cache ignores the anonymous pair's message",
    setup: {},
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 asks for a refresh',
      '1 navigates, and is kept for Back',
      '2 logs out',
      '1 receives a message',
      '1 receives a message',
      '1 receives a message',
      '2 signs in',
      '1 goes back',
    ],
  },
  {
    name: "The anonymous pair's ten seconds end when the page enters the back/forward cache",
    setup: {},
    steps: [
      '1 signs in',
      '1 looks',
      '1 asks for a refresh',
      '1 logs out',
      '1 stores the granted token',
      '1 navigates, and is kept for Back',
      '1 goes back',
    ],
  },
  {
    name: 'A page is loaded after another tab announced a sign-in. It may show the older session: Back loads it again',
    setup: { kind: 'tab' },
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 clicks',
      '2 signs in, announced',
      '1 is duplicated',
      '1 logs out',
      '3 navigates, and is kept for Back',
      '3 goes back',
    ],
  },
  {
    name: 'Two ends have the same number. A page loaded between them shows the second session: Back loads it again',
    setup: { kind: 'tab' },
    steps: [
      '1 signs in',
      '1 is duplicated',
      '2 signs in as another',
      '1 clicks',
      '2 clicks',
      '1 logs out',
      '2 is duplicated',
      '3 navigates, and is kept for Back',
      '2 logs out',
      '3 goes back',
    ],
  },
  {
    name: 'Storage is unblocked after the page ended its own session: an older end in the record is not told',
    setup: { kind: 'memory', isBlocked: true },
    steps: ['1 signs in', '1 logs out', '1 signs in, announced', '1 blocks or unblocks storage', '1 looks'],
  },
  {
    name: 'Storage is unblocked during a logout: older ends do not turn its failure into a success',
    setup: { kind: 'cookie', isBlocked: true },
    steps: ['1 signs in', '1 clicks', '1 blocks or unblocks storage', '1 its logout fails'],
  },
  {
    name: 'Storage fails for a moment. Then another tab ends the session: the page tells this end',
    setup: { kind: 'cookie' },
    steps: [
      '1 signs in',
      '1 opens another tab',
      '2 looks',
      '2 blocks or unblocks storage',
      '2 looks',
      '2 blocks or unblocks storage',
      '1 logs out',
      '2 looks',
    ],
  },
];
