import { type ConnectionSettings, resolveConnection } from './connection/connection.js';
import { warnOnce } from './logout/events.js';
import { join, pageSession, part } from './logout/page-session.js';

export type { LoggedOutEvent } from './logout/events.js';

/**
 * Protects a page without a button. When the session ends in another tab, or while the page is in the back/forward cache,
 * the page hears `logged-out`, forgets its tokens, and goes to `redirect` or loads again. On a server it does nothing.
 *
 * @param settings the connection, as on the elements; the same as on the pages with the button
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
