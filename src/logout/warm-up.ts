import { preconnect } from '../client/preconnect.js';
import { type ConnectionSettings, resolveConnection } from '../connection/connection.js';

/** Prepares for a click that may come soon. It sends no request; mistakes in the settings are told at the click. */
export function warmUp(settings: ConnectionSettings): void {
  const connection = resolveConnection(settings);
  if ('problem' in connection) return;
  try {
    const { url, credentials } = connection.platform.request({ ...connection, tokens: {} });
    preconnect(url, credentials);
  } catch {
    // This adapter needs a token to describe its request.
  }
}
