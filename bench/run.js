// Measures the library beside others, and writes the figures into `results.json` and the manual.
//   node bench/run.js          everything; needs `npm ci --prefix bench` and a build
//   node bench/run.js --sizes  only our own sizes
//   node bench/run.js --check  only our own sizes and counts; fails if one is worse than in `results.json`
import { countClicks, measureClicks } from './click/click.js';
import { regressions } from './compare.js';
import { countGrowth, measureGrowth } from './growth/growth.js';
import { countIdle, measureIdle } from './idle/idle.js';
import { countRendering, measureRendering } from './render/render.js';
import { readResults, writeResults } from './results.js';
import { measureOurs, OURS } from './sizes/ours.js';
import { measurePeers } from './sizes/peers.js';
import { openBrowser } from './support/browser.js';
import { writeTables } from './tables.js';

/** @import { Chromium } from './support/browser.js' */
/** @import { Size } from './sizes/size-of.js' */

const [mode] = process.argv.slice(2);
const last = await readResults();
const sizes = await measureOurs();
showSizes();

if (mode === '--check') {
  await check();
} else {
  const rest = mode === '--sizes' ? last : await measureAll();
  const results = { ...rest, sizes };
  await writeResults(results);
  await writeTables(results);
}

function showSizes() {
  const rows = OURS.map(({ name, limit }) => {
    const size = sizes[name];
    return [name, { ...size, change: (size?.gzip ?? 0) - (last.sizes[name]?.gzip ?? 0), limit }];
  });
  console.table(Object.fromEntries(rows));
}

async function measureAll() {
  const peers = await measurePeers();
  return inBrowser(async (chromium) => ({
    peers,
    click: await step('click', () => measureClicks(chromium)),
    render: await step('render', () => measureRendering(chromium.browser)),
    idle: await step('idle', () => measureIdle(chromium)),
    growth: await step('growth', () => measureGrowth(chromium.browser)),
  }));
}

async function check() {
  const problems = await inBrowser(async (chromium) => [
    ...tooLarge(sizes),
    ...regressions('sizes', last.sizes, gzipped(sizes)),
    ...regressions('click', last.click, await countClicks(chromium)),
    ...regressions('render', last.render, await countRendering(chromium.browser)),
    ...regressions('idle', last.idle, await countIdle(chromium)),
    ...regressions('growth', last.growth, await countGrowth(chromium.browser)),
  ]);
  for (const problem of problems) console.error(problem);
  if (problems.length) process.exitCode = 1;
}

/** @param {Readonly<Record<string, Size>>} measured */
function tooLarge(measured) {
  return OURS.flatMap(({ name, limit = Infinity }) => {
    const gzip = measured[name]?.gzip ?? 0;
    return gzip > limit ? [`sizes: ${name}: ${gzip} bytes with gzip; the limit is ${limit}.`] : [];
  });
}

/**
 * Only the gzip size is checked, because servers send that.
 *
 * @param {Readonly<Record<string, Size>>} measured
 */
function gzipped(measured) {
  return Object.fromEntries(Object.entries(measured).map(([name, { gzip }]) => [name, [{ gzip }]]));
}

/**
 * @template Result
 * @param {(chromium: Chromium) => Promise<Result>} action
 */
async function inBrowser(action) {
  const chromium = await openBrowser();
  try {
    return await action(chromium);
  } finally {
    await chromium.browser.close();
  }
}

/**
 * @template {object} Result
 * @param {string} name
 * @param {() => Promise<Result>} measure
 */
async function step(name, measure) {
  const start = performance.now();
  const result = await measure();
  console.log(`${name}, in ${Math.round((performance.now() - start) / 1000)} s`);
  console.table(result);
  return result;
}
