import { startDeadline, within } from '../client/deadline.js';
import type { Navigation } from '../client/navigation.js';
import type { Platform } from '../platforms/platform.js';
import { remembered } from '../tokens/remembered.js';
import { type Connection, connectionKey, type ConnectionSettings, resolveConnection } from './connection.js';
import { depart } from './departure.js';
import { endSession } from './end-session.js';
import { announce, BeforeLogoutEvent, dispatch } from './events.js';
import { failureMessage } from './messages.js';
import { notAsked } from './not-asked.js';
import { outcomeOf } from './outcome-of.js';
import type { LogoutOutcome } from './outcome.js';
import { type PageSession, pageSession, showState } from './page-session.js';
import { guardCleared, publishEnd, publishSignIn } from '../tabs/session-watch.js';
import { clearTokens, sessionTokens, settleTokens } from './settle-tokens.js';
import { warnOnce } from './warn.js';

/** The longest that `before-logout` listeners may delay a logout. */
const BEFORE_LIMIT_MS = 5000;

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
  const session = pageSession(keyOf(connection));
  if (session.flight) return session.flight;
  // In place before anything runs, so that a listener that calls `logout()` joins this one.
  let settle!: (outcome: Promise<LogoutOutcome>) => void;
  const flight = new Promise<LogoutOutcome>((resolve) => {
    settle = resolve;
  });
  session.flight = flight;
  settle(new Run(settings, session, target).start(connection));
  return flight;
}

/** What everything on this page with the same connection shares. */
export function sessionOf(settings: ConnectionSettings): PageSession {
  return pageSession(keyOf(resolveConnection(settings, currentPage())));
}

/**
 * The page's word that somebody has just signed in, so that nothing of the new session is taken for the old one's:
 * for pages that sign in without being loaded anew. Elements go back to `idle`, in other tabs too.
 */
export function signedIn(settings: ConnectionSettings): void {
  publishSignIn(sessionOf(settings));
}

/** What comes of a logout that the shopper, asked whether it was meant, has declined. */
export function calledOff({ platform }: ConnectionSettings): LogoutOutcome {
  const name = typeof platform === 'object' ? platform.name : (platform ?? '');
  return notAsked(name, 'cancelled', 'The shopper chose to stay logged in.', performance.now());
}

function currentPage(): string {
  return globalThis.location?.href ?? 'about:blank';
}

type Resolved = ReturnType<typeof resolveConnection>;

function keyOf(connection: Resolved): string {
  return 'problem' in connection ? connection.problem : connectionKey(connection);
}

/** One logout, from the call to the event. */
class Run {
  readonly #settings: ConnectionSettings;
  readonly #session: PageSession;
  readonly #target: EventTarget | undefined;
  readonly #started = performance.now();

  constructor(settings: ConnectionSettings, session: PageSession, target: EventTarget | undefined) {
    this.#settings = settings;
    this.#session = session;
    this.#target = target;
  }

  async start(connection: Resolved): Promise<LogoutOutcome> {
    if ('problem' in connection) return this.#misconfigured(connection);
    connection.warnings.forEach(warnOnce);
    showState(this.#session, 'busy');

    const before = new BeforeLogoutEvent();
    dispatch(before, this.#target);
    // Awaited only if it must be: the request leaves in the click's own task.
    if (before.pending.length) await within(BEFORE_LIMIT_MS, Promise.allSettled(before.pending), undefined);
    if (before.defaultPrevented) {
      this.#session.flight = undefined;
      showState(this.#session, 'idle');
      const message = failureMessage('cancelled', connection);
      return notAsked(connection.platform.name, 'cancelled', message, this.#started);
    }
    return this.#logout(connection);
  }

  async #misconfigured({
    problem,
    platform,
  }: Extract<Resolved, { problem: string }>): Promise<LogoutOutcome> {
    // Whoever called may add a listener in the same task, as after every other call.
    await Promise.resolve();
    warnOnce(problem);
    const settings = this.#settings;
    const settled =
      platform && settings.clearOnFailure
        ? await clearTokens(sessionTokens({ platform, settings }))
        : undefined;
    const name = platform?.name ?? '';
    return this.#finish(notAsked(name, 'misconfigured', problem, this.#started, settled), platform);
  }

  async #logout(connection: Connection): Promise<LogoutOutcome> {
    const key = keyOf(connection);
    const stored = sessionTokens(connection);
    const deadline = startDeadline(connection.timeout);
    const ending = await endSession(connection, () => orElse(stored.read(), remembered.get(key)), deadline);
    deadline.end();
    const settled = await settleTokens(connection, ending, stored);
    const outcome = outcomeOf(connection, ending, settled, this.#started);

    if (outcome.ok) {
      const pair = ending.verdict.is === 'ended' ? ending.verdict.tokens : undefined;
      publishEnd(this.#session, connection, { pair, tokens: ending.tokens });
    } else if (this.#settings.clearOnFailure) {
      remembered.set(key, ending.tokens);
      guardCleared(this.#session, connection, ending.tokens);
    }
    if (!outcome.ok && (outcome.reason === 'insecure' || outcome.reason === 'misconfigured')) {
      warnOnce(outcome.message);
    }
    const { verdict } = ending;
    const isTakenAway = verdict.is === 'ended' && verdict.leavingFor !== undefined;
    const navigation = verdict.is === 'ended' ? verdict.navigation : undefined;
    return this.#finish(outcome, connection.platform, isTakenAway ? 'by-sdk' : navigation);
  }

  /** Shows the outcome, dispatches its event, and leaves the page: by `navigation`, else for the redirect, if any. */
  #finish(
    outcome: LogoutOutcome,
    platform: Platform | undefined,
    navigation?: Navigation | 'by-sdk',
  ): LogoutOutcome {
    const session = this.#session;
    // Free again before the listeners run: one of them may want to try once more.
    session.flight = undefined;
    showState(session, outcome.ok ? 'done' : 'failed', outcome);
    if (!outcome.ok) quietly(() => platform?.onFailed?.(outcome, this.#settings.sdk));
    const event = announce(outcome, this.#target);
    if (!outcome.ok || (event.defaultPrevented && navigation !== 'by-sdk')) return outcome;
    const way = navigation ?? (outcome.redirect ? { url: outcome.redirect } : undefined);
    if (way) quietly(() => depart(session, outcome, way));
    return outcome;
  }
}

/** What is done besides the logout must not change its outcome. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // As above.
  }
}

function orElse<T>(found: T | undefined | Promise<T | undefined>, otherwise: T | undefined) {
  return found instanceof Promise ? found.then((value) => value ?? otherwise) : (found ?? otherwise);
}
