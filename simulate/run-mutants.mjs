// Tests the simulation: puts one fault at a time into the state machine, and fails if the simulation misses one.
//   npm run simulate:mutants
//   npm run simulate:mutants -- --seed 7
import { parseArgs } from 'node:util';

import { compile } from './machine.mjs';
import { MUTANTS } from './mutants.mjs';
import { runAll } from './pool.mjs';

/** The simulation must find each fault within this number of schedules. */
const RUNS = 30_000;

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
const startedAt = performance.now();
const jobs = await Promise.all(
  MUTANTS.map(async (mutant, id) => ({
    id,
    code: await compile(mutant),
    seed: Number(values.seed),
    runs: RUNS,
    isQuick: true,
  })),
);

/** @type {string[]} */
const survivors = [];
await runAll(jobs, ({ id, runs, failure }) => {
  const name = MUTANTS[id]?.name ?? '';
  // A crash does not count as found.
  if (failure?.message.startsWith('invariant'))
    console.log(`${String(runs).padStart(6)}  ${name}\n        ${failure.message}`);
  else survivors.push(name);
  return true;
});

const seconds = Math.round((performance.now() - startedAt) / 1000);
const found = MUTANTS.length - survivors.length;
console.log(`\n${found} of ${MUTANTS.length} faults were found in ${seconds} s.`);
for (const name of survivors)
  console.error(`Not found within ${RUNS.toLocaleString('en')} schedules: ${name}`);
if (survivors.length) process.exitCode = 1;
