// Spreads jobs over the machine's cores.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** @import { Job, Result } from './worker.mjs' */

/**
 * @param {readonly Job[]} jobs
 * @param {(result: Result) => boolean} onResult whether to go on
 */
export async function runAll(jobs, onResult) {
  const queue = [...jobs];
  let goesOn = true;
  const threads = Array.from({ length: Math.min(availableParallelism(), jobs.length) }, async () => {
    const worker = new Worker(new URL('worker.mjs', import.meta.url));
    try {
      for (let job = queue.shift(); job && goesOn; job = queue.shift()) {
        const result = await ask(worker, job);
        if (!onResult(result)) goesOn = false;
      }
    } finally {
      await worker.terminate();
    }
  });
  await Promise.all(threads);
}

/**
 * @param {Worker} worker
 * @param {Job} job
 * @returns {Promise<Result>}
 */
function ask(worker, job) {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (result) => {
      worker.off('error', reject);
      resolve(result);
    });
    worker.postMessage(job);
  });
}
