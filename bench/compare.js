/** @typedef {Readonly<Record<string, unknown>>} Figures  numbers, and what is true or not */

/** What depends on the machine. */
const UNCHECKED = ['time', 'longTasks'];

/**
 * What has become worse: more of what is counted, or no more what it was.
 *
 * @param {string} what  is compared
 * @param {Readonly<Record<string, Figures>>} committed
 * @param {Readonly<Record<string, readonly Figures[]>>} runs  worse is only what is so in all of them
 * @returns {string[]} a line for each
 */
export function regressions(what, committed, runs) {
  return Object.entries(runs).flatMap(([name, each]) => {
    const last = committed[name];
    if (!last) return [`${what}: ${name} is not in bench/results.json: run \`npm run bench\`.`];
    return Object.entries(last)
      .filter(([count, was]) => !UNCHECKED.includes(count) && each.every((run) => isWorse(was, run[count])))
      .map(([count, was]) => {
        const now = [...new Set(each.map((run) => String(run[count])))].join(' or ');
        return `${what}: ${name}: ${count} was ${String(was)} and is ${now}: mend it, or say why and run \`npm run bench\`.`;
      });
  });
}

/**
 * @param {unknown} was
 * @param {unknown} is
 */
function isWorse(was, is) {
  if (typeof was === 'boolean') return was && is === false;
  return typeof was === 'number' && typeof is === 'number' && is > was;
}
