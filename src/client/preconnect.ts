const known = new Set<string>();

/**
 * Opens a connection to the server of `url`, and sends nothing. A later request saves the round trips of DNS, TCP and TLS
 * (https://html.spec.whatwg.org/multipage/links.html#link-type-preconnect). Browsers have separate connections with and
 * without cookies.
 */
export function preconnect(url: string, credentials?: RequestCredentials): void {
  const { origin } = new URL(url);
  if (origin === location.origin || known.has(origin)) return;
  known.add(origin);
  // A preflight never has cookies (https://fetch.spec.whatwg.org/#cors-preflight-fetch).
  const modes = credentials === 'include' ? ['anonymous', 'use-credentials'] : ['anonymous'];
  for (const crossOrigin of modes) {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'preconnect', href: origin, crossOrigin }),
    );
  }
}
