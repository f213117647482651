// A schedule: a platform's setup, and a list of steps. Each step is an act in a tab.
import fc from 'fast-check';

import { ACTS, BY_NAME } from './acts.mjs';
import { OPENINGS } from './openings.mjs';
import { World } from './world.mjs';

/** @import { Machine } from './machine.mjs' */
/** @import { Setup } from './world.mjs' */
/** @typedef {{ setup: Setup, steps: readonly string[] }} Schedule `1 logs out`, `2 hears #3`: tab, act, luck */

const LONGEST = 30;
const TABLE = ACTS.flatMap(([name, weight]) => Array.from({ length: weight }, () => name));
const STARTS = OPENINGS.flatMap(({ weight, steps }) => Array.from({ length: weight }, () => steps));

/** One number for each step: fast-check draws and shrinks numbers faster than objects. */
export const schedules = fc.tuple(
  fc.noBias(fc.nat(2 ** 30 - 1)),
  fc.array(fc.noBias(fc.nat(2 ** 24 - 1)), { maxLength: LONGEST, size: 'max' }),
);

const KINDS = /** @type {const} */ ([
  'pair',
  'memory',
  'tab',
  'shared',
  'cookie',
  'memory',
  'pair',
  'cookie',
]);

/**
 * @param {readonly [number, readonly number[]]} drawn
 * @returns {Schedule}
 */
export function read([world, steps]) {
  const bit = (/** @type {number} */ index) => ((world >> index) & 1) === 1;
  const one = (/** @type {number} */ index) => ((world >> index) & 15) === 15;
  /** @type {Setup} */
  const setup = {
    kind: KINDS[world & 7] ?? 'pair',
    isJwt: bit(3),
    hasSid: bit(4) && bit(5),
    rotates: bit(6),
    isCookieVisible: bit(7),
    isBlocked: ((world >> 8) & 7) === 7,
    hasChannel: !one(11),
  };
  const start = STARTS[(world >> 14) % STARTS.length] ?? [];
  return { setup, steps: [...start, ...steps.map(readStep)] };
}

/** @param {number} drawn */
function readStep(drawn) {
  const name = TABLE[(drawn >> 8) % TABLE.length];
  const luck = (drawn >> 2) & 63;
  return `${((drawn & 3) % 3) + 1} ${name}${luck ? ` #${luck}` : ''}`;
}

/**
 * Runs a schedule, and throws at the first violation. Returns how many steps the state machine made.
 *
 * @param {Machine} machine
 * @param {Schedule} schedule
 * @param {Map<string, number>} excuses
 */
export function run(machine, { setup, steps }, excuses) {
  const world = new World(machine, setup, excuses);
  const now = Date.now;
  // The state machine must not read the clock. A mutant does.
  Date.now = () => world.device * 1000;
  try {
    world.load(world.openTab(0), 0);
    for (const step of [...steps, ...END]) act(world, step);
  } finally {
    Date.now = now;
  }
  return world.steps;
}

/** At the end, each open tab looks once more. */
const END = [1, 2, 3].flatMap((tab) => [`${tab} runs again`, `${tab} waits a second`, `${tab} looks`]);

/**
 * @param {World} world
 * @param {string} step
 */
function act(world, step) {
  const [, index, name = '', luck] = /^(\d) (.*?)(?: #(\d+))?$/.exec(step) ?? [];
  const tab = world.tabs[Number(index) - 1];
  const happens = BY_NAME.get(name);
  if (!happens) throw new Error(`No act is called "${name}".`);
  if (!tab) return;
  world.now += 1;
  world.luck = Number(luck ?? 0);
  happens(world, tab, world.luck);
}
