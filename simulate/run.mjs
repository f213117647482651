// Simulates what happens after a logout, and fails if an invariant is broken (docs/other-tabs-and-back.md).
//   npm run simulate
//   npm run simulate -- --runs 100000
//   npm run simulate -- --seed 7 --runs 5000    the schedules of another seed
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';

import { FOUND, USUAL } from './found.mjs';
import { compile, start } from './machine.mjs';
import { runAll } from './pool.mjs';
import { brokenLaw } from './record-laws.mjs';
import { run } from './schedule.mjs';

/** How many schedules come from one seed. The next batch takes the next seed. */
const BATCH = 5000;

const { values } = parseArgs({
  options: { seed: { type: 'string' }, runs: { type: 'string', default: '20000' } },
});
const code = await compile();
// Taken from the state machine: the same source runs the same schedules, and each change of it runs new ones.
const usualSeed = createHash('sha256').update(JSON.stringify(code)).digest().readInt32BE() >>> 1;
const seed = Number(values.seed ?? usualSeed);
const runs = Number(values.runs);
if (!Number.isInteger(seed) || !Number.isInteger(runs) || runs < 1)
  throw new Error('--seed and --runs take whole numbers.');

const startedAt = performance.now();
const machine = await start(code);
/** @type {Map<string, number>} */
const excuses = new Map();
let schedules = 0;
let steps = 0;

for (const { name, setup, steps: happens } of FOUND) {
  try {
    steps += run(machine, { setup: { ...USUAL, ...setup }, steps: happens }, excuses);
    schedules += 1;
  } catch (error) {
    fail(`${name}\n  ${error instanceof Error ? error.message : String(error)}`);
  }
}
const law = brokenLaw(machine, { seed, runs: 1000 });
if (law) fail(law);

console.log(`Seed ${seed}`);
const jobs = Array.from({ length: Math.ceil(runs / BATCH) }, (_, index) => ({
  id: index,
  code,
  seed: seed + index,
  runs: Math.min(BATCH, runs - index * BATCH),
  isQuick: false,
}));
await runAll(jobs, (result) => {
  schedules += result.runs;
  steps += result.steps;
  for (const [excuse, times] of result.excuses) excuses.set(excuse, (excuses.get(excuse) ?? 0) + times);
  const { failure } = result;
  if (!failure) return true;
  const { setup, steps: happens } = failure.schedule;
  const job = jobs[result.id];
  fail(
    `${failure.message}\n${JSON.stringify({ setup, steps: happens }, undefined, 2)}\n` +
      `Again: npm run simulate -- --seed ${job?.seed} --runs ${job?.runs} (path ${failure.path})`,
  );
  return false;
});

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

if (process.exitCode !== 1) {
  console.log('\nHow often each excuse was used:');
  for (const [excuse, times] of [...excuses].toSorted(([, one], [, other]) => other - one)) {
    console.log(`${String(times).padStart(7)}  ${excuse}`);
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(
    `\n${schedules.toLocaleString('en')} schedules with ${steps.toLocaleString('en')} steps ran in ${seconds} s. No invariant was broken.`,
  );
} else {
  console.error('\nAn invariant is broken.');
}
