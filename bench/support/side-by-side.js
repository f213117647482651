import { exact, repeat } from './exact.js';
import { interleave, ratio } from './ratios.js';

/** @import { Ratio } from './ratios.js' */

/**
 * @template Subject, Counts
 * @typedef {object} Measures
 * @property {(subject: Subject) => string} nameOf
 * @property {(subject: Subject) => Promise<number>} timeOf
 * @property {(subject: Subject) => Promise<Counts>} countsOf
 * @property {Subject} reference  of whose times the others' are multiples
 * @property {number} rounds  in which times are taken
 * @property {number} runs  in which is counted
 * @property {readonly Subject[]} [timed]  those of the subjects that take long enough; all if not said
 */

/**
 * What there is to time and to count about each of the subjects, by its name.
 *
 * @template Subject
 * @template {Record<string, number | boolean>} Counts
 * @param {readonly Subject[]} subjects
 * @param {Measures<Subject, Counts>} measures
 * @returns {Promise<Record<string, Partial<Counts> & { time?: Ratio }>>}
 */
export async function sideBySide(subjects, measures) {
  const { nameOf, timeOf, countsOf, reference, rounds, runs, timed = subjects } = measures;
  const times = await interleave(timed, rounds, timeOf);
  /** @type {Record<string, Partial<Counts> & { time?: Ratio }>} */
  const figures = {};
  for (const subject of subjects) {
    const counts = exact(await repeat(runs, () => countsOf(subject)));
    const own = times.get(subject);
    figures[nameOf(subject)] = { ...counts, ...(own && { time: ratio(own, times.get(reference) ?? []) }) };
  }
  return figures;
}
