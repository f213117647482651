import { startDeadline, within } from '../client/deadline.js';
import type { Navigation } from '../client/navigation.js';
import { preventSilentSignIn } from '../client/silent-sign-in.js';
import { tokensOf } from '../connection/connection-tokens.js';
import {
  type Connection,
  type ConnectionSettings,
  resolveConnection,
  type Unresolved,
} from '../connection/connection.js';
import type { Platform } from '../platforms/platform.js';
import type { Tab } from '../tabs/tab.js';
import type { Change, Found } from '../tokens/session-tokens.js';
import { depart } from './departure.js';
import { endSession } from './end-session.js';
import type { Ending } from './ending.js';
import { announce, BeforeLogoutEvent, dispatch } from './events.js';
import { failureMessage, notAsked, outcomeOf, toldOutcome } from './outcome-of.js';
import type { LogoutOutcome } from './outcome.js';
import { currentPage, type PageSession, pageSession, sessionOf } from './page-session.js';
import { warnOnce } from './warn.js';

/** The longest that `before-logout` listeners may delay a logout, in ms. */
const BEFORE_MS = 5000;
/** The longest that the page's own token store may take to forget, and the part of it that may exceed `timeout`, in ms. */
const SETTLE_MS = 1000;
const GRACE_MS = 150;

/**
 * Signs out: tells the platform, settles the tokens on this device, dispatches one of `logged-out` and
 * `failed-logout`, then navigates if asked to. Never rejects. While a logout of the same connection is in flight,
 * its promise is returned and nothing else happens.
 *
 * @param settings the connection, as on the elements
 * @param target where the events are dispatched; the document if none
 * @returns {Promise<LogoutOutcome>} the outcome, as in the event's `detail`
 */
export function logout(settings: ConnectionSettings, target?: EventTarget): Promise<LogoutOutcome> {
  const connection = resolveConnection(settings, currentPage());
  const session = pageSession(connection);
  if (session.flight) return session.flight;
  // In place before anything runs, so that a listener that calls `logout()` joins this one.
  let settle!: (outcome: Promise<LogoutOutcome>) => void;
  const flight = new Promise<LogoutOutcome>((resolve) => {
    settle = resolve;
  });
  session.flight = flight;
  settle(run(settings, connection, session, target));
  return flight;
}

/**
 * The page's word that somebody has just signed in: nothing of the new session is taken for the old one's, and the
 * elements go back to `idle`, in other tabs too. For pages that sign in without being loaded anew, to be called before
 * they store the new token.
 */
export function signedIn(settings: ConnectionSettings): void {
  const session = sessionOf(settings);
  const connection = resolveConnection(settings, currentPage());
  if (!('problem' in connection)) session.connection = connection;
  session.remembered = undefined;
  session.tab.signedIn();
}

/** What comes of a logout that the shopper, asked whether it was meant, has declined. */
export function calledOff({ platform }: ConnectionSettings): LogoutOutcome {
  const name = typeof platform === 'object' ? platform.name : (platform ?? '');
  return notAsked(name, 'cancelled', 'The shopper chose to stay logged in.', performance.now());
}

/** The whole of one logout, with a net below it: whatever throws, the page hears its event and the flight ends. */
async function run(
  settings: ConnectionSettings,
  resolved: Connection | Unresolved,
  session: PageSession,
  target: EventTarget | undefined,
): Promise<LogoutOutcome> {
  const started = performance.now();
  const { platform } = resolved;
  let ended: Ended | undefined;
  try {
    session.tab.click();
    ended =
      'problem' in resolved
        ? await failUnasked(resolved, settings, session, started)
        : await logOut(resolved, session, target, started);
  } catch {
    const message = 'The page or the browser has stopped the logout: reload the page, then log out again.';
    ended = { outcome: notAsked(platform?.name ?? '', 'misconfigured', message, started) };
    quietly(() => session.tab.cancel());
  }
  const { outcome, navigation } = ended;
  // Free again before the listeners run: one of them may want to try once more.
  session.flight = undefined;
  if (!outcome.ok && outcome.reason === 'cancelled') return outcome;
  if (!outcome.ok) {
    if (outcome.reason === 'insecure' || outcome.reason === 'misconfigured') warnOnce(outcome.message);
    quietly(() => platform?.onFailed?.(outcome, settings.sdk));
  }
  quietly(() => session.show(outcome));
  const event = announce(outcome, target);
  // What other tabs have done meanwhile is told now.
  quietly(() => session.tab.look());
  if (!outcome.ok || (event.defaultPrevented && navigation !== 'by-sdk')) return outcome;
  const way = navigation ?? (outcome.redirect ? { url: outcome.redirect } : undefined);
  if (way) quietly(() => depart(session, outcome, way));
  return outcome;
}

