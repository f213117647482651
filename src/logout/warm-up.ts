import { preconnect } from '../client/preconnect.js';
import { type ConnectionSettings, resolveConnection } from '../connection/connection.js';

/** Gets ready for a logout that somebody may want soon: nothing is sent, and mistakes are told when it is called for. */
export function warmUp(settings: ConnectionSettings): void {
  const connection = resolveConnection(settings);
  if ('problem' in connection) return;
  try {
    const { url, credentials } = connection.platform.request({ ...connection, tokens: {} });
    preconnect(url, credentials);
  } catch {
    // An adapter that needs a token to describe its request.
  }
}
