// The first steps of schedules: rare cases, which chance alone would draw too seldom.

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
      '1 stores the granted token',
      '1 logs out',
      '1 navigates, and is kept for Back',
    ],
  },
  {
    weight: 3,
    steps: ['1 signs in', '1 navigates, and is kept for Back', '1 logs out', '1 navigates'],
  },
  // a page hears of a sign-in before it hears of the end
  {
    weight: 4,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '2 looks',
      '1 clicks',
      '2 signs in, announced',
      '1 receives a message',
    ],
  },
  {
    weight: 3,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 navigates, and is kept for Back',
      '2 logs out',
      '2 signs in, announced',
    ],
  },
  // a done page stays silent
  {
    weight: 5,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 logs out',
      '2 looks',
      '2 signs in',
      '2 logs out',
      '1 receives a message',
      '1 looks',
    ],
  },
  // a page's logout fails
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
  // a page is loaded after an announced sign-in, and before its own session ends
  {
    weight: 3,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 clicks',
      '2 signs in, announced',
      '1 is duplicated',
      '3 navigates, and is kept for Back',
      '1 logs out',
    ],
  },
  // a page is loaded between two ends with the same number
  {
    weight: 3,
    steps: [
      '1 signs in',
      '1 is duplicated',
      '2 signs in as another',
      '1 clicks',
      '2 clicks',
      '1 its request arrives',
      '1 its logout is confirmed',
      '2 is duplicated',
      '3 navigates, and is kept for Back',
      '2 its request arrives',
      '2 its logout is confirmed',
    ],
  },
  // a logout is confirmed after another tab's, and after a sign-in
  {
    weight: 3,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 clicks',
      '2 logs out',
      '2 signs in',
      '1 its request arrives',
      '1 its logout is confirmed',
      '2 looks',
    ],
  },
  // storage is unblocked late, or fails for a while
  {
    weight: 2,
    steps: ['1 signs in', '1 logs out', '1 signs in, announced', '1 blocks or unblocks storage', '1 looks'],
  },
  {
    weight: 2,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '1 navigates, and is kept for Back',
      '2 logs out',
      '1 receives a message',
      '1 receives a message',
      '1 blocks or unblocks storage',
    ],
  },
  { weight: 2, steps: ['1 signs in', '1 clicks', '1 blocks or unblocks storage'] },
  {
    weight: 2,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '2 looks',
      '2 blocks or unblocks storage',
      '2 looks',
      '2 blocks or unblocks storage',
      '1 logs out',
    ],
  },
  // somebody signs in while storage is blocked
  {
    weight: 2,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '2 clicks',
      '2 signs in, announced',
      '1 blocks or unblocks storage',
      '1 navigates',
      '2 its request arrives',
      '2 its logout is confirmed',
    ],
  },
  {
    weight: 2,
    steps: [
      '1 is duplicated',
      '1 signs in as another, announced',
      '1 logs out',
      '1 blocks or unblocks storage',
      '2 signs in, announced',
      '1 blocks or unblocks storage',
    ],
  },
  // a restored page has prefetched another one
  {
    weight: 2,
    steps: [
      '1 signs in',
      '1 prefetches the other address',
      '1 logs out',
      '1 signs in as another, announced',
      '1 navigates, and is kept for Back',
      '1 goes back',
      '1 navigates to the prefetched page',
    ],
  },
  // a refresh is granted before the end
  { weight: 4, steps: ['1 signs in', '1 looks', '1 asks for a refresh', '1 logs out'] },
  {
    weight: 3,
    steps: [
      '1 signs in',
      '1 opens another tab',
      '2 stores the granted token',
      '2 asks for a refresh',
      '2 looks',
      '1 logs out',
      '2 receives a message #1',
    ],
  },
  // a prerendered page, and documents from the HTTP cache
  { weight: 3, steps: ['1 signs in', '1 opens another tab', '1 prerenders', '2 logs out'] },
  {
    weight: 4,
    steps: ['1 signs in', '1 reloads', '1 navigates', '1 logs out'],
  },
];
