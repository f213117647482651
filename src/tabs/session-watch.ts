import { leave, reload } from '../client/navigation.js';
import { type Connection, resolveConnection } from '../logout/connection.js';
import { announce } from '../logout/events.js';
import { toldOutcome } from '../logout/outcome-of.js';
import { type Member, type PageSession, showState } from '../logout/page-session.js';
import { presenceOf } from '../logout/presence.js';
import { forgetInPage } from '../logout/settle-tokens.js';
import { jwtClaims } from '../tokens/jwt.js';
import { remembered } from '../tokens/remembered.js';
import type { StoredTokens } from '../tokens/token-store.js';
import { isFromCache, noteLoad } from './cached-page.js';
import { closeChannel, type Notice, openChannel, tell } from './channel.js';
import { connectionOf, type Epoch, readEpoch, writeEpoch } from './epoch.js';
import { checkTokens, type Ended, guardTokens, acceptTokens } from './token-guard.js';

/** The sessions that this page shows or guards. */
const watched = new Map<string, PageSession>();
/**
 * Whether the page is in the back/forward cache. `visibilitychange` and what was said in the meantime come before
 * `pageshow`, which alone decides: a logout is told once.
 */
let isAsleep = false;

/** Adds someone who shows `session`; the first one starts the watch for what other tabs do. */
export function join(session: PageSession, member: Member): void {
  session.members.add(member);
  if (watched.has(session.key)) return;
  if (!watched.size) {
    openChannel(hear);
    addEventListener('storage', onStorage);
    addEventListener('pageshow', onShow);
    addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onVisible);
  }
  watched.set(session.key, session);
  const epoch = readEpoch(session.key);
  const isTold = session.known === epoch?.id;
  session.known = epoch?.id;
  session.atLoad = epoch?.id;
  protect(session);
  if (!epoch || isTold) return;
  if (isFromCache(epoch.at)) void restore(session, epoch.id, epoch.isOver ?? false);
  else noteLoad();
}

/** Takes `member` away; the last one ends the watch. */
export function part(session: PageSession, member: Member): void {
  session.members.delete(member);
  if (session.members.size || !watched.delete(session.key) || watched.size) return;
  closeChannel();
  removeEventListener('storage', onStorage);
  removeEventListener('pageshow', onShow);
  removeEventListener('pagehide', onHide);
  document.removeEventListener('visibilitychange', onVisible);
}

/** Tells every other tab that the session has ended here, and guards its token places. */
export function publishEnd(session: PageSession, connection: Connection, ended: Ended): void {
  const epoch = beginEpoch(ended);
  remembered.delete(session.key);
  session.known = epoch.id;
  writeEpoch(session.key, epoch);
  tell({ key: session.key, id: epoch.id, kind: 'ended' });
  guardTokens(session.key, connection, epoch, ended);
}

/**
 * Guards the token places of a session that could not be ended but was cleared: as far as the server is concerned it
 * may go on, so no other tab is told.
 */
export function guardCleared({ key }: PageSession, connection: Connection, tokens: StoredTokens): void {
  guardTokens(key, connection, beginEpoch({}), { tokens });
}

function beginEpoch({ pair }: Ended): Epoch {
  const at = Date.now();
  // The new pair was issued at the end of the old session, by the clock that issues all of them.
  const { iat } = jwtClaims(pair?.accessToken);
  return {
    id: `${at.toString(36)}-${Math.random().toString(36).slice(2)}`,
    at,
    issuedUntil: typeof iat === 'number' ? iat : Math.floor(at / 1000),
  };
}

/** The page's word that somebody has signed in: nothing of the new session is touched, here and in other tabs. */
export function publishSignIn(session: PageSession): void {
  acceptSignIn(session.key);
  const epoch = readEpoch(session.key);
  if (epoch) writeEpoch(session.key, { ...epoch, isOver: true });
  session.atLoad = session.known = epoch?.id;
  showState(session, 'idle');
  tell({ key: session.key, id: epoch?.id ?? '', kind: 'signed-in' });
}

function acceptSignIn(key: string): void {
  remembered.delete(key);
  acceptTokens(key);
}

