import { leave, type Navigation, staysOnPage } from '../client/navigation.js';
import { warnOnce } from './events.js';
import { type LoggedOut, notAsked } from './outcome.js';
import type { PageSession } from './page-session.js';

/** If the page is still here after this time, its button works again. In ms. */
const LIMIT_MS = 10_000;
const STAYED = 'Something has stopped the navigation that ends the session.';

/** How the page is left: `by-sdk`: the vendor's SDK does it; `by-page`: a listener has stopped it, and may do it itself. */
type Way = Navigation | 'by-sdk' | 'by-page';

/**
 * Leaves the page after a logout, or watches a vendor's SDK leave it. Until the page is gone, further clicks belong to
 * this logout. They count again if the page stays, or when the Back button restores it.
 */
export function depart(session: PageSession, outcome: LoggedOut, way: Way): void {
  const isEnd = outcome.server === 'redirecting';
  if (typeof way === 'object' && !isEnd && staysOnPage(way)) return leave(way);
  const over = Promise.resolve(outcome);
  session.flight = over;
  // It shows `busy` again if the navigation is what ends the session.
  session.show(outcome);
  const { begun } = session.tab;
  const free = (): void => {
    clearTimeout(timer);
    removeEventListener('pagehide', free);
    if (session.flight === over) session.flight = undefined;
  };
  const timer = setTimeout(() => {
    free();
    // Somebody has signed in, or logged out once more.
    if (session.outcome !== outcome || session.tab.begun !== begun) return;
    // The SDK said that it would leave, but it did not: no request has reached the server yet.
    if (way === 'by-sdk' && outcome.redirect) return depart(session, outcome, { url: outcome.redirect });
    if (!isEnd) return;
    warnOnce(STAYED);
    void session.tab.fail([], undefined, AbortSignal.abort());
    session.show(notAsked(outcome.platform, 'timeout', STAYED));
  }, LIMIT_MS);
  addEventListener('pagehide', free);
  if (typeof way === 'object') leave(way);
}
