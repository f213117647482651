import { writeTable } from '../scripts/write-table.mjs';
import packageJson from './package.json' with { type: 'json' };
import { nameOf, PEERS } from './sizes/peers.js';

/** @import { Size } from './sizes/size-of.js' */
/** @import { Results } from './results.js' */
/** @import { Ratio } from './support/ratios.js' */

const PAGE = 'docs/size-and-speed.md';
/** @type {Record<string, string>} */
const versions = packageJson.dependencies;

/** The names of our sizes in the manual. The others are compared with the first of each kind. */
const OURS = {
  code: {
    'logout() and UniSouk': '`core.js`: `logout()` and `platforms/unisouk.js`',
    'logout() and Commerce Engine': '`core.js`: `logout()` and `platforms/commerce-engine.js`',
    'logout() and Wix': '`core.js`: `logout()` and `platforms/wix.js`',
    'logout() and Salla': '`core.js`: `logout()` and `platforms/salla.js`',
    'logout() and all platforms': '`logout()`, which knows all platforms by their names',
    'guard()': '`guard.js`: `guard()`, which signs nobody out',
  },
  element: {
    'file for a script tag': '`store-logout.bundle.js`: both tags, four platforms, two languages',
    'both tags, without Lit': '`define.js`: the same, where a page has Lit',
    'element, without Lit': '`StoreLogoutElement`, where a page has Lit',
  },
};

/**
 * Writes the figures into the manual. With `--check`, it only compares.
 *
 * @param {Results} results
 */
export async function writeTables({ sizes, peers, click, render, idle, growth }) {
  await writeTable(PAGE, 'code-sizes', sizeTable('code', sizes, peers));
  await writeTable(PAGE, 'element-sizes', sizeTable('element', sizes, peers));

  await writeTable(PAGE, 'click', [
    [
      'client',
      'in the click’s own task',
      'connections opened after it',
      'preflights',
      'requests',
      'time to the server',
    ],
    ...Object.entries(click).map(([name, { inSameTask, connections, preflights, requests, time }]) => [
      name,
      figure(inSameTask),
      figure(connections),
      figure(preflights),
      figure(requests),
      times(time),
    ]),
  ]);

  await writeTable(PAGE, 'render', [
    ['1,000 of', 'DOM nodes', 'listeners', 'function calls', 'time'],
    ...Object.entries(render).map(([name, { nodes, listeners, calls, time }]) => [
      name,
      figure(nodes),
      figure(listeners),
      figure(calls),
      times(time),
    ]),
  ]);

  await writeTable(PAGE, 'idle', [
    [
      'client',
      'function calls',
      'timers',
      'listeners on the page',
      'channels',
      'requests',
      'long tasks',
      'kept for Back',
      'script time',
    ],
    ...Object.entries(idle).map(([name, figures]) => [
      name,
      figure(figures.calls),
      figure(figures.timers),
      figure(figures.pageListeners),
      figure(figures.channels),
      figure(figures.requests),
      figure(figures.longTasks),
      figure(figures.inCache),
      times(figures.time),
    ]),
  ]);

  await writeTable(PAGE, 'growth', [
    [
      'elements',
      'DOM nodes',
      'listeners',
      'of these on the page',
      'channels',
      'timers',
      'function calls',
      'time of each',
    ],
    ...Object.entries(growth).map(([size, figures]) => [
      figure(Number(size)),
      figure(figures.nodes),
      figure(figures.listeners),
      figure(figures.pageListeners),
      figure(figures.channels),
      figure(figures.timers),
      figure(figures.calls),
      times(figures.time),
    ]),
  ]);
}

/**
 * @param {'code' | 'element'} kind
 * @param {Results['sizes']} sizes
 * @param {Results['peers']} peers
 */
function sizeTable(kind, sizes, peers) {
  const ours = Object.entries(OURS[kind]).map(([name, shown]) => ({ shown, size: sizes[name] }));
  const others = PEERS.filter((peer) => peer.kind === kind)
    .map((peer) => ({
      shown: `\`${peer.package}\` ${versions[peer.package] ?? ''}: ${peer.what}`,
      size: peers[nameOf(peer)],
    }))
    .toSorted((a, b) => gzip(a.size) - gzip(b.size));
  const reference = gzip(ours[0]?.size);
  return [
    ['what', 'gzip', 'of ours', 'brotli', 'minified'],
    ...[...ours, ...others].map(({ shown, size }) => [
      shown,
      figure(size?.gzip),
      (gzip(size) / reference).toFixed(2),
      figure(size?.brotli),
      figure(size?.min),
    ]),
  ];
}

/** @param {Size | undefined} size */
const gzip = (size) => size?.gzip ?? NaN;

/** @param {number | boolean | undefined} value  `undefined` if it was not the same in every run */
function figure(value) {
  if (value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value.toLocaleString('en');
}

/** @param {Ratio | undefined} ratio */
function times(ratio) {
  if (!ratio) return '–';
  const { median, low, high } = ratio;
  return low === high ? median.toFixed(2) : `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
