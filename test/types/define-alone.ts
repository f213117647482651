// The types of the events by the entry that registers the tags, and by nothing else: looked at as a program of its own.
import 'store-logout/define.js';

document.querySelector('store-logout')?.addEventListener('logged-out', ({ detail }) => {
  const server: 'ended' | 'already-ended' | 'redirecting' = detail.server;
  console.log(server);
});
document.addEventListener('failed-logout', ({ detail }) => console.log(detail.reason.length, detail.message));
window.addEventListener('session-change', ({ detail }) => console.log(detail.length));
document.body.addEventListener('before-logout', (event) => event.waitUntil(Promise.resolve()));
// @ts-expect-error: no such member
document.addEventListener('logged-out', ({ detail }) => console.log(detail.reason));
