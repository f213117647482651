import { startDeadline, within } from '../client/deadline.js';
import { quietly } from '../client/json.js';
import type { Navigation } from '../client/navigation.js';
import { preventSilentSignIn } from '../client/silent-sign-in.js';
import { withoutSpeculation } from '../client/speculation.js';
import { tokensOf } from '../connection/connection-tokens.js';
import {
  type Connection,
  type ConnectionSettings,
  type Resolved,
  resolveConnection,
  type Unresolved,
} from '../connection/connection.js';
import type { Tab } from '../tabs/tab.js';
import { isSome, readNow } from '../tokens/keepers.js';
import type { Change, Found } from '../tokens/session-tokens.js';
import { depart } from './departure.js';
import { type Ending, endSession, OVERTAKEN } from './end-session.js';
import { announce, BeforeLogoutEvent, dispatch, warnOnce } from './events.js';
import { adviceOn, type LogoutOutcome, notAsked, outcomeOf, toldOutcome } from './outcome.js';
import { type PageSession, pageSession } from './page-session.js';

/** The longest delay by `before-logout` listeners, in ms. */
const BEFORE_MS = 5000;
/** The longest time for removing the tokens, in ms. */
const SETTLE_MS = 1000;
/** The part of that time that may exceed `timeout`, in ms. */
const GRACE_MS = 150;
/** How long the page then looks for late tokens where this logout has removed some, in ms. */
const LATE_MS = 10_000;
const STOPPED = 'The page or the browser has stopped the logout: reload the page, then log out again.';
const TOO_LATE = { is: 'failed', reason: 'rejected', server: 'unknown', message: OVERTAKEN } as const;
const UNSETTLED: Change = {
  isReplaced: false,
  problems: ['The tokens could not be removed: reload the page.'],
};

/**
 * Signs out: ends the session at the platform, settles the tokens on this device, dispatches `logged-out` or
 * `failed-logout`, and then goes to `redirect`. Never rejects. While a logout of the same connection is under way, it
 * returns that one's promise and does nothing else.
 *
 * @param settings the connection, as on the elements
 * @param target where the events are dispatched; the document if none
 * @returns {Promise<LogoutOutcome>} the outcome, as in the event's `detail`
 */
export function logout(settings: ConnectionSettings = {}, target?: EventTarget): Promise<LogoutOutcome> {
  const connection = resolveConnection(settings);
  const session = pageSession(connection);
  if (session.flight) return session.flight;
  const member = [...session.members].find((each) => target && each.target === target);
  session.teller = member && new WeakRef(member);
  // Set before anything runs, so that a listener that calls `logout()` joins this one.
  let settle!: (outcome: Promise<LogoutOutcome>) => void;
  const flight = new Promise<LogoutOutcome>((resolve) => {
    settle = resolve;
  });
  session.flight = flight;
  settle(run(settings, connection, session, target));
  return flight;
}

/**
 * Tells the library that somebody has just signed in. It then treats nothing of the new session as old, and the elements
 * go back to `idle`, in other tabs too. Call it on pages that sign in without a page load, right before they store the new
 * token: in the same task, so that the elements find it.
 */
export function signedIn(settings: ConnectionSettings): void {
  const connection = resolveConnection(settings);
  const session = pageSession(connection);
  if (session.countsUntil < Infinity && !('problem' in connection)) {
    // Only a logout under way goes on, with its own settings. A page that should have been left has stayed.
    session.flight = undefined;
    session.connection = connection;
    session.countsUntil = 0;
  }
  if ('problem' in connection) warnOnce(`signedIn() announces nothing. ${connection.problem}`);
  session.remembered = undefined;
  session.tab.signedIn();
}

/** The outcome if the shopper answers the question of `confirm` with no. */
export function calledOff({ platform }: ConnectionSettings): LogoutOutcome {
  const name = typeof platform === 'object' ? platform.name : (platform ?? '');
  return notAsked(name, 'cancelled', 'The logout was not confirmed.');
}

/** The outcome of a logout, and where the page must go. `by-sdk`: the vendor's SDK takes the page away. */
interface Ended {
  readonly outcome: LogoutOutcome;
  readonly way?: Navigation | 'by-sdk' | undefined;
}

/** One whole logout. Whatever throws, the page hears its event and the next click counts. */
async function run(
  settings: ConnectionSettings,
  resolved: Resolved,
  session: PageSession,
  target: EventTarget | undefined,
): Promise<LogoutOutcome> {
  const started = performance.now();
  const { platform } = resolved;
  const { tab, outcome: before } = session;
  const { begun } = tab;
  let ended: Ended | undefined;
  try {
    if (!('problem' in resolved)) session.connection = resolved;
    session.countsUntil = Infinity;
    tab.click();
    ended =
      'problem' in resolved
        ? await failUnasked(resolved, settings, tab, started)
        : await logOut(resolved, session, target, started);
  } catch {
    // Told below.
  }
  const { outcome, way } = ended ?? {
    outcome: notAsked(platform?.name ?? '', 'misconfigured', STOPPED, started),
  };
  // Before the listeners run, because one of them may log out once more.
  session.flight = undefined;
  session.countsUntil = outcome.local === 'kept' ? 0 : performance.now() + LATE_MS;
  const reason = outcome.ok ? undefined : outcome.reason;
  // The page shows the earlier failure again.
  if (reason === 'cancelled') session.outcome = before;
  if (!ended || reason === 'cancelled') quietly(() => tab.cancel());
  if (reason === 'cancelled') return outcome;
  if (!outcome.ok) {
    if (reason === 'insecure' || reason === 'misconfigured') warnOnce(outcome.message);
    quietly(() => platform?.onFailed?.(outcome, settings.sdk));
  }
  quietly(() => session.show(outcome));
  const event = announce(outcome, target);
  // A logout in another tab may have waited for this one's end.
  quietly(() => tab.look());
  if (!outcome.ok) return outcome;
  const isEnd = outcome.server === 'redirecting';
  const isStopped = event.defaultPrevented && way !== 'by-sdk';
  // A navigation would end the session of somebody who has signed in while the tokens were settled.
  if ((isStopped && !isEnd) || (isEnd && way !== 'by-sdk' && tab.begun !== begun)) return outcome;
  const next = isStopped ? 'by-page' : (way ?? (outcome.redirect ? { url: outcome.redirect } : undefined));
  if (next) quietly(() => depart(session, outcome, next));
  return outcome;
}

