import { leave, reload, staysOnPage } from '../client/navigation.js';
import { announce } from './events.js';
import type { LoggedOut } from './outcome.js';

/**
 * Dispatches `logged-out` and leaves: for `redirect`, else a page that Back has restored is loaded again.
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
