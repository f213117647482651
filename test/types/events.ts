// The types of the events, in a project that has only the package.
import 'store-logout/define.js';
import type { BeforeLogoutEvent, FailedLogout, LoggedOut, LogoutOutcome } from 'store-logout';

const element = document.createElement('store-logout');
const session = document.createElement('store-session');

element.addEventListener('logged-out', (event) => {
  const detail: LoggedOut = event.detail;
  const server: 'ended' | 'already-ended' | 'redirecting' = event.detail.server;
  // @ts-expect-error: only a failure has a reason
  console.log(detail, server, event.detail.reason);
});
element.addEventListener('failed-logout', (event) => {
  const detail: FailedLogout = event.detail;
  if (event.detail.reason === 'offline') console.log(detail.message);
  // @ts-expect-error: no such reason
  if (event.detail.reason === 'tired') console.log(detail.message);
  // @ts-expect-error: the outcome is frozen
  event.detail.retryable = true;
});
element.addEventListener('before-logout', (event) => {
  const before: BeforeLogoutEvent = event;
  before.waitUntil(Promise.resolve());
  // @ts-expect-error: a promise is what can be waited for
  event.waitUntil(1000);
  // @ts-expect-error: nothing has happened yet
  console.log(event.detail);
});
element.addEventListener('session-change', ({ detail }) => {
  const presence: 'signed-in' | 'signed-out' | 'unknown' = detail;
  console.log(presence);
  // @ts-expect-error: no such state
  if (detail === 'away') console.log(detail);
});

// Wherever they bubble to.
session.addEventListener('logged-out', ({ detail }) => console.log(detail.server));
document.addEventListener('failed-logout', ({ detail }) => console.log(detail.reason));
window.addEventListener('session-change', ({ detail }) => console.log(detail.length));
document.body.addEventListener('logged-out', ({ detail }) => console.log(detail.redirect));

document.querySelector('store-logout')?.addEventListener('logged-out', ({ currentTarget, detail }) => {
  console.log(currentTarget, detail.redirect?.length);
});

function tell(outcome: LogoutOutcome): string {
  // @ts-expect-error: not before it is known to be a failure
  console.log(outcome.message);
  return outcome.ok ? outcome.server : outcome.message;
}
element.logout().then(tell);
