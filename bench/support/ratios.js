/**
 * Times as multiples of a reference's times from the same rounds.
 *
 * @typedef {object} Ratio
 * @property {number} median
 * @property {number} low  a quarter of the rounds are below
 * @property {number} high  a quarter of the rounds are above
 */

/**
 * Measures each subject once in every round, each round in another order. A slow moment of the machine then affects all
 * subjects.
 *
 * @template Subject
 * @param {readonly Subject[]} subjects
 * @param {number} rounds
 * @param {(subject: Subject) => Promise<number>} measure
 * @returns {Promise<Map<Subject, number[]>>} a time by subject and round
 */
export async function interleave(subjects, rounds, measure) {
  /** @type {Map<Subject, number[]>} */
  const times = new Map(subjects.map((subject) => [subject, []]));
  for (let round = 0; round < rounds; round++) {
    const first = round % subjects.length;
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
      times.get(subject)?.push(await measure(subject));
    }
  }
  return times;
}

/**
 * @param {readonly number[]} times
 * @param {readonly number[]} reference  times of the same rounds
 * @returns {Ratio}
 */
export function ratio(times, reference) {
  const sorted = times.map((time, round) => time / (reference[round] ?? NaN)).toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => round2(sorted[Math.round((sorted.length - 1) * share)] ?? NaN);
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** @param {number} value */
const round2 = (value) => Math.round(value * 100) / 100;