/** What a logout came to, and where the platform wants the page to go, or the vendor's SDK is taking it. */
interface Ended {
  readonly outcome: LogoutOutcome;
  readonly navigation?: Navigation | 'by-sdk' | undefined;
}

/** For a connection that cannot work: nothing is sent. */
async function failUnasked(
  { problem, platform }: Unresolved,
  settings: ConnectionSettings,
  session: PageSession,
  started: number,
): Promise<Ended> {
  // Whoever called may add a listener in the same task, as after every other call.
  await Promise.resolve();
  const change = platform && settings.clearOnFailure ? await clearAll(platform, settings) : undefined;
  await session.tab.fail([], undefined, AbortSignal.abort());
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
  const remembered = session.remembered?.begun === begun ? session.remembered.tokens : undefined;
  // At the click: somebody else may sign in while the listeners are waited for.
  const read = readNow(() => orElse(stored.read(), remembered));
  // Awaited only if it must be: the request leaves in the click's own task.
  if (before.pending.length) {
    const limit = Math.min(BEFORE_MS, deadline.remaining());
    await within(limit, Promise.allSettled(before.pending), undefined);
  }
  if (before.defaultPrevented) {
    deadline.end();
    session.flight = undefined;
    tab.cancel();
    const message = failureMessage('cancelled', connection);
    return { outcome: notAsked(platform.name, 'cancelled', message, started) };
  }
  const ending = await endSession(connection, read, deadline, () => tab.mayGoOn());
  // The page's own token store has a little time even if the server has used up all of it.
  const settling = startDeadline(Math.min(SETTLE_MS, Math.max(deadline.remaining(), 0) + GRACE_MS));
  deadline.end();
  const { outcome, isOver } = await settleTokens(connection, tab, ending, atClick, settling.signal, started);
  settling.end();
  const mayRetry = atClick && !isOver;
  session.remembered = mayRetry ? { tokens: ending.refreshed ?? ending.tokens[0] ?? {}, begun } : undefined;
  const { verdict } = ending;
  const isTakenAway = verdict.is === 'ended' && verdict.leavingFor !== undefined;
  const navigation = verdict.is === 'ended' ? verdict.navigation : undefined;
  return { outcome, navigation: isTakenAway ? 'by-sdk' : navigation };
}

/** Removes, replaces or keeps the tokens as the ending asks for, and puts together what is told. */
async function settleTokens(
  connection: Connection,
  tab: Tab,
  ending: Ending,
  atClick: readonly Found[] | undefined,
  signal: AbortSignal,
  started: number,
): Promise<{ outcome: LogoutOutcome; isOver: boolean }> {
  const { verdict, tokens, refreshed } = ending;
  const failed: Change = {
    isReplaced: false,
    problems: ['The tokens could not be removed: reload the page.'],
  };
  if (verdict.is !== 'failed') {
    const pair = verdict.is === 'ended' ? verdict.tokens : undefined;
    const change = await tab.end(tokens, pair, signal).catch(() => {
      tab.cancel();
      return failed;
    });
    return { outcome: outcomeOf(connection, ending, change, started), isOver: true };
  }
  // The server may have retired the old pair when it gave out the new one.
  if (refreshed && !atClick) await tab.refresh(tokens, refreshed, signal);
  const { isOver, change } = await tab
    .fail(tokens, atClick, signal)
    .catch(() => ({ isOver: false, change: failed }));
  if (isOver && change) return { outcome: toldOutcome(connection, 'other-tab', change), isOver };
  return { outcome: outcomeOf(connection, ending, change, started), isOver };
}

/** Nothing could be sent, so what lies in the places now is what was meant. */
async function clearAll(platform: Platform, settings: ConnectionSettings): Promise<Change> {
  preventSilentSignIn();
  const deadline = startDeadline(SETTLE_MS);
  const stored = tokensOf({ platform, settings });
  const { isReplaced, problems } = await stored.remove(() => true, deadline.signal);
  const rest = await stored.removeRest(deadline.signal);
  deadline.end();
  return { isReplaced, problems: [...problems, ...rest] };
}

/** What is done besides the logout must not change its outcome. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // As above.
  }
}

/** Reads now, and gives what came of it when it is asked for: a value, a promise, or the error. */
function readNow<T>(read: () => T | Promise<T>): () => T | Promise<T> {
  try {
    const value = read();
    // Nobody may ask any more.
    if (value instanceof Promise) void value.catch(() => undefined);
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function orElse<T>(found: T | undefined | Promise<T | undefined>, otherwise: T | undefined) {
  return found instanceof Promise ? found.then((value) => value ?? otherwise) : (found ?? otherwise);
}