function hear({ key, id, kind }: Notice): void {
  const session = watched.get(key);
  if (!session) return;
  if (kind === 'ended') {
    if (isAsleep) session.known = id;
    else endIfNew(session, id, 'other-tab');
  } else {
    acceptSignIn(key);
    if (!session.flight) showState(session, 'idle');
  }
}

function onStorage({ key }: StorageEvent): void {
  const connection = connectionOf(key);
  const session = connection === undefined ? undefined : watched.get(connection);
  if (session) {
    catchUp(session, 'other-tab');
    // The message about the logout may have been faster than what is known of it.
    protect(session);
  } else {
    checkTokens(true);
  }
  // Another tab may have written a token: whoever shows whether somebody is signed in looks again.
  for (const { members } of watched.values()) members.forEach((member) => member.changed());
}

function onHide(): void {
  isAsleep = true;
}

function onShow({ persisted }: PageTransitionEvent): void {
  isAsleep = false;
  checkTokens();
  if (persisted) watched.forEach((session) => catchUp(session, 'history'));
}

function onVisible(): void {
  checkTokens();
  if (!document.hidden) watched.forEach((session) => catchUp(session, 'other-tab'));
}

/** Finds out what this page has missed. */
function catchUp(session: PageSession, origin: 'other-tab' | 'history'): void {
  const epoch = readEpoch(session.key);
  if (origin === 'history') {
    // Where storage is blocked, the page at least knows what it has done or heard itself.
    const id = epoch && epoch.id !== session.atLoad ? epoch.id : session.known;
    if (id !== session.atLoad) void restore(session, id, epoch?.isOver ?? false);
  } else if (epoch && !epoch.isOver && !isAsleep) {
    endIfNew(session, epoch.id, origin);
  }
}

/** The Back button has brought back a page from before a logout: nobody may see what it shows. */
async function restore(session: PageSession, id: string | undefined, isOver: boolean): Promise<void> {
  const { style } = document.documentElement;
  // Not `visibility`: an element may ask for its own.
  style.setProperty('display', 'none', 'important');
  session.flight = undefined;
  session.known = id;
  session.atLoad = id;
  // Somebody has signed in since: there is nothing to tell, but what is shown may be another's.
  if (isOver || (await isSignedInAgain(session))) reload();
  else if (await endHere(session, 'history')) style.removeProperty('display');
}

/** By what all pages share: the memory of a page that slept is no witness. */
async function isSignedInAgain({ members }: PageSession): Promise<boolean> {
  const [first] = members;
  return (first && (await presenceOf({ ...first.settings(), tokens: undefined }))) === 'signed-in';
}

function endIfNew(session: PageSession, id: string, origin: 'other-tab'): void {
  if (id === session.known) return;
  session.known = id;
  // A logout that is under way here tells its own outcome.
  if (!session.flight) void endHere(session, origin);
}

/** Ends the session on this page; answers whether the page shall stay as it is. */
async function endHere(session: PageSession, origin: 'other-tab' | 'history'): Promise<boolean> {
  remembered.delete(session.key);
  const connection = connectionOn(session);
  if (!connection) return true;
  const epoch = readEpoch(session.key);
  if (epoch) guardTokens(session.key, connection, epoch);
  const outcome = toldOutcome(connection, origin, await forgetInPage(connection));
  showState(session, 'done', outcome);
  const target = [...session.members].find((member) => member.target)?.target;
  if (announce(outcome, target).defaultPrevented) return true;
  if (outcome.redirect) leave({ url: outcome.redirect }, origin === 'history');
  else if (origin === 'history') reload();
  return false;
}

/** The page that a logout led to goes on with what the page before it had begun. */
function protect(session: PageSession): void {
  const connection = connectionOn(session);
  const epoch = readEpoch(session.key);
  if (connection && epoch && !epoch.isOver) guardTokens(session.key, connection, epoch);
}

function connectionOn({ members }: PageSession): Connection | undefined {
  const [first] = members;
  const connection = first && resolveConnection(first.settings(), location.href);
  return connection && !('problem' in connection) ? connection : undefined;
}
