import { within } from '../client/deadline.js';
import { type Change, SessionTokens } from '../tokens/session-tokens.js';
import { clearPageData } from '../tokens/page-data.js';
import { pairPlace, type TokenPlace, type Tokens } from '../tokens/token-store.js';
import type { Platform } from '../platforms/platform.js';
import type { Connection } from './connection.js';
import type { Ending } from './end-session.js';
import type { LocalResult } from './outcome.js';

/** What became of the tokens on this device. */
export interface Settled {
  readonly local: LocalResult;
  readonly warnings: readonly string[];
}

/** How long the page's own token store, or the vendor's SDK, may take to forget. */
const LIMIT_MS = 1000;
/** What is set on a cookie in a place of the author's choice when its value is replaced: a week, as most do. */
const WEEK = { maxAge: 604_800, sameSite: 'Lax' } as const;

/** Where the tokens of `connection` live: the author's own store and names, else the platform's usual places. */
export function sessionTokens({
  platform,
  settings,
}: Pick<Connection, 'platform' | 'settings'>): SessionTokens {
  const { tokens, tokenKey, refreshTokenKey, tokenPrefix } = settings;
  const isConfigured = tokenKey ?? refreshTokenKey ?? tokenPrefix;
  const places = isConfigured
    ? namedPlaces(
        tokenKey ?? `${tokenPrefix ?? ''}access_token`,
        refreshTokenKey ?? (tokenKey ? undefined : `${tokenPrefix ?? ''}refresh_token`),
        platform.namedPlace,
      )
    : (platform.places ?? []);
  return new SessionTokens(tokens, places, platform.leftovers);
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
  connection: Connection,
  { verdict, tokens, isRefreshed, sdk }: Ending,
  stored: SessionTokens,
): Promise<Settled> {
  if (verdict.is === 'failed' && !connection.settings.clearOnFailure) {
    // The server may have retired the old pair when it gave out the new one.
    if (isRefreshed) await inTime(stored.update(tokens).then(() => kept));
    return kept;
  }
  const pair = verdict.is === 'ended' ? verdict.tokens : undefined;
  return inTime(
    (async () => {
      // Before storage is touched: an SDK that finds its new tokens stored already tells nobody about them.
      const sdkProblems = await settleSdk(connection.platform, sdk, pair);
      const { isReplaced, problems } = await (pair ? stored.replace(pair) : stored.clear());
      const more = await clearPageData(connection.clearAlso);
      return settledBy({ isReplaced, problems: [...sdkProblems, ...problems, ...more] });
    })(),
  );
}

/** Removes the tokens of a logout that could not even begin. */
export async function clearTokens(stored: SessionTokens): Promise<Settled> {
  return inTime(stored.clear().then(settledBy));
}

/**
 * Makes this page forget a session that has ended in another tab: its own token store, the vendor's SDK, and what
 * no other tab can reach. What all tabs share is the affair of the tab that logged out.
 */
export async function forgetInPage({ platform, settings, mode, clearAlso }: Connection): Promise<Settled> {
  const shared = sessionTokens({ platform, settings: { ...settings, tokens: undefined } });
  return inTime(
    (async () => {
      const sdkProblems = await settleSdk(platform, platform.sdk?.find(settings, mode), await shared.read());
      const { isReplaced, problems } = await new SessionTokens(settings.tokens, []).clear();
      const more = await clearPageData(clearAlso.filter(({ kind }) => kind === 'session'));
      return settledBy({ isReplaced, problems: [...sdkProblems, ...problems, ...more] });
    })(),
  );
}

const kept: Settled = { local: 'kept', warnings: [] };

function settledBy({ isReplaced, problems }: Change): Settled {
  if (problems.length) return { local: 'partly', warnings: problems };
  return { local: isReplaced ? 'replaced' : 'cleared', warnings: [] };
}

async function settleSdk(platform: Platform, sdk: unknown, pair: Tokens | undefined): Promise<string[]> {
  try {
    if (sdk) await platform.sdk?.settle?.(sdk, pair);
    return [];
  } catch {
    return ["The platform's SDK may still hold the old tokens: reload the page."];
  }
}

function inTime(work: Promise<Settled>): Promise<Settled> {
  return within(LIMIT_MS, work, {
    local: 'partly',
    warnings: ["The page's own token store did not finish in time: check its clear() and replace()."],
  });
}
