import { type Change, SessionTokens } from '../tokens/session-tokens.js';
import { clearPageData } from '../tokens/page-data.js';
import { pairPlace, type TokenPlace, type TokenStore } from '../tokens/token-store.js';
import type { Platform } from '../platforms/platform.js';
import type { Connection } from './connection.js';
import type { Ending } from './end-session.js';
import type { LocalResult } from './outcome.js';

/** What became of the tokens on this device. */
export interface Settled {
  readonly local: LocalResult;
  readonly warnings: readonly string[];
}

/** What is set on a cookie in a place of the author's choice when its value is replaced: a week, as most do. */
const WEEK = { maxAge: 604_800, sameSite: 'Lax' } as const;

/** Where the tokens of `connection` live: the author's own store and names, else the platform's usual places. */
export function sessionTokens({
  platform,
  settings,
  mode,
}: Pick<Connection, 'platform' | 'settings'> & { mode?: string }): SessionTokens {
  const { tokens, tokenKey, refreshTokenKey, tokenPrefix } = settings;
  const isConfigured = tokenKey ?? refreshTokenKey ?? tokenPrefix;
  const places = isConfigured
    ? namedPlaces(
        tokenKey ?? `${tokenPrefix ?? ''}access_token`,
        refreshTokenKey ?? (tokenKey ? undefined : `${tokenPrefix ?? ''}refresh_token`),
        platform.namedPlace,
      )
    : (platform.places ?? []);
  return new SessionTokens(
    tokens,
    places,
    platform.leftovers,
    mode === undefined ? undefined : sdkTokens({ platform, settings, mode }),
  );
}

function sdkTokens({
  platform,
  settings,
  mode,
}: Pick<Connection, 'platform' | 'settings' | 'mode'>): TokenStore | undefined {
  const sdk = platform.sdk?.find(settings, mode);
  return sdk ? platform.sdk?.tokens?.(sdk) : undefined;
}

function namedPlaces(
  accessKey: string,
  refreshKey: string | undefined,
  place: NonNullable<Platform['namedPlace']> = pairPlace,
): TokenPlace[] {
  return [
    place('localStorage', accessKey, refreshKey),
    place('sessionStorage', accessKey, refreshKey),
    { ...place('cookie', accessKey, refreshKey), cookie: WEEK },
  ];
}

/** Removes, replaces or keeps the tokens, as the ending of the session on the server asks for. */
export async function settleTokens(
  { settings, clearAlso }: Connection,
  { verdict, tokens, isRefreshed }: Ending,
  stored: SessionTokens,
): Promise<Settled> {
  if (verdict.is === 'failed' && !settings.clearOnFailure) {
    // The server may have retired the old pair when it gave out the new one.
    if (isRefreshed) await stored.update(tokens);
    return { local: 'kept', warnings: [] };
  }
  const pair = verdict.is === 'ended' ? verdict.tokens : undefined;
  return settled(pair ? stored.replace(pair) : stored.clear(), clearPageData(clearAlso));
}

/** Removes the tokens of a logout that could not even begin. */
export function clearTokens(stored: SessionTokens): Promise<Settled> {
  return settled(stored.clear());
}

/**
 * Makes this page forget a session that has ended in another tab: its own token store, the vendor's SDK, and what
 * no other tab can reach. What all tabs share is the affair of the tab that logged out.
 */
export async function forgetInPage(connection: Connection): Promise<Settled> {
  const { settings, clearAlso } = connection;
  const pair = await sessionTokens({ ...connection, settings: { ...settings, tokens: undefined } }).read();
  const sdk = new SessionTokens(undefined, [], {}, sdkTokens(connection));
  const { problems } = await (pair ? sdk.replace(pair) : sdk.clear());
  const more = clearPageData(clearAlso.filter(({ kind }) => kind === 'session'));
  return settled(
    new SessionTokens(settings.tokens, []).clear(),
    more.then((each) => [...problems, ...each]),
  );
}

async function settled(change: Promise<Change>, problemsElsewhere?: Promise<string[]>): Promise<Settled> {
  const { isReplaced, problems } = await change;
  const warnings = [...problems, ...((await problemsElsewhere) ?? [])];
  if (warnings.length) return { local: 'partly', warnings };
  return { local: isReplaced ? 'replaced' : 'cleared', warnings };
}
