/**
 * The figures that were the same in every run. The others are left out, because they are not exact.
 *
 * @template {Record<string, number | boolean>} Counts
 * @param {readonly Counts[]} runs
 * @returns {Partial<Counts>}
 */
export function exact(runs) {
  const [first] = runs;
  const kept = Object.entries(first ?? {}).filter(([name, value]) =>
    runs.every((run) => run[name] === value),
  );
  return /** @type {Partial<Counts>} */ (Object.fromEntries(kept));
}

/**
 * @template Result
 * @param {number} times
 * @param {() => Promise<Result>} action
 * @returns {Promise<Result[]>} one after the other
 */
export async function repeat(times, action) {
  const results = [];
  for (let run = 0; run < times; run++) results.push(await action());
  return results;
}
