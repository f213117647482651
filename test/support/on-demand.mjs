const LIBRARY = /^\/library-(present|late|missing|mended)-[\w-]+\//;
/**
 * As built, on a server that has no second file, or gives it out at the second try only, or is used by one test only:
 * Chromium remembers for other pages too that a file did not have the hash that one of them wanted.
 */
const BUILT = /^\/dist-(alone|flaky|pinned)\//;
const SECOND_FILE = /\/store-logout\.bundle\.logout\.js$/;
const LATE_MS = 400;
/** What is loaded on demand. */
const REST = /\/logout\/everything\.ts$/;

/**
 * Serves the library's modules below `/library-<how>-<any id>/`, which to a browser are other modules each time: for
 * pages that have not loaded the rest yet. That is `present`, comes `late`, is `missing`, or is missing until
 * `/library-<how>-<id>/mend` has been asked for.
 *
 * @returns {NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>}
 */
export function libraries() {
  /** @type {Set<string>} */
  const mended = new Set();
  return [
    async (context, next) => {
      const [folder, server] = BUILT.exec(context.path) ?? [];
      if (folder !== undefined) {
        if (
          SECOND_FILE.test(context.path) &&
          (server === 'alone' || (server === 'flaky' && !context.search))
        ) {
          context.status = 503;
          return undefined;
        }
        context.url = context.url.replace(folder, '/dist/');
        return next();
      }
      const [library, how] = LIBRARY.exec(context.path) ?? [];
      if (library === undefined) return next();
      if (context.path.endsWith('/mend')) {
        mended.add(library);
        context.status = 204;
        return undefined;
      }
      if (REST.test(context.path)) {
        if (how === 'missing' || (how === 'mended' && !mended.has(library))) {
          context.status = 503;
          return undefined;
        }
        if (how === 'late') await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      }
      context.url = context.url.replace(library, '/src/');
      return next();
    },
  ];
}
