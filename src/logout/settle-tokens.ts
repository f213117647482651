import { within } from '../client/deadline.js';
import { SessionTokens } from '../tokens/session-tokens.js';
import { pairPlace, type TokenPlace } from '../tokens/token-store.js';
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
export function sessionTokens({ platform, settings }: Connection): SessionTokens {
  const { tokens, tokenKey, refreshTokenKey, tokenPrefix } = settings;
  const isConfigured = tokenKey ?? refreshTokenKey ?? tokenPrefix;
  const places = isConfigured
    ? namedPlaces(
        tokenKey ?? `${tokenPrefix ?? ''}access_token`,
        refreshTokenKey ?? (tokenKey ? undefined : `${tokenPrefix ?? ''}refresh_token`),
      )
    : (platform.places ?? []);
  return new SessionTokens(tokens, places, platform.leftovers);
}

function namedPlaces(accessKey: string, refreshKey: string | undefined): TokenPlace[] {
  return [
    pairPlace('localStorage', accessKey, refreshKey),
    pairPlace('sessionStorage', accessKey, refreshKey),
    pairPlace('cookie', accessKey, refreshKey, WEEK),
  ];
}

/** Removes, replaces or keeps the tokens, as the ending of the session on the server asks for. */
export async function settleTokens(
  { platform, settings }: Connection,
  { verdict, tokens, isRefreshed, sdk }: Ending,
  stored: SessionTokens,
): Promise<Settled> {
  if (verdict.is === 'failed' && !settings.clearOnFailure) {
    // The server may have retired the old pair when it gave out the new one.
    if (isRefreshed) await stored.update(tokens);
    return { local: 'kept', warnings: [] };
  }
  const pair = verdict.is === 'ended' ? verdict.tokens : undefined;
  const work = async (): Promise<Settled> => {
    const warnings: string[] = [];
    try {
      // Before storage is touched: an SDK that finds its new tokens stored already tells nobody about them.
      if (sdk) await platform.sdk?.settle?.(sdk, pair);
    } catch {
      warnings.push("The platform's SDK may still hold the old tokens; reload the page.");
    }
    const { isReplaced, problems } = pair ? await stored.replace(pair) : await stored.clear();
    warnings.push(...problems);
    return { local: warnings.length ? 'partly' : isReplaced ? 'replaced' : 'cleared', warnings };
  };
  return within(LIMIT_MS, work(), {
    local: 'partly',
    warnings: ["The page's own token store did not finish in time; check its clear() and replace()."],
  });
}
