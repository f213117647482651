import { type ConnectionSettings, resolveConnection } from './connection/connection.js';
import { warnOnce } from './logout/events.js';
import { join, pageSession, part } from './logout/page-session.js';

/**
 * Protects a page that has no button: when the session ends in another tab, or while the page is away in the
 * back/forward cache, it hears `logged-out`, forgets its tokens, and goes to `redirect` or is loaded anew. On a server it
 * does nothing.
 *
 * @param settings the connection, as on the elements; it must be the one of the pages with the button
 * @param target where the events are dispatched; the document if none
 * @returns {() => void} ends the protection
 */
export function guard(
  settings: ConnectionSettings,
  target: EventTarget | undefined = globalThis.document,
): () => void {
  if (!target) return () => undefined;
  const connection = resolveConnection(settings);
  if ('problem' in connection) warnOnce(`guard() protects nothing. ${connection.problem}`);
  const session = pageSession(connection);
  const member = { target, settings: () => settings, changed: () => undefined };
  join(session, member);
  return () => part(session, member);
}
