import { reload } from '../client/reload.js';
import type { Platform } from '../platforms/platform.js';
import { hasEpoch } from '../tabs/epoch-keys.js';
import type { ConnectionSettings } from './connection.js';
import { announceFailure } from './events.js';
import { importEverything } from './import-everything.js';
import { notAsked } from './not-asked.js';
import type { LogoutOutcome } from './outcome.js';
import { DEFAULT_TIMEOUT, usableTimeout } from './timeout.js';

/** All that only a logout needs. */
export type Everything = (typeof import('./everything.js'))['everything'];
type BuiltIn = typeof import('../platforms/all.js');
/** The file for a script tag loads both at once. */
type Rest = typeof import('./everything.js') & Partial<BuiltIn>;

/** The longest that a page stays hidden of which nobody can tell whether it is an old one, in ms. */
const HIDDEN_MS = 3000;
const NOT_LOADED = 'Nothing was sent: connect, or put the missing file of the library in its place.';

let everything: Everything | undefined;
let loading: Promise<Everything> | undefined;
/** How often loading has failed. */
let failures = 0;
/** Loads the built-in platforms; none where they are here already, or the page brings its own. */
let loadBuiltIn: (() => Promise<BuiltIn>) | undefined;
let hasBuiltIn = false;
/** Whether everything will be there without anybody's asking. */
let isComing = false;
/** Who wants to know when everything has been loaded, or that it could not. */
const listeners = new Set<() => void>();
/** Logouts that wait for what they need. */
const waiting = new Map<string, Promise<LogoutOutcome>>();

/** Has the built-in platforms loaded with everything else. */
export function offerPlatforms(source: () => Promise<BuiltIn>): void {
  if (!hasBuiltIn) loadBuiltIn = source;
}

/** What {@link load} loads, handed over by a page that has it already. */
export function provide(all: Everything, platforms?: readonly Platform[]): void {
  everything = all;
  if (platforms) {
    hasBuiltIn = true;
    loadBuiltIn = undefined;
    all.addPlatforms(platforms);
  }
  if (!loaded()) return;
  // Before a logout that has waited for it begins: whoever shows it must have joined.
  tell();
  listeners.clear();
}

/** What {@link load} has loaded: with it, a logout begins in the very task in which it is asked for. */
export function loaded(): Everything | undefined {
  return loadBuiltIn ? undefined : everything;
}

/** Loads what a page can do without until somebody logs out. After a failure, the next call tries again. */
export function load(): Promise<Everything> {
  loading ??= importRest();
  return loading;
}

async function importRest(): Promise<Everything> {
  try {
    const { everything: all, builtInPlatforms }: Rest = await importEverything(failures);
    provide(all, builtInPlatforms ?? (await loadBuiltIn?.())?.builtInPlatforms);
  } catch (error) {
    failures++;
    tell();
    throw error;
  } finally {
    loading = undefined;
  }
  // The platforms may have been asked for in the meantime.
  return loaded() ?? load();
}

/** Has that loaded for those who need not know when it is there, or that it could not be. */
export function loadAhead(): void {
  withEverything(ignore);
}

/** Whether what there is to load could not be loaded. */
export function hasFailed(): boolean {
  return failures > 0;
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Calls `listener` when everything is there, which may be now, or could not be loaded; the answer takes that back. */
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
  if (loaded() || isComing) return;
  isComing = true;
  addEventListener('pageshow', onShow);
  if (hasEpoch()) {
    // Until it is known what the page is.
    if (mayBeOld()) {
      hide();
      load().then(show, show);
      setTimeout(show, HIDDEN_MS);
    }
    loadAhead();
  } else if (document.readyState === 'complete') loadAhead();
  else addEventListener('load', loadAhead, { once: true });
}

/** Whether the Back button may have taken the page out of a cache, as it was before a logout. */
function mayBeOld(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'back_forward' && !navigation.transferSize;
}

/** Lets nobody see the page. Not `display`, which would lose the place to which Back scrolls. */
function hide(): void {
  document.documentElement.style.setProperty('opacity', '0', 'important');
}

function show(): void {
  document.documentElement.style.removeProperty('opacity');
}

/** Who leaves a page that has just been loaded may come back to it after a logout that it could not hear of. */
function onShow({ persisted }: PageTransitionEvent): void {
  if (!persisted || loaded() || !hasEpoch()) return;
  hide();
  reload();
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
  const key = [nameOf(settings), settings.baseUrl, settings.storeId, settings.clientId].join(' ');
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
  const message = 'The shopper chose to stay logged in.';
  return notAsked(nameOf(settings), 'cancelled', message, performance.now());
}

function withEverything(action: (all: Everything) => void): void {
  const all = loaded();
  if (all) action(all);
  else load().then(action, ignore);
}

async function loadAndLogout(settings: ConnectionSettings, target?: EventTarget): Promise<LogoutOutcome> {
  const started = performance.now();
  const wanted = usableTimeout(settings.timeout);
  const limit = wanted ?? DEFAULT_TIMEOUT;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit);
  });
  const all = await Promise.race([load(), tooLate]).catch(ignore);
  clearTimeout(timer);
  if (all) {
    // The time is for the whole logout. What cannot be used is told by the rest.
    const rest = Math.max(limit - (performance.now() - started), 1);
    return all.logout(wanted ? { ...settings, timeout: rest } : settings, target);
  }
  const isOffline = globalThis.navigator?.onLine === false;
  const reason = isOffline ? 'offline' : performance.now() - started < limit ? 'network' : 'timeout';
  console.warn(`<store-logout>: ${NOT_LOADED}`);
  // If a second try is of no use either, the shopper is told to load the page anew.
  const canRetry = failures < 2;
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
