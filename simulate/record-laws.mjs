// The laws of the record, which hold for any stored value.
import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

/** @import { EndRecord } from '../src/tabs/record.js' */
/** @import { Machine } from './machine.mjs' */

const number = fc.oneof(fc.nat(6), fc.nat(2 ** 40 - 1));
const old = fc.record({ mark: fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.string()), of: number });
const written = fc
  .record({ ended: number, asked: number, begun: number, old: fc.array(old, { maxLength: 70 }) })
  .map((record) => Object.assign(record, { asked: Math.min(record.asked, record.ended) }));
const hostile = fc.oneof(
  fc.anything(),
  fc.record(
    {
      ended: fc.oneof(number, fc.anything()),
      asked: fc.oneof(number, fc.anything()),
      begun: fc.oneof(number, fc.anything()),
      old: fc.oneof(fc.array(fc.oneof(old, fc.anything())), fc.anything()),
    },
    { requiredKeys: [] },
  ),
);

/**
 * Each law by its name, with its check.
 *
 * @param {Machine} machine
 * @returns {[string, import('fast-check').IProperty<unknown>][]}
 */
function laws({ merge, readRecord, current, EMPTY }) {
  const any = written.map(readRecord);
  const same = isDeepStrictEqual;
  return [
    ['Merging is commutative', fc.property(any, any, (a, b) => same(merge(a, b), merge(b, a)))],
    [
      'Merging is associative',
      fc.property(any, any, any, (a, b, c) => same(merge(merge(a, b), c), merge(a, merge(b, c)))),
    ],
    ['Merging is idempotent', fc.property(any, any, (a, b) => same(merge(merge(a, b), b), merge(a, b)))],
    ['Merging with nothing changes nothing', fc.property(any, (a) => same(merge(a, EMPTY), a))],
    ['Merging never lowers the number', fc.property(any, any, (a, b) => current(merge(a, b)) >= current(a))],
    [
      'A stored record is read unchanged',
      fc.property(any, (a) => same(readRecord(JSON.parse(JSON.stringify(a))), a)),
    ],
    [
      'Any stored value is read as a valid record',
      fc.property(hostile, (value) => isRecord(readRecord(value))),
    ],
  ];
}

/** @param {EndRecord} record */
function isRecord({ ended, asked, begun, old: marks }) {
  const isNumber = (/** @type {number} */ value) =>
    Number.isSafeInteger(value) && value >= 0 && value < 2 ** 40;
  return (
    isNumber(ended) &&
    isNumber(asked) &&
    asked <= ended &&
    isNumber(begun) &&
    marks.length <= 48 &&
    marks.every(
      (each) => typeof each.mark === 'string' && isNumber(each.of) && Object.keys(each).length === 2,
    )
  );
}

/**
 * @param {Machine} machine
 * @param {{ seed: number, runs: number }} options
 * @returns {string | undefined} which law is broken, and how
 */
export function brokenLaw(machine, { seed, runs }) {
  for (const [name, property] of laws(machine)) {
    const { failed, counterexample, errorInstance } = fc.check(property, { seed, numRuns: runs });
    if (failed) return `${name}: broken by ${fc.stringify(counterexample)} (${String(errorInstance)})`;
  }
  return undefined;
}
