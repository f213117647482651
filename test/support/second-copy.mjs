const PREFIX = '/second-copy/';

/**
 * Serves the library's modules a second time below `/second-copy/`, which to a browser are other modules: for
 * pages that load the library twice.
 *
 * @returns {NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>}
 */
export function secondCopy() {
  return [
    (context, next) => {
      if (context.url.startsWith(PREFIX)) context.url = context.url.replace(PREFIX, '/src/');
      return next();
    },
  ];
}
