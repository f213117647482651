import { type Answer, isOk } from '../client/answer.js';
import { type HttpRequest, send } from '../client/client.js';
import { isSameOrigin, isSameSite } from '../client/url.js';
import type { Connection } from '../connection/connection.js';
import type { LogoutCall } from '../platforms/platform.js';
import { isSome } from '../tokens/keepers.js';
import type { FinalVerdict } from './judge.js';

const LEAVING = 'session-url was not asked: the page is being left.';
const SIGNED_IN = 'session-url was not asked: somebody has signed in meanwhile.';
const NO_WORD = 'session-url did not tell who is signed in: check that it takes the credentials of base-url.';
export const WITHHELD =
  'The browser may have withheld the cookie from the other site: then nothing has ended there.';

/**
 * Asks `session-url` once whether somebody is signed in. Its answer decides, because looking beats believing. The request
 * has the credentials of the logout request and, on the same origin, also its headers.
 *
 * @param sent the logout request; none if the vendor's SDK sent it
 * @param isOurs whether nobody has signed in since the click
 */
export async function look(
  verdict: FinalVerdict,
  { platform, sessionUrl, page }: Connection,
  call: LogoutCall,
  sent: HttpRequest | undefined,
  signal: AbortSignal,
  isOurs: () => boolean,
): Promise<{ verdict: FinalVerdict; verified?: boolean; warning?: string }> {
  const reason = verdict.is === 'failed' ? verdict.reason : '';
  const url = sessionUrl ?? platform.sessionUrl?.(call);
  if (!url || ['offline', 'misconfigured', 'insecure'].includes(reason)) return { verdict };
  const isLeaving = verdict.is === 'ended' && (verdict.navigation ?? verdict.leavingFor) !== undefined;
  if (isLeaving) return { verdict, ...(sessionUrl && { warning: LEAVING }) };
  if (!isOurs()) return { verdict, warning: SIGNED_IN };

  const isOwnOrigin = sent !== undefined && isSameOrigin(new URL(sent.url, page).href, url);
  const answer = await send(
    {
      method: 'GET',
      url,
      headers: { Accept: 'application/json', ...(isOwnOrigin && headersToRepeat(sent)) },
      ...(sent?.credentials && { credentials: sent.credentials }),
      cache: 'no-store',
      keepalive: false,
      isPrivate: isOwnOrigin && sent.isPrivate === true,
    },
    signal,
  );
  if (!isOurs()) return { verdict, warning: SIGNED_IN };
  const isOut = typeof answer === 'string' || isRefusedAlike(answer, verdict) ? undefined : saysOut(answer);
  // The look cannot repeat a body, which may have identified the shopper.
  const isDoubtful =
    isBlind(sent, isOwnOrigin, call) || (verdict.is === 'failed' && call.own?.body !== undefined);
  if (isOut === undefined || (isOut && isDoubtful)) return { verdict, warning: NO_WORD };
  const { status = 0 } = verdict;
  const alive = { is: 'failed', reason: 'still-signed-in', server: 'refused', status } as const;
  if (!isOut) return { verdict: alive, verified: false };
  const isWithheld = mayBeWithheld(sent, page, url);
  return { verdict: certain(verdict), verified: true, ...(isWithheld && { warning: WITHHELD }) };
}

/** Whether only a cookie identifies the shopper at `url`, and the browser may withhold it because the site is another. */
export function mayBeWithheld(sent: HttpRequest | undefined, page: string, url = sent?.url ?? page): boolean {
  return sent?.credentials === 'include' && !hasToken(sent) && !isSameSite(url, page);
}

function hasToken(sent: HttpRequest | undefined): boolean {
  return new Headers(sent?.headers).has('Authorization');
}

/**
 * Whether the look carries nothing that identifies the shopper. Without the token, a server that knows its users by token
 * answers "nobody" to everybody.
 */
function isBlind(sent: HttpRequest | undefined, isOwnOrigin: boolean, { tokens, own }: LogoutCall): boolean {
  if (isOwnOrigin && hasToken(sent)) return false;
  // A header of the page's own may be what identifies the shopper.
  const hasLostHeaders = !isOwnOrigin && own?.headers !== undefined;
  const isAnonymous = sent?.credentials === 'omit' && !(isOwnOrigin && sent.isPrivate);
  return isAnonymous || hasLostHeaders || hasToken(sent) || isSome(tokens);
}

/** Whether a proxy on the way may refuse every request: with the same 401 or 403, or by a redirect to its own sign-in. */
function isRefusedAlike({ status, body }: Answer, verdict: FinalVerdict): boolean {
  if (verdict.is !== 'failed') return false;
  return body === 'redirect'
    ? verdict.reason === 'network' || (verdict.reason === 'unexpected-response' && !verdict.status)
    : status === verdict.status && (status === 401 || status === 403);
}

/** Whether nobody is signed in; `undefined` if the answer does not say. */
function saysOut({ status, body, json }: Answer): boolean | undefined {
  if (body === 'redirect' || status === 401 || status === 403) return true;
  if (!isOk(status)) return undefined;
  return body === 'empty' || (body === 'json' && !hasTruth(json));
}

/** Whether anything in `json` is truthy, however deep. */
function hasTruth(json: unknown): boolean {
  return typeof json === 'object' && json !== null ? Object.values(json).some(hasTruth) : Boolean(json);
}

/** The headers without those that describe the content. */
function headersToRepeat({ headers }: HttpRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(accept|content-type)$/i.test(name)),
  );
}

/** The verdict, now that nobody is signed in for certain. */
function certain(verdict: FinalVerdict): FinalVerdict {
  if (verdict.is === 'failed') return { is: 'gone', status: verdict.status ?? 0 };
  if (verdict.is === 'gone') return verdict;
  const { doubt: _, ...rest } = verdict;
  return rest;
}
