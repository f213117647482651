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

/** The longest that `before-logout` listeners may delay a logout, in ms. */
const BEFORE_MS = 5000;
/** The longest that the page's own token store may take to forget, and the part of it that may exceed `timeout`, in ms. */
const SETTLE_MS = 1000;
const GRACE_MS = 150;
const STOPPED = 'The page or the browser has stopped the logout: reload the page, then log out again.';
const UNSETTLED: Change = {
  isReplaced: false,
  problems: ['The tokens could not be removed: reload the page.'],
};

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
  const connection = resolveConnection(settings);
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
  const connection = resolveConnection(settings);
  const session = pageSession(connection);
  if (!('problem' in connection)) session.connection = connection;
  session.remembered = undefined;
  session.tab.signedIn();
}

/** What comes of a logout that the shopper, asked whether it was meant, has declined. */
export function calledOff({ platform }: ConnectionSettings): LogoutOutcome {
  const name = typeof platform === 'object' ? platform.name : (platform ?? '');
  return notAsked(name, 'cancelled', 'The logout was not confirmed.');
}

/** What a logout came to, and where the platform wants the page to go, or the vendor's SDK is taking it. */
interface Ended {
  readonly outcome: LogoutOutcome;
  readonly way?: Navigation | 'by-sdk' | undefined;
}

/** The whole of one logout, with a net below it: whatever throws, the page hears its event and the flight ends. */
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
  // Free again before the listeners run: one of them may want to try once more.
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
  // What other tabs have done meanwhile is told now.
  quietly(() => tab.look());
  if (!outcome.ok || (event.defaultPrevented && way !== 'by-sdk')) return outcome;
  const next = way ?? (outcome.redirect ? { url: outcome.redirect } : undefined);
  if (next) quietly(() => depart(session, outcome, next));
  return outcome;
}

/** For a connection that cannot work: nothing is sent. */
async function failUnasked(
  { problem, platform }: Unresolved,
  settings: ConnectionSettings,
  tab: Tab,
  started: number,
): Promise<Ended> {
  // Whoever called may add a listener in the same task, as after every other call.
  await Promise.resolve();
  let change: Change | undefined;
  if (platform && settings.clearOnFailure) {
    // Nothing could be sent, so what lies in the places now is what was meant.
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
  // At the click: somebody else may sign in while the listeners are waited for.
  const reading = readNow(() => stored.read());
  // Awaited only if it must be: the request leaves in the click's own task.
  if (before.pending.length) {
    const limit = Math.min(BEFORE_MS, deadline.remaining());
    await within(limit, Promise.allSettled(before.pending), undefined);
  }
  if (before.defaultPrevented) {
    deadline.end();
    return { outcome: notAsked(platform.name, 'cancelled', adviceOn(connection).cancelled, started) };
  }
  const ending = await endSession(connection, reading, remembered, deadline, () => tab.mayGoOn());
  // The page's own token store has a little time even if the server has used up all of it.
  const settling = startDeadline(Math.min(SETTLE_MS, Math.max(deadline.remaining(), 0) + GRACE_MS));
  deadline.end();
  const { outcome, isOver } = await settleTokens(connection, tab, ending, atClick, settling.signal, started);
  settling.end();
  const { verdict, tokens, refreshed = tokens[0] ?? {} } = ending;
  session.remembered = atClick && !isOver ? { tokens: refreshed, begun } : undefined;
  const { navigation, leavingFor } = verdict.is === 'ended' ? verdict : {};
  return { outcome, way: leavingFor === undefined ? navigation : 'by-sdk' };
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
  if (verdict.is !== 'failed') {
    const pair = verdict.is === 'ended' ? verdict.tokens : undefined;
    const change = await tab.end(tokens, pair, signal).catch(() => {
      tab.cancel();
      return UNSETTLED;
    });
    return { outcome: outcomeOf(connection, ending, change, started), isOver: true };
  }
  // The server may have retired the old pair when it gave out the new one.
  if (refreshed && !atClick) await tab.refresh(tokens, refreshed, signal);
  const { isOver, change } = await tab
    .fail(tokens, atClick, signal)
    .catch(() => ({ isOver: false, change: UNSETTLED }));
  if (isOver && change) return { outcome: toldOutcome(connection, 'other-tab', change), isOver };
  return { outcome: outcomeOf(connection, ending, change, started), isOver };
}

/** Reads now; an error is a rejection, which nobody has to hear. */
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
