import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';

import { chooseLaunchers } from './test/support/browsers/launchers.mjs';
import { browserCommands } from './test/support/commands.mjs';
import { madePages } from './test/support/made-pages.mjs';
import { oneEngine, oneOtherEngine } from './test/support/one-engine.mjs';
import { totalsReporter } from './test/support/reporter.mjs';
import { secondCopy } from './test/support/second-copy.mjs';
import { serverRendering } from './test/support/server-rendering.mjs';
import { platformSimulators } from './test/support/simulators-plugin.mjs';
import { wholePackages } from './test/support/whole-packages.mjs';

const browsers = await chooseLaunchers();
/** Files that `--files` names run in every browser. */
const isChoice = process.argv.some((each) => each.startsWith('--files'));
const simulators = platformSimulators();
const pages = madePages();

// On SIGINT, the runner and Puppeteer end every browser. On SIGTERM, they do not.
process.once('SIGTERM', () => process.kill(process.pid, 'SIGINT'));

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts', ...[...oneEngine, ...oneOtherEngine].map((file) => `!${file}`)],
  groups: isChoice
    ? []
    : [
        { name: 'one engine', files: oneEngine, browsers: browsers.slice(0, 1) },
        { name: 'one other engine', files: oneOtherEngine, browsers: browsers.slice(-1) },
      ],
  nodeResolve: true,
  browsers,
  // All at once: browsers share neither cookies nor focus, and wait half of the time.
  concurrentBrowsers: browsers.length,
  plugins: [
    wholePackages(['fast-check']),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
    browserCommands(),
    serverRendering(),
    ...pages.plugins,
    ...simulators.plugins,
  ],
  middleware: [...simulators.middleware, ...secondCopy(), ...pages.middleware],
  reporters: [defaultReporter(), totalsReporter()],

  // Generous, for a busy machine with two cores: only a test that hangs reaches a limit.
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 20_000 } },

  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
};
