// Every counterexample that was ever found, by the name of its fault. They are run first.

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
    name: 'A page is prefetched out of the HTTP cache, and its address is loaded anew before the prefetched page is shown',
    setup: { rotates: false },
    steps: [
      '1 signs in',
      '1 reloads',
      '1 stores what was granted',
      '1 logs out',
      '1 goes on, and is kept for Back',
      '1 prefetches the other address out of the HTTP cache #59',
      '1 goes on, and is kept for Back #55',
      '1 goes back #6',
      '1 goes on, to what was prefetched #4',
    ],
  },
  {
    name: 'A page is prefetched out of the HTTP cache, which has it from before the end',
    setup: {},
    steps: [
      '1 signs in',
      '1 reloads',
      '1 logs out',
      '1 goes on, and is kept for Back',
      '1 prefetches the other address out of the HTTP cache',
      '1 goes on, to what was prefetched',
    ],
  },
  {
    name: 'Storage is blocked by the time of Back: the page still knows of its own logout',
    setup: {},
    steps: [
      '1 signs in',
      '1 reloads',
      '1 logs out',
      '1 goes on, and is kept for Back',
      '1 has its storage opened or blocked',
      '1 goes back',
    ],
  },
  {
    name: 'A done page hears of another end in silence, then somebody signs in there: that token is not forgotten',
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
    name: 'A done page stays silent about an end although a logout was called off there',
    setup: {},
    steps: ['1 signs in', '1 opens another tab', '1 logs out', '2 logs out', '1 clicks and calls it off'],
  },
  {
    name: "A page in the back/forward cache keeps the anonymous pair's message to itself",
    setup: {},
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 asks for a refresh',
      '1 goes on, and is kept for Back',
      '2 logs out',
      '1 hears',
      '1 hears',
      '1 hears',
      '2 signs in',
      '1 goes back',
    ],
  },
  {
    name: "The ten seconds of the anonymous pair's message do not last over the back/forward cache",
    setup: {},
    steps: [
      '1 signs in',
      '1 looks',
      '1 asks for a refresh',
      '1 logs out',
      '1 stores what was granted',
      '1 goes on, and is kept for Back',
      '1 goes back',
    ],
  },
  {
    name: 'A page loaded after a sign-in was announced elsewhere may still show the session before: Back loads it again',
    setup: { kind: 'tab' },
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 clicks',
      '2 signs in, announced',
      '1 is duplicated',
      '1 logs out',
      '3 goes on, and is kept for Back',
      '3 goes back',
    ],
  },
  {
    name: 'A page loaded between two ends of one number shows the second session: Back loads it again',
    setup: { kind: 'tab' },
    steps: [
      '1 signs in',
      '1 is duplicated',
      '2 signs in as another',
      '1 clicks',
      '2 clicks',
      '1 logs out',
      '2 is duplicated',
      '3 goes on, and is kept for Back',
      '2 logs out',
      '3 goes back',
    ],
  },
  {
    name: 'Storage is opened after an own end: what can be read then is no news',
    setup: { kind: 'memory', isBlocked: true },
    steps: [
      '1 signs in',
      '1 logs out',
      '1 signs in, announced',
      '1 has its storage opened or blocked',
      '1 looks',
    ],
  },
  {
    name: 'Storage is opened while a logout is under way: the ends of before do not make its failure a success',
    setup: { kind: 'cookie', isBlocked: true },
    steps: ['1 signs in', '1 clicks', '1 has its storage opened or blocked', '1 its logout fails'],
  },
  {
    name: 'Storage fails once, and another tab ends the session then: that is told',
    setup: { kind: 'cookie' },
    steps: [
      '1 signs in',
      '1 opens another tab',
      '2 looks',
      '2 has its storage opened or blocked',
      '2 looks',
      '2 has its storage opened or blocked',
      '1 logs out',
      '2 looks',
    ],
  },
];