/** For a connection with a problem: sends nothing. */
async function failUnasked(
  { problem, platform }: Unresolved,
  settings: ConnectionSettings,
  tab: Tab,
  started: number,
): Promise<Ended> {
  // The caller may add a listener in the same task, as after any other call.
  await Promise.resolve();
  let change: Change | undefined;
  if (platform && settings.clearOnFailure) {
    // No request took any time, so the tokens in the places are those of the click.
    preventSilentSignIn();
    const removal = tokensOf({ platform, settings }).removeAll(AbortSignal.timeout(SETTLE_MS));
    change = await withoutSpeculation(removal);
  }
  await tab.fail([], undefined, AbortSignal.abort());
  return { outcome: notAsked(platform?.name ?? '', 'misconfigured', problem, started, change) };
}

async function logOut(
  connection: Connection,
  session: PageSession,
  target: EventTarget | undefined,
  started: number,
): Promise<Ended> {
  const { platform, settings } = connection;
  const { tab } = session;
  connection.warnings.forEach(warnOnce);
  const deadline = startDeadline(connection.timeout);
  const before = new BeforeLogoutEvent();
  dispatch(before, target);
  const stored = tokensOf(connection);
  const atClick = settings.clearOnFailure ? stored.all('now') : undefined;
  const { begun } = tab;
  const remembered = session.remembered?.begun === begun ? session.remembered.tokens : undefined;
  // Now, because somebody else may sign in while the listeners delay the request.
  const reading = readNow(() => stored.read());
  // No `await` without a promise, because the request leaves in the click's own task.
  if (before.pending.length) {
    // The request needs time, too.
    const limit = Math.min(BEFORE_MS, deadline.remaining() * 0.75);
    await within(limit, Promise.allSettled(before.pending), undefined);
  }
  if (before.defaultPrevented) {
    deadline.end();
    return { outcome: notAsked(platform.name, 'cancelled', adviceOn(connection).cancelled, started) };
  }
  const reached = await endSession(connection, reading, remembered, deadline, () => tab.mayGoOn());
  // A navigation would end the session of somebody who has signed in since the click.
  const isLate = reached.verdict.is === 'ended' && reached.verdict.navigation && !tab.mayGoOn();
  const ending: Ending = isLate ? { ...reached, verdict: TOO_LATE } : reached;
  // The page's own token store gets a little time, even if the server has used up all of `timeout`.
  const settling = startDeadline(Math.min(SETTLE_MS, Math.max(deadline.remaining(), 0) + GRACE_MS));
  deadline.end();
  const { outcome, isOver } = await settleTokens(connection, tab, ending, atClick, settling.signal, started);
  settling.end();
  const { verdict } = ending;
  const { navigation, leavingFor } = verdict.is === 'ended' ? verdict : {};
  // The vendor's SDK may drop its tokens after a failure, as `clear-on-failure` does. A page that must be left may stay.
  const latest = ending.tokens.findLast(isSome) ?? remembered;
  session.remembered = latest && (!isOver || navigation) ? { tokens: latest, begun } : undefined;
  return { outcome, way: leavingFor === undefined ? navigation : 'by-sdk' };
}

/** Removes, replaces or keeps the tokens as the ending demands, and makes the outcome. */
async function settleTokens(
  connection: Connection,
  tab: Tab,
  ending: Ending,
  atClick: readonly Found[] | undefined,
  signal: AbortSignal,
  started: number,
): Promise<{ outcome: LogoutOutcome; isOver: boolean }> {
  const { verdict, tokens, refreshed } = ending;
  if (verdict.is !== 'failed') {
    const pair = verdict.is === 'ended' ? verdict.tokens : undefined;
    // Without a request, nobody was signed in here. Another tab may have a session in its memory.
    const isAsked = verdict.is === 'ended' || verdict.status !== undefined;
    const change = await tab.end(isAsked, tokens, pair, signal).catch(() => {
      tab.cancel();
      return UNSETTLED;
    });
    return { outcome: outcomeOf(connection, ending, change, started), isOver: true };
  }
  // The refresh may have made the old pair useless.
  if (refreshed && !atClick) await tab.tokens.refresh(tokens, refreshed, signal);
  const { isOver, change } = await tab
    .fail(tokens, atClick, signal)
    .catch(() => ({ isOver: false, change: UNSETTLED }));
  if (isOver && change) return { outcome: toldOutcome(connection, 'other-tab', change), isOver };
  return { outcome: outcomeOf(connection, ending, change, started), isOver };
}
