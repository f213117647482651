/** @typedef {Readonly<Record<string, unknown>>} Figures  numbers and booleans */

/** These figures depend on the machine. */
const UNCHECKED = ['time', 'longTasks'];

/**
 * Finds the figures that got worse: a count that is higher, or a `true` that is now `false`.
 *
 * @param {string} what  the name of what is compared
 * @param {Readonly<Record<string, Figures>>} committed
 * @param {Readonly<Record<string, readonly Figures[]>>} runs  a figure is worse only if it is worse in every run
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
        return `${what}: ${name}: ${count} was ${String(was)} and is ${now}: fix it, or give the reason and run \`npm run bench\`.`;
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
