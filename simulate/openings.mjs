// Where schedules begin: the thin corners, each drawn more often than chance would.

/** @type {readonly { weight: number, steps: readonly string[] }[]} */
export const OPENINGS = [
  { weight: 6, steps: [] },
  { weight: 6, steps: ['1 signs in', '1 looks', '1 opens another tab'] },
  { weight: 4, steps: ['1 signs in', '1 is duplicated', '1 opens another tab', '2 looks'] },
  // Back after the page's own end
  {
    weight: 5,
    steps: [
      '1 signs in',
      '1 reloads',
      '1 stores what was granted',
      '1 logs out',
      '1 goes on, and is kept for Back',
    ],
  },
  {
    weight: 3,
    steps: ['1 signs in', '1 goes on, and is kept for Back', '1 logs out', '1 goes on'],
  },
  // a page that hears of a sign-in before it hears of the end
  {
    weight: 4,
    steps: ['1 signs in', '1 opens another tab', '2 looks', '1 clicks', '2 signs in, announced', '1 hears'],
  },
  {
    weight: 3,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 goes on, and is kept for Back',
      '2 logs out',
      '2 signs in, announced',
    ],
  },
  // a page that is done, and stays silent
  {
    weight: 5,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 logs out',
      '2 looks',
      '2 signs in',
      '2 logs out',
      '1 hears',
      '1 looks',
    ],
  },
  // a page whose logout failed
  {
    weight: 4,
    steps: [
      '1 signs in',
      '1 is duplicated',
      '2 looks',
      '1 clicks',
      '2 clicks',
      '2 its request arrives',
      '1 its logout fails',
    ],
  },
  // two logouts at once
  {
    weight: 4,
    steps: [
      '1 signs in',
      '1 is duplicated',
      '1 opens another tab',
      '2 signs in as another',
      '2 looks',
      '1 clicks',
      '2 clicks',
    ],
  },
  {
    weight: 3,
    steps: [
      '1 signs in',
      '1 is duplicated',
      '2 signs in as another',
      '2 is duplicated',
      '3 looks',
      '1 clicks',
      '2 clicks',
      '1 logs out',
      '3 looks',
      '2 logs out',
    ],
  },
  // a page loaded after a sign-in was announced, before the end of the session that it shows
  {
    weight: 3,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 clicks',
      '2 signs in, announced',
      '1 is duplicated',
      '3 goes on, and is kept for Back',
      '1 logs out',
    ],
  },
  // a page loaded between two ends of one number
  {
    weight: 3,
    steps: [
      '1 signs in',
      '1 is duplicated',
      '2 signs in as another',
      '1 clicks',
      '2 clicks',
      '1 its request arrives',
      '1 its end is confirmed',
      '2 is duplicated',
      '3 goes on, and is kept for Back',
      '2 its request arrives',
      '2 its end is confirmed',
    ],
  },
  // storage that is opened late, or fails for a while
  {
    weight: 2,
    steps: [
      '1 signs in',
      '1 logs out',
      '1 signs in, announced',
      '1 has its storage opened or blocked',
      '1 looks',
    ],
  },
  {
    weight: 2,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 goes on, and is kept for Back',
      '2 logs out',
      '1 hears',
      '1 hears',
      '1 has its storage opened or blocked',
    ],
  },
  { weight: 2, steps: ['1 signs in', '1 clicks', '1 has its storage opened or blocked'] },
  {
    weight: 2,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '2 looks',
      '2 has its storage opened or blocked',
      '2 looks',
      '2 has its storage opened or blocked',
      '1 logs out',
    ],
  },
  // a refresh that was granted before the end
  { weight: 4, steps: ['1 signs in', '1 looks', '1 asks for a refresh', '1 logs out'] },
  {
    weight: 3,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '2 stores what was granted',
      '2 asks for a refresh',
      '2 looks',
      '1 logs out',
      '2 hears #1',
    ],
  },
  // a prerendered page, and documents out of the HTTP cache
  { weight: 3, steps: ['1 signs in', '1 opens another tab', '1 prerenders', '2 logs out'] },
  {
    weight: 4,
    steps: ['1 signs in', '1 reloads', '1 goes on', '1 logs out'],
  },
];
