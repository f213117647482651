import type { LogoutOutcome } from '../../src/index.js';
import type { Word } from '../frame/language.js';
import type { LogEntry } from '../stage/simulators.js';

/** The meaning of an answer, in one plain sentence. */
export function meaningOfAnswer({ status, abandoned, preflight }: LogEntry): Word {
  if (status === null) return abandoned ? 'The page gave up waiting.' : 'No answer has come.';
  if (preflight)
    return status < 300 ? 'This page may send the request.' : 'This page may not send the request.';
  if (status < 300) return 'The status says that all went well.';
  if (status < 400) return 'The answer sends the browser to another address.';
  if (status === 401) return 'The answer says: nobody is signed in here.';
  if (status === 429) return 'The answer says: too many requests, wait.';
  return status < 500 ? 'The request is refused.' : 'The server, or something on the way to it, has failed.';
}

const ofTokens: Readonly<Record<LogoutOutcome['local'], Word>> = {
  cleared: 'The tokens on this device have been removed.',
  replaced: 'A visitor’s tokens have replaced the member’s.',
  kept: 'The tokens stay, so that the logout can be tried again.',
  partly: 'Some tokens could not be removed.',
};

/** The meaning of the tokens' new state. */
export const meaningOfTokens = ({ local }: LogoutOutcome): Word => ofTokens[local];

const ofServer: Readonly<Record<LogoutOutcome['server'], Word>> = {
  ended: 'The platform has confirmed that the session is over.',
  'already-ended': 'The session was already over.',
  redirecting: 'The session ends when the page arrives at the address below.',
  refused: 'The platform has refused, so the session may still be alive.',
  unknown: 'Nobody can know whether the session is over. The event says so.',
  'not-asked': 'The platform was not asked, so the session has not changed.',
};

/** The meaning of the event. */
export function meaningOfEvent(outcome: LogoutOutcome): Word {
  if (outcome.origin === 'other-tab') return 'Another tab has signed out, and this tab follows.';
  if (outcome.origin === 'history') return 'This page was loaded before the logout, and now knows of it.';
  return ofServer[outcome.server];
}
