// Writes into the manual the browsers and versions with which the tests run. `--check` only compares.
import fixtures from '../fixtures/package.json' with { type: 'json' };
import packageJson from '../package.json' with { type: 'json' };
import { engines } from '../test/support/browsers/launchers.mjs';
import { writeTable } from './write-table.mjs';

/** @type {Record<keyof typeof engines, string>} */
const NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit (WebKitGTK)' };

const { dependencies: apps } = fixtures;
const { devDependencies: tools, engines: needs } = packageJson;

const names = /** @type {(keyof typeof engines)[]} */ (Object.keys(engines)).map((name) => NAMES[name]);

await writeTable('docs/tested-with.md', 'versions', [
  ['what', 'which'],
  ['browsers', names.join(', ')],
  ['frameworks', `React ${apps.react}, Vue ${apps.vue}, Svelte ${apps.svelte}, Solid ${apps['solid-js']}`],
  ['rendering on a server', `\`@lit-labs/ssr\` ${apps['@lit-labs/ssr']}, \`react-dom\` ${apps['react-dom']}`],
  ['bundlers', `Vite ${apps.vite}, webpack ${apps.webpack}, Rollup ${apps.rollup}, esbuild ${apps.esbuild}`],
  ['TypeScript', `${apps.typescript}, ${tools.typescript}`],
  ['Node.js, by `engines` in `package.json`', `${needs.node.replace('>=', '')} or newer`],
]);
