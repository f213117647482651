// Tells how many bytes of the library's own code in the file for a script tag the tests execute, without Lit's code. In
// `npm run coverage`, the tests write down what they execute in Chromium, and this script measures it.
// `npm run coverage:check` only measures the last run. Less than the goal fails.
import { readFile } from 'node:fs/promises';

import { TraceMap } from '@jridgewell/trace-mapping';
import { build } from 'vite';

import { executedPlaces } from './weigh/executed-places.mjs';
import { piecesOf } from './weigh/pieces.mjs';

/** @import { Rolldown } from 'vite' */
/** @import { ExecutedModule } from '../test/support/browsers/executed-code.mjs' */

const FILE = 'coverage/chromium.json';
const GOAL = 0.95;
const OURS = /^\.\.\/src\/(.+)$/;

/**
 * @typedef {object} Weight
 * @property {number} bytes
 * @property {number} missed  bytes that no test has executed
 * @property {Set<number>} lines  the source lines of these bytes, counted from 1
 */

/** @type {Record<string, ExecutedModule>} */
const modules = JSON.parse(
  await readFile(FILE, 'utf8').catch(() => {
    throw new Error(`There is no ${FILE}: run \`npm run coverage\`.`);
  }),
);

/** @type {Map<string, Weight>} */
const weights = new Map();
for (const chunk of await bundle()) weigh(chunk);
const total = [...weights.values()].reduce(
  (sum, { bytes, missed }) => ({ bytes: sum.bytes + bytes, missed: sum.missed + missed }),
  { bytes: 0, missed: 0 },
);

console.table(
  Object.fromEntries(
    [...weights]
      .toSorted(([, a], [, b]) => b.missed - a.missed)
      .map(([name, weight]) => [name, { ...row(weight), 'lines not executed': listed(weight.lines) }]),
  ),
);
const { executed } = row(total);
console.log(`The tests execute ${executed} of the library's own ${total.bytes} bytes.`);
if (total.missed / total.bytes > 1 - GOAL) {
  console.error(`The tests have to execute ${GOAL * 100} %: test the lines in the table, or delete them.`);
  process.exitCode = 1;
}

/** The shipped file, but with a source map. The last build steps are left out, because they write none. */
async function bundle() {
  const result = await build({
    mode: 'bundle',
    logLevel: 'error',
    build: { write: false, sourcemap: 'hidden' },
  });
  const outputs = /** @type {Rolldown.RolldownOutput[]} */ ([result].flat());
  return outputs.flatMap(({ output }) => output.filter((one) => one.type === 'chunk'));
}

/** @param {Rolldown.OutputChunk} chunk */
function weigh({ code, map }) {
  const traced = new TraceMap(String(map));
  /** @type {Map<string, ReturnType<typeof executedPlaces>['isExecuted']>} */
  const known = new Map();
  for (const { offset, end, source, line, column } of piecesOf(code, traced)) {
    const [, name] = OURS.exec(source) ?? [];
    if (!name) continue;
    const isExecuted = known.get(name) ?? executedIn(name, sourceOf(traced, source));
    known.set(name, isExecuted);
    const bytes = Buffer.byteLength(code.slice(offset, end));
    const weight = weights.get(name) ?? { bytes: 0, missed: 0, lines: new Set() };
    weights.set(name, weight);
    weight.bytes += bytes;
    if (isExecuted(line, column)) continue;
    weight.missed += bytes;
    weight.lines.add(line + 1);
  }
}

/**
 * @param {string} name
 * @param {string} source
 */
function executedIn(name, source) {
  const module = modules[name];
  if (!module) return () => false;
  const places = executedPlaces(module);
  if (places.source !== source) {
    throw new Error(`src/${name} has changed since the tests ran: run \`npm run coverage\`.`);
  }
  return places.isExecuted;
}

/**
 * @param {TraceMap} map
 * @param {string} source
 */
function sourceOf({ sources, sourcesContent }, source) {
  return sourcesContent?.[sources.indexOf(source)] ?? '';
}

/** @param {Pick<Weight, 'bytes' | 'missed'>} weight */
function row({ bytes, missed }) {
  return { bytes, missed, executed: `${((1 - missed / bytes) * 100).toFixed(1)} %` };
}

/** @param {Set<number>} lines */
function listed(lines) {
  /** @type {[first: number, last: number][]} */
  const ranges = [];
  for (const line of [...lines].toSorted((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range?.[1] === line - 1) range[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}
