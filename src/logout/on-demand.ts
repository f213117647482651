import { findPlatform, knownPlatforms, registerPlatform } from '../platforms/registry.js';
import { hasEpoch } from '../tabs/epochs.js';
import type { ConnectionSettings } from './connection.js';
import { announceFailure } from './events.js';
import { notAsked } from './not-asked.js';
import type { LogoutOutcome } from './outcome.js';

/** All that only a logout needs. */
export type Everything = typeof import('./everything.js');
type BuiltIn = typeof import('../platforms/all.js');

/** The longest that loading may take where `timeout` says nothing, in ms. */
const LIMIT_MS = 8000;

let everything: Everything | undefined;
let loading: Promise<Everything> | undefined;
/** How often loading has failed. */
let failures = 0;
/** Loads both by another address. */
let loadAgain: ((attempt: number) => Promise<Everything & BuiltIn>) | undefined;
/** Loads the built-in platforms; none where they are here already, or the page brings its own. */
let loadBuiltIn: (() => Promise<BuiltIn>) | undefined;
let hasBuiltIn = false;
/** Whether everything will be loaded after the page. */
let isWaiting = false;
const NOT_LOADED =
  'Nothing was sent, because a file of the library could not be loaded: connect, or put it where it belongs.';
/** Who wants to know when everything has been loaded. */
const listeners = new Set<() => void>();
/** Logouts that wait for what they need. */
const waiting = new Map<string, Promise<LogoutOutcome>>();

/** Has the built-in platforms loaded with everything else. */
export function offerPlatforms(source: () => Promise<BuiltIn>): void {
  if (!hasBuiltIn) loadBuiltIn = source;
}

/** What {@link load} loads, handed over by a page that has it already. */
export function provide(all: Everything, platforms?: BuiltIn): void {
  everything = all;
  all.sharePlatforms(knownPlatforms());
  if (platforms) {
    hasBuiltIn = true;
    loadBuiltIn = undefined;
    // The page's own registrations come before ours.
    for (const platform of platforms.builtInPlatforms) {
      if (!findPlatform(platform.name)) registerPlatform(platform);
    }
  }
  if (!loaded()) return;
  // Before a logout that has waited for it begins: whoever shows it must have joined.
  const waiting = [...listeners];
  listeners.clear();
  for (const listener of waiting) listener();
}

/** What {@link load} has loaded: with it, a logout begins in the very task in which it is asked for. */
export function loaded(): Everything | undefined {
  return loadBuiltIn ? undefined : everything;
}

/**
 * Has a later attempt use another address. Chromium and Firefox remember for as long as the page lives that a module
 * could not be loaded (https://github.com/whatwg/html/issues/6768).
 */
export function retryBy(source: (attempt: number) => Promise<Everything & BuiltIn>): void {
  loadAgain = source;
}

/** Loads what a page can do without until somebody logs out. After a failure, the next call tries again. */
export function load(): Promise<Everything> {
  loading ??= attempt().then(
    ([all, platforms]) => {
      provide(all, platforms);
      loading = undefined;
      // The platforms may have been asked for in the meantime.
      return loaded() ?? load();
    },
    (error: unknown) => {
      failures++;
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

async function attempt(): Promise<[Everything, BuiltIn | undefined]> {
  if (!failures || !loadAgain) return Promise.all([import('./everything.js'), loadBuiltIn?.()]);
  const both = await loadAgain(failures);
  return [both, both];
}

/** Calls `listener` as soon as everything is there, which may be now; the answer takes that back. */
export function whenLoaded(listener: () => void): () => void {
  if (loaded()) listener();
  else listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Loads everything when the page itself has been loaded, so that it is there before somebody clicks and delays nothing;
 * at once where somebody has logged out on this device before: the page may be one that must not be seen any more.
 */
export function loadSoon(): void {
  if (document.readyState === 'complete' || hasEpoch()) withEverything(ignore);
  else if (!isWaiting) {
    isWaiting = true;
    addEventListener('load', () => withEverything(ignore), { once: true });
  }
}

/** Gets ready for a logout that somebody may want soon: sends nothing. */
export function warmUp(settings: ConnectionSettings): void {
  withEverything((all) => all.warmUp(settings));
}

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
  const all = loaded();
  if (all) return all.logout(settings, target);
  const key = JSON.stringify([nameOf(settings), settings.baseUrl, settings.storeId, settings.clientId]);
  let flight = waiting.get(key);
  if (!flight) {
    flight = loadAndLogout(settings, target).finally(() => waiting.delete(key));
    waiting.set(key, flight);
  }
  return flight;
}

/**
 * The page's word that somebody has just signed in, so that nothing of the new session is taken for the old one's:
 * for pages that sign in without being loaded anew. Elements go back to `idle`, in other tabs too.
 */
export function signedIn(settings: ConnectionSettings): void {
  withEverything((all) => all.signedIn(settings));
}

/** What comes of a logout that the shopper, asked whether it was meant, has declined. */
export function calledOff(settings: ConnectionSettings): LogoutOutcome {
  const message = 'The shopper was asked first and chose to stay logged in.';
  return notAsked(nameOf(settings), 'cancelled', message, performance.now());
}

function withEverything(action: (all: Everything) => void): void {
  const all = loaded();
  if (all) action(all);
  else load().then(action, ignore);
}

async function loadAndLogout(settings: ConnectionSettings, target?: EventTarget): Promise<LogoutOutcome> {
  const started = performance.now();
  const wanted = Number(settings.timeout ?? LIMIT_MS);
  const isUsable = wanted > 0 && wanted < 2 ** 31;
  const limit = isUsable ? wanted : LIMIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit);
  });
  const all = await Promise.race([load(), tooLate]).catch(ignore);
  clearTimeout(timer);
  if (all) {
    // The time is for the whole logout. What cannot be used is told by the rest.
    const rest = Math.max(limit - (performance.now() - started), 1);
    return all.logout(isUsable ? { ...settings, timeout: rest } : settings, target);
  }
  const isOffline = globalThis.navigator?.onLine === false;
  const reason = isOffline ? 'offline' : performance.now() - started < limit ? 'network' : 'timeout';
  console.warn(`<store-logout>: ${NOT_LOADED}`);
  // A page that cannot ask again has to be loaded anew, which is what the shopper is then told.
  const canRetry = failures < 2 || loadAgain !== undefined;
  const outcome = notAsked(nameOf(settings), reason, NOT_LOADED, started, undefined, canRetry);
  announceFailure(outcome, target);
  return outcome;
}

function nameOf({ platform }: ConnectionSettings): string {
  return typeof platform === 'object' ? platform.name : (platform ?? '');
}

function ignore(): void {
  // What could not be loaded is tried again when it is needed.
}
