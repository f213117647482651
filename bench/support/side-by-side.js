import { exact, repeat } from './exact.js';
import { interleave, ratio } from './ratios.js';

/** @import { Ratio } from './ratios.js' */

/**
 * @template Subject, Counts
 * @typedef {object} Measures
 * @property {(subject: Subject) => string} nameOf
 * @property {(subject: Subject) => Promise<number>} timeOf
 * @property {(subject: Subject) => Promise<Counts>} countsOf
 * @property {Subject} reference  all times are multiples of its times
 * @property {number} rounds  how often times are taken
 * @property {number} runs  how often counts are taken
 * @property {readonly Subject[]} [timed]  the subjects that take long enough to be timed; all by default
 */

/**
 * The times and counts of each subject, by its name.
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
