import type { Connection } from './connection.js';
import type { FailureReason } from './outcome.js';

/** What to do about a failure, in one English sentence. */
export function failureMessage(
  reason: FailureReason,
  { base, page }: Pick<Connection, 'base' | 'page'>,
): string {
  const host = new URL(base).host;
  switch (reason) {
    case 'offline':
      return 'The browser is offline: connect, then log out again.';
    case 'network':
      return new URL(page).host === host
        ? `${host} could not be reached: check the connection, then log out again.`
        : `${host} could not be reached, or does not allow this page by CORS: check both, then log out again.`;
    case 'timeout':
      return `${host} did not answer in time: log out again.`;
    case 'http':
      return `${host} answered with an error: log out again later, and check base-url if that stays so.`;
    case 'rejected':
      return `${host} refused the logout: reload the page, then log out again.`;
    case 'unexpected-response':
      return 'What answered was not the platform: check the connection and base-url, then log out again.';
    case 'insecure':
      return 'A token is never sent over plain http: give base-url an https address.';
    case 'sdk':
      return "The platform's SDK could not log out: reload the page, then log out again.";
    case 'cancelled':
      return 'A before-logout listener called the logout off.';
    case 'misconfigured':
      return 'The logout is not set up: check the attributes.';
  }
}
