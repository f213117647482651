import { leave, type Navigation, reload, staysOnPage } from '../client/navigation.js';
import { announce } from './events.js';
import type { LoggedOut, LogoutOutcome } from './outcome.js';

/** If the page is still here after this time, its button works again. In ms. */
const LIMIT_MS = 10_000;

/**
 * Leaves the page after a logout, or watches a vendor's SDK leave it. Until the page is gone, further clicks belong to
 * this logout. They count again if the page stays, or when the Back button restores it.
 */
export function depart(
  session: { flight: Promise<LogoutOutcome> | undefined },
  outcome: LoggedOut,
  navigation: Navigation | 'by-sdk',
): void {
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
    // The SDK said that it would leave, but it did not: no request has reached the server yet.
    if (navigation === 'by-sdk' && outcome.redirect) leave({ url: outcome.redirect });
  }, LIMIT_MS);
  addEventListener('pageshow', onShow);
  if (navigation !== 'by-sdk') leave(navigation);
}

/**
 * Dispatches `logged-out` for an end that happened elsewhere. Then the page goes to `redirect`. Without one, a page that
 * Back has restored loads again.
 *
 * @returns whether the page stays
 */
export function tellEnd(outcome: LoggedOut, target: EventTarget | undefined): boolean {
  const { origin, redirect } = outcome;
  if (announce(outcome, target).defaultPrevented) return true;
  const isRestored = origin === 'history';
  if (redirect) leave({ url: redirect }, isRestored);
  else if (isRestored) reload();
  return redirect ? staysOnPage({ url: redirect }) : !isRestored;
}
