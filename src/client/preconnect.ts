const known = new Set<string>();

/**
 * Opens a connection to the server behind `url` and sends nothing over it, so that a request which may follow saves
 * the round trips of DNS, TCP and TLS (https://html.spec.whatwg.org/multipage/links.html#link-type-preconnect).
 * Browsers keep connections with and without cookies apart.
 */
export function preconnect(url: string, credentials?: RequestCredentials): void {
  const { origin } = new URL(url);
  if (origin === location.origin || known.has(origin)) return;
  known.add(origin);
  const link = document.createElement('link');
  link.rel = 'preconnect';
  link.href = origin;
  link.crossOrigin = credentials === 'include' ? 'use-credentials' : 'anonymous';
  document.head.append(link);
}
