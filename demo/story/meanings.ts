import type { LogoutOutcome } from '../../src/index.js';
import type { Word } from '../frame/language.js';
import type { LogEntry } from '../stage/simulators.js';

/** What an answer means, in one plain sentence. */
export function meaningOfAnswer({ status, abandoned, preflight }: LogEntry): Word {
  if (status === null) return abandoned ? 'The page gave up waiting.' : 'No answer has come.';
  if (preflight)
    return status < 300 ? 'This page may send the request.' : 'This page may not send the request.';
  if (status < 300) return 'The status says that all went well.';
  if (status < 400) return 'The browser is sent on to another address.';
  if (status === 401) return 'The answer says: nobody is signed in here.';
  if (status === 429) return 'The answer says: too many requests, wait.';
  return status < 500 ? 'The request is refused.' : 'Something on the way to the session has failed.';
}

const ofTokens: Readonly<Record<LogoutOutcome['local'], Word>> = {
  cleared: 'The tokens on this device have been removed.',
  replaced: 'The member’s tokens have given way to a visitor’s.',
  kept: 'The tokens stay, so that the logout can be tried again.',
  partly: 'Some tokens could not be removed.',
};

/** What became of the tokens. */
export const meaningOfTokens = ({ local }: LogoutOutcome): Word => ofTokens[local];

const ofServer: Readonly<Record<LogoutOutcome['server'], Word>> = {
  ended: 'The platform has confirmed that the session is over.',
  'already-ended': 'There is no session any more: it was over before.',
  redirecting: 'The session ends when the page arrives at the address below.',
  refused: 'The platform has refused, so the session may still be alive.',
  unknown: 'Nobody can tell whether the session is over, and the event says so.',
  'not-asked': 'The platform was not asked, so the session is as it was.',
};

/** What the event says. */
export function meaningOfEvent(outcome: LogoutOutcome): Word {
  if (outcome.origin === 'other-tab') return 'Another tab has signed out, and this one follows.';
  if (outcome.origin === 'history') return 'This page is from before the logout, and has been told.';
  return ofServer[outcome.server];
}
