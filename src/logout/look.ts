import type { Answer } from '../client/answer.js';
import { type HttpRequest, send } from '../client/client.js';
import { isSameSite } from '../client/url.js';
import { type Connection, sessionAddress } from '../connection/connection.js';
import type { LogoutCall } from '../platforms/platform.js';
import type { FinalVerdict, Looked } from './ending.js';

const LEAVING = 'session-url was not asked, because the page is being left.';
const SIGNED_IN = 'session-url was not asked, because somebody has signed in meanwhile.';
const NO_WORD =
  'session-url did not tell whether somebody is signed in, so this rests on the answer to the logout: check the address, and that it takes the same credentials.';
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
  { platform, settings }: Pick<Connection, 'platform' | 'settings'>,
  call: LogoutCall,
  sent: HttpRequest | undefined,
  signal: AbortSignal,
  isOurs: () => boolean,
): Promise<Looked> {
  const reason = verdict.is === 'failed' ? verdict.reason : '';
  if (['offline', 'misconfigured', 'insecure'].includes(reason)) return { verdict };
  const { page } = call;
  const isAsked = settings.sessionUrl !== undefined;
  const url = isAsked ? sessionAddress(settings.sessionUrl ?? '', page) : platform.sessionUrl?.(call);
  if (!url) return { verdict };
  const isLeaving = verdict.is === 'ended' && (verdict.navigation ?? verdict.leavingFor) !== undefined;
  if (isLeaving) return { verdict, ...(isAsked && { warning: LEAVING }) };
  if (!isOurs()) return { verdict, warning: SIGNED_IN };

  const isOwnOrigin = sent !== undefined && new URL(sent.url).origin === new URL(url).origin;
  const result = await send(
    {
      method: 'GET',
      url,
      headers: { Accept: 'application/json', ...(isOwnOrigin && headersToRepeat(sent)) },
      ...(sent?.credentials && { credentials: sent.credentials }),
      cache: 'no-store',
      keepalive: false,
      ...(sent?.isPrivate !== undefined && { isPrivate: sent.isPrivate && isOwnOrigin }),
    },
    signal,
  );
  if (!isOurs()) return { verdict, warning: SIGNED_IN };
  const isOver =
    'answer' in result && !isRefusedAlike(result.answer, verdict) ? saysOut(result.answer) : undefined;
  if (isOver === undefined || (isOver && isBlind(sent, isOwnOrigin, call))) {
    return { verdict, warning: NO_WORD };
  }
  if (!isOver) return { verdict: stillSignedIn(verdict), verified: false };
  const isWithheld = mayBeWithheld(sent, url, page);
  return { verdict: over(verdict), verified: true, ...(isWithheld && { warning: WITHHELD }) };
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
export function saysOut({ status, body, json }: Answer): boolean | undefined {
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

function over(verdict: FinalVerdict): FinalVerdict {
  if (verdict.is === 'failed') return { is: 'gone', ...(verdict.status && { status: verdict.status }) };
  if (verdict.is === 'gone') return verdict;
  const { doubt: _, ...certain } = verdict;
  return certain;
}

function stillSignedIn({ status }: FinalVerdict): FinalVerdict {
  return { is: 'failed', reason: 'still-signed-in', server: 'refused', ...(status && { status }) };
}
