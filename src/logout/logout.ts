import { startDeadline, within } from '../client/deadline.js';
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
import { isPromise, type MaybePromise, quietly } from '../tokens/keepers.js';
import type { Change, Found } from '../tokens/session-tokens.js';
import { depart } from './departure.js';
import { type Ending, endSession } from './end-session.js';
import { announce, BeforeLogoutEvent, dispatch, warnOnce } from './events.js';
import { adviceOn, type LogoutOutcome, notAsked, outcomeOf, toldOutcome } from './outcome.js';
import { type PageSession, pageSession } from './page-session.js';

/** The longest delay by `before-logout` listeners, in ms. */
const BEFORE_MS = 5000;
/** The longest time for removing the tokens, in ms. */
const SETTLE_MS = 1000;
/** The part of that time that may exceed `timeout`, in ms. */
const GRACE_MS = 150;
const STOPPED = 'The page or the browser has stopped the logout: reload the page, then log out again.';
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
export function logout(settings: ConnectionSettings, target?: EventTarget): Promise<LogoutOutcome> {
  const connection = resolveConnection(settings);
  const session = pageSession(connection);
  if (session.flight) return session.flight;
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
 * go back to `idle`, in other tabs too. Call it on pages that sign in without a page load, before they store the new
 * token.
 */
export function signedIn(settings: ConnectionSettings): void {
  const connection = resolveConnection(settings);
  const session = pageSession(connection);
  if (!('problem' in connection)) session.connection = connection;
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
  const { tab } = session;
  let ended: Ended | undefined;
  try {
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
  const reason = outcome.ok ? undefined : outcome.reason;
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
  if (!outcome.ok || (event.defaultPrevented && way !== 'by-sdk')) return outcome;
  const next = way ?? (outcome.redirect ? { url: outcome.redirect } : undefined);
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
    const deadline = startDeadline(SETTLE_MS);
    change = await withoutSpeculation(tokensOf({ platform, settings }).removeAll(deadline.signal));
    deadline.end();
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
  session.connection = connection;
  connection.warnings.forEach(warnOnce);
  const deadline = startDeadline(connection.timeout);
  const before = new BeforeLogoutEvent();
  dispatch(before, target);
  const stored = tokensOf(connection);
  const atClick = settings.clearOnFailure ? stored.all('now') : undefined;
  const { begun } = tab;
  const remembered = session.remembered?.begun === begun ? session.remembered.tokens : {};
  // Now, because somebody else may sign in while the listeners delay the request.
  const reading = readNow(() => stored.read());
  // No `await` without a promise, because the request leaves in the click's own task.
  if (before.pending.length) {
    const limit = Math.min(BEFORE_MS, deadline.remaining());
    await within(limit, Promise.allSettled(before.pending), undefined);
  }
  if (before.defaultPrevented) {
    deadline.end();
    return { outcome: notAsked(platform.name, 'cancelled', adviceOn(connection).cancelled, started) };
  }
  const ending = await endSession(connection, reading, remembered, deadline, () => tab.mayGoOn());
  // The page's own token store gets a little time, even if the server has used up all of `timeout`.
  const settling = startDeadline(Math.min(SETTLE_MS, Math.max(deadline.remaining(), 0) + GRACE_MS));
  deadline.end();
  const { outcome, isOver } = await settleTokens(connection, tab, ending, atClick, settling.signal, started);
  settling.end();
  const { verdict, tokens, refreshed = tokens[0] ?? {} } = ending;
  session.remembered = atClick && !isOver ? { tokens: refreshed, begun } : undefined;
  const { navigation, leavingFor } = verdict.is === 'ended' ? verdict : {};
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
    const change = await tab.end(tokens, pair, signal).catch(() => {
      tab.cancel();
      return UNSETTLED;
    });
    return { outcome: outcomeOf(connection, ending, change, started), isOver: true };
  }
  // The refresh may have made the old pair useless.
  if (refreshed && !atClick) await tab.refresh(tokens, refreshed, signal);
  const { isOver, change } = await tab
    .fail(tokens, atClick, signal)
    .catch(() => ({ isOver: false, change: UNSETTLED }));
  if (isOver && change) return { outcome: toldOutcome(connection, 'other-tab', change), isOver };
  return { outcome: outcomeOf(connection, ending, change, started), isOver };
}

/** Reads now. An error becomes a rejected promise, which may stay unhandled. */
function readNow<T>(read: () => MaybePromise<T>): MaybePromise<T> {
  let value: MaybePromise<T>;
  try {
    value = read();
  } catch (error) {
    value = Promise.reject(error);
  }
  if (isPromise(value)) void value.catch(() => undefined);
  return value;
}
