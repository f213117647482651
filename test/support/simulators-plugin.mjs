import { startSimulators } from '../../demo/server/http.js';

const PREFIX = '/simulators';

/** @typedef {import('@web/test-runner').TestRunnerConfig} TestRunnerConfig */

/**
 * Runs the demo's platform servers beside the tests, under two origins: one of their own, which
 * `GET /simulators.json` tells (`{ "origin": "http://localhost:…" }`), and the test page's, below `/simulators`.
 *
 * @returns {Required<Pick<TestRunnerConfig, 'plugins' | 'middleware'>>} the two parts of the runner's configuration
 */
export function platformSimulators() {
  /** @type {Awaited<ReturnType<typeof startSimulators>>} */
  let simulators;

  return {
    plugins: [
      {
        name: 'platform-simulators',
        async serverStart() {
          simulators = await startSimulators();
        },
        serverStop: () => simulators.stop(),
        serve: ({ path }) =>
          path === `${PREFIX}.json` ? JSON.stringify({ origin: simulators.origin }) : undefined,
      },
    ],
    middleware: [
      (context, next) => {
        if (!context.path.startsWith(`${PREFIX}/`)) return next();
        context.respond = false; // the simulators answer, Koa does not …
        context.status = 200; // … and its default, 404, would make the runner report a missing file
        simulators.middleware(PREFIX)(context.req, context.res, () => context.res.destroy());
        return undefined;
      },
    ],
  };
}
