import { quietly } from '../client/json.js';
import { type ConnectionSettings, resolveConnection } from '../connection/connection.js';

const known = new Set<string>();

/**
 * Prepares for a click that may come soon: opens a connection to the server, and sends nothing. The click's request then saves
 * the round trips of DNS, TCP and TLS (https://html.spec.whatwg.org/multipage/links.html#link-type-preconnect). Mistakes in the
 * settings are told at the click.
 */
export function warmUp(settings: ConnectionSettings): void {
  const connection = resolveConnection(settings);
  if ('problem' in connection) return;
  // An adapter may need a token to describe its request.
  quietly(() => {
    const { url, credentials } = connection.platform.request({ ...connection, tokens: {} });
    const { origin } = new URL(url);
    if (origin === location.origin || known.has(origin)) return;
    known.add(origin);
    // Browsers have separate connections with and without cookies. A preflight never has cookies
    // (https://fetch.spec.whatwg.org/#cors-preflight-fetch).
    const modes = credentials === 'include' ? ['anonymous', 'use-credentials'] : ['anonymous'];
    for (const crossOrigin of modes) {
      const link = { rel: 'preconnect', href: origin, crossOrigin };
      document.head.append(Object.assign(document.createElement('link'), link));
    }
  });
}
