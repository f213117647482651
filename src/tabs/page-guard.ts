import { type ConnectionSettings, resolveConnection } from '../logout/connection.js';
import { sessionOf } from '../logout/logout.js';
import { warnOnce } from '../logout/warn.js';
import { join, part } from './session-watch.js';

/** Begins what `guard()` is for; the answer ends it. */
export function guardPage(settings: ConnectionSettings, target: EventTarget, since: number): () => void {
  const connection = resolveConnection(settings, location.href);
  if ('problem' in connection) warnOnce(`guard() protects nothing. ${connection.problem}`);
  const session = sessionOf(settings);
  const member = { target, settings: () => settings, changed: () => undefined };
  join(session, member, since);
  return () => part(session, member);
}
