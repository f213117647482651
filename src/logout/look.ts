import type { Answer } from '../client/answer.js';
import { type HttpRequest, send } from '../client/client.js';
import { isSameSite } from '../client/url.js';
import type { Connection } from '../connection/connection.js';
import type { LogoutCall } from '../platforms/platform.js';
import type { FinalVerdict } from './judge.js';

const LEAVING = 'session-url was not asked: the page is being left.';
const SIGNED_IN = 'session-url was not asked: somebody has signed in meanwhile.';
const NO_WORD =
  'session-url did not tell who is signed in: check the address, and that it takes the same credentials as base-url.';
export const WITHHELD =
  'The request went to another site, where the browser may have withheld the cookie: then nothing has ended there.';

/**
 * Looks once at the address that tells whether somebody is signed in, and has that decide, because looking beats
 * believing. With the credentials of the logout request; its headers go to its own origin only.
 *
 * @param sent the logout request; none if the vendor's SDK has sent it
 * @param isOurs whether whoever is signed in is still the one who clicked
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

  const isOwnOrigin = sent !== undefined && new URL(sent.url).origin === new URL(url).origin;
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
  if (isOut === undefined || (isOut && isBlind(sent, isOwnOrigin, call)))
    return { verdict, warning: NO_WORD };
  const { status = 0 } = verdict;
  const alive = { is: 'failed', reason: 'still-signed-in', server: 'refused', status } as const;
  if (!isOut) return { verdict: alive, verified: false };
  const isWithheld = mayBeWithheld(sent, url, page);
  return { verdict: certain(verdict), verified: true, ...(isWithheld && { warning: WITHHELD }) };
}

/** Whether a cookie was all that could tell who asks at `url`, and the browser may keep it from this page's site. */
export function mayBeWithheld(sent: HttpRequest | undefined, url: string | undefined, page: string): boolean {
  return sent?.credentials === 'include' && !hasToken(sent) && !isSameSite(url ?? page, page);
}

function hasToken(sent: HttpRequest | undefined): boolean {
  return new Headers(sent?.headers).has('Authorization');
}

/**
 * Whether nothing that tells who is signed in goes along with the look: who is known by a token is nobody where the
 * token does not go.
 */
function isBlind(sent: HttpRequest | undefined, isOwnOrigin: boolean, { tokens }: LogoutCall): boolean {
  if (isOwnOrigin && hasToken(sent)) return false;
  const isAnonymous = sent?.credentials === 'omit' && !(isOwnOrigin && sent.isPrivate);
  return isAnonymous || hasToken(sent) || Boolean(tokens.accessToken);
}

/** Whether the logout was refused with the same 401 or 403: then somebody on the way may refuse whatever is asked. */
function isRefusedAlike({ status }: Answer, verdict: FinalVerdict): boolean {
  return verdict.is === 'failed' && status === verdict.status && (status === 401 || status === 403);
}

/** Whether nobody is signed in; `undefined` if the answer does not tell. */
function saysOut({ status, body, json }: Answer): boolean | undefined {
  if (body === 'redirect' || status === 401 || status === 403) return true;
  if (status < 200 || status > 299) return undefined;
  return body === 'empty' || (body === 'json' && !hasTruth(json));
}

/** Whether anything in `json` is truthy, however deep. */
function hasTruth(json: unknown): boolean {
  const open = [json];
  for (let value; open.length;) {
    value = open.pop();
    if (typeof value === 'object' && value !== null) {
      for (const member of Object.values(value)) open.push(member);
    } else if (value) return true;
  }
  return false;
}

/** What is about the content, or the page's own origin alone, is left out. */
function headersToRepeat({ headers }: HttpRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(accept|content-type)$/i.test(name)),
  );
}

/** The verdict, now that it is certain that nobody is signed in. */
function certain(verdict: FinalVerdict): FinalVerdict {
  if (verdict.is === 'failed') return { is: 'gone', status: verdict.status ?? 0 };
  if (verdict.is === 'gone') return verdict;
  const { doubt: _, ...rest } = verdict;
  return rest;
}
