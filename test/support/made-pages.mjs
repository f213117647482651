import { strictHeaders } from '../../scripts/snippets/policies.mjs';

const PATH = '/page.html';
const LIBRARY = /^\/dist\/store-logout\.[\w.-]+\.js$/;
/** Built files under names of a shop's own: `/assets/bundle-1a2b.js`, `/assets/fr-3c4d.js`. */
const COPY = /^\/assets\/([a-z]+)-\w+\.js$/;

/** What a page may switch off, and a library had better not use. */
const NOTHING = ['unload', 'sync-xhr', 'storage-access', 'bluetooth', 'geolocation', 'clipboard-read']
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Serves pages that are made to order: `/page.html?body=…&script=…` has this body, watches itself from its first line
 * (`window.watched`), and loads the scripts at its end, or in its head with `early`. With `strict` it comes with the
 * headers of the manual's strict page, and without permissions; with `integrity`, the scripts have this one.
 *
 * @returns {Required<Pick<import('@web/test-runner').TestRunnerConfig, 'plugins' | 'middleware'>>}
 */
export function madePages() {
  return {
    plugins: [
      {
        name: 'made-pages',
        serve: ({ path, URL: { searchParams, origin } }) => {
          if (path !== PATH) return undefined;
          /** @type {Record<string, string>} */
          const headers = { ...strictHeaders(), 'Permissions-Policy': NOTHING };
          for (const [name, value] of Object.entries(headers)) {
            // In a sandbox, WebKit takes nothing for the page's own.
            if (searchParams.has('sandboxed')) headers[name] = value.replaceAll("'self'", origin);
          }
          return {
            body: page(searchParams),
            type: 'html',
            headers: searchParams.has('strict') ? headers : {},
          };
        },
      },
    ],
    middleware: [
      (context, next) => {
        const [path, name] = COPY.exec(context.path) ?? [];
        const file = name === 'bundle' ? 'store-logout.bundle' : `lang/${name ?? ''}`;
        if (path !== undefined) context.url = context.url.replace(path, `/dist/${file}.js`);
        return next();
      },
      // A sandboxed page is of no origin, and asks for modules as a stranger.
      (context, next) => {
        if (LIBRARY.test(context.path)) context.set('Access-Control-Allow-Origin', '*');
        return next();
      },
    ],
  };
}

/** @param {URLSearchParams} query */
function page(query) {
  const hash = query.get('integrity');
  const scripts = query
    .getAll('script')
    .map((src) => `<script type="module" src="${src}"${hash ? ` integrity="${hash}"` : ''}></script>`)
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Made to order</title>
<script src="/test/support/pages/watch.js"></script>
${query.has('early') ? scripts : ''}
</head>
<body>${query.get('body') ?? ''}
${query.has('early') ? '' : scripts}
</body>
</html>`;
}
