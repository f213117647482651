import { leave, type Navigation, staysOnPage } from '../client/navigation.js';
import type { LoggedOut } from './outcome.js';
import type { PageSession } from './page-session.js';

/** How long a page that is being left may stay before its button works again, in ms. */
const LIMIT_MS = 10_000;

/**
 * Leaves the page after a logout, or watches a vendor's SDK leave it. Until it is gone, further clicks belong to
 * this logout; they count again if the page stays, or when the Back button brings it back.
 */
export function depart(session: PageSession, outcome: LoggedOut, navigation: Navigation | 'by-sdk'): void {
  if (navigation !== 'by-sdk' && staysOnPage(navigation)) {
    leave(navigation);
    return;
  }
  const over = Promise.resolve(outcome);
  session.flight = over;
  const free = (): void => {
    clearTimeout(timer);
    removeEventListener('pageshow', onShow);
    if (session.flight === over) session.flight = undefined;
  };
  const onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) free();
  };
  const timer = setTimeout(() => {
    free();
    // The SDK said that it would leave, and did not: nothing has reached the server yet.
    if (navigation === 'by-sdk' && outcome.redirect) leave({ url: outcome.redirect });
  }, LIMIT_MS);
  addEventListener('pageshow', onShow);
  if (navigation !== 'by-sdk') leave(navigation);
}
