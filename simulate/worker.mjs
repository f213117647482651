// One thread: runs the schedules of a seed, and reports the result.
import { parentPort } from 'node:worker_threads';

import fc from 'fast-check';

import { start } from './machine.mjs';
import { read, run, schedules } from './schedule.mjs';

/** @import { Code, Machine } from './machine.mjs' */
/** @import { Schedule } from './schedule.mjs' */
/**
 * @typedef {{ id: number, code: Code, seed: number, runs: number, isQuick: boolean }} Job with `isQuick`, a failing schedule is not shortened
 * @typedef {{
 *   id: number, runs: number, steps: number, excuses: ReadonlyMap<string, number>,
 *   failure?: { message: string, schedule: Schedule, path: string }
 * }} Result
 */

/** @type {Map<string, Promise<Machine>>} */
const machines = new Map();

/**
 * @param {Job} job
 * @returns {Promise<Result>}
 */
async function work({ id, code, seed, runs, isQuick }) {
  const key = JSON.stringify(code);
  const started = machines.get(key) ?? start(code);
  machines.set(key, started);
  const machine = await started;
  /** @type {Map<string, number>} */
  const excuses = new Map();
  let steps = 0;
  const property = fc.property(schedules, (drawn) => {
    steps += run(machine, read(drawn), excuses);
  });
  const { failed, numRuns, counterexample, counterexamplePath, errorInstance } = fc.check(property, {
    seed,
    numRuns: runs,
    endOnFailure: isQuick,
  });
  const result = { id, runs: numRuns, steps, excuses };
  if (!failed || !counterexample) return result;
  const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return {
    ...result,
    failure: { message, schedule: read(counterexample[0]), path: counterexamplePath ?? '' },
  };
}

parentPort?.on('message', (/** @type {Job} */ job) => {
  work(job).then(
    (result) => parentPort?.postMessage(result),
    (error) => {
      throw error;
    },
  );
});
