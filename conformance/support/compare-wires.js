import { differences } from '../differences.js';

/** @import { Wire } from './wire.js' */
/** @import { Difference } from '../differences.js' */

/**
 * Compares the requests of both sides, and checks the differences against the list.
 *
 * @param {string} name  of the list in `differences.js`
 * @param {string} vendor  requests as JSON
 * @param {string} ours
 */
export function compareWires(name, vendor, ours) {
  if ([vendor, ours].some((result) => result.startsWith('error'))) return { vendor, ours };
  const [theirWires, ourWires] = /** @type {[Wire[], Wire[]]} */ ([JSON.parse(vendor), JSON.parse(ours)]);
  const found = wiresApart(theirWires, ourWires);
  const listed = differences[name] ?? [];
  const unlisted = found.filter((each) => !listed.some((other) => isSame(each, other)));
  const gone = listed.filter((each) => !found.some((other) => isSame(each, other)));
  const problems = [
    ...unlisted.map((each) => `not listed: ${JSON.stringify(each)}`),
    ...gone.map((each) => `listed, but gone: ${JSON.stringify(each)}`),
  ];
  const sent = (/** @type {Wire[]} */ wires) => `${wires.length} request${wires.length === 1 ? '' : 's'}`;
  return {
    vendor: sent(theirWires),
    ours: [
      problems.length ? `${problems.length} unexplained differences` : 'the same or listed',
      ...problems,
    ].join('\n'),
  };
}

/**
 * @param {Wire[]} vendor
 * @param {Wire[]} ours
 */
function wiresApart(vendor, ours) {
  /** @type {Omit<Difference, 'reason'>[]} */
  const found = [];
  for (let index = 0; index < Math.max(vendor.length, ours.length); index++) {
    const [theirs, own] = [vendor[index] ?? {}, ours[index] ?? {}];
    for (const what of new Set([...Object.keys(theirs), ...Object.keys(own)])) {
      if (theirs[what] === own[what]) continue;
      found.push({ request: index + 1, what, vendor: theirs[what], ours: own[what] });
    }
  }
  return found;
}

/**
 * @param {Omit<Difference, 'reason'>} one
 * @param {Omit<Difference, 'reason'>} other
 */
function isSame(one, other) {
  return (
    one.request === other.request &&
    one.what === other.what &&
    one.vendor === other.vendor &&
    one.ours === other.ours
  );
}
