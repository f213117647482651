import type { Answer } from '../client/answer.js';
import { record, text } from '../client/json.js';
import type { Failure, LogoutCall, Platform, Success, Verdict } from '../platforms/platform.js';
import type { Tokens } from '../tokens/token-store.js';

/** A verdict that stands: nothing more is tried. */
export type FinalVerdict = Exclude<Verdict, { is: 'unauthorized' }>;

/**
 * Says what an answer to the logout request means. The rule: believe the platform, not whatever stands between;
 * a status counts as the platform's word only in the platform's own error form.
 */
export function judge(platform: Platform, answer: Answer, call: LogoutCall): Verdict {
  const verdict = verdictOn(platform, answer, call);
  if (verdict.is !== 'failed' && verdict.is !== 'unauthorized') return verdict;
  const message = platform.explain?.(answer, call);
  return message ? { ...verdict, message } : verdict;
}

function verdictOn(platform: Platform, answer: Answer, call: LogoutCall): Verdict {
  const { status, json } = answer;
  const isGood = answer.body === 'redirect' || isOk(status);
  const isNo = isGood && isDenial(json);
  const success =
    (isGood && !isNo) || isRefusedElsewhere(answer, call) ? platform.accept(answer, call) : undefined;
  if (success) return succeeded(success, status);
  const own = platform.error(json, status, call);
  if (status === 401) return { is: 'unauthorized', own: Boolean(own), status };
  if (own && isGone(status)) return { is: 'gone', warning: `The platform answered ${status}.`, status };
  // An error may travel with a 200, as GraphQL's do.
  const isRefused =
    isNo || status === 400 || (own && (isGood || status > 400) && status < 500 && status !== 429);
  const code = codeOf(own?.code);
  return {
    ...(isRefused ? REFUSED : unknown(isGood ? 'unexpected-response' : 'http')),
    ...(code && { code }),
    status,
  };
}

const REFUSED = { is: 'failed', reason: 'rejected', server: 'refused' } as const;

function unknown(reason: Failure['reason']) {
  return { is: 'failed', reason, server: 'unknown' } as const;
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Whether a body says no in the way of most platforms, whatever its status is. */
function isDenial(json: unknown): boolean {
  const { success, status, statusCode } = record(json);
  return success === false || [status, statusCode].some((inner) => typeof inner === 'number' && inner >= 400);
}

/** The browser repeats a method such as `DELETE` where a redirect leads to: a page there that has no use for it. */
function isRefusedElsewhere({ redirected, status }: Answer, { settings }: LogoutCall): boolean {
  const isRepeated = /^(DELETE|PUT|PATCH)$/i.test(settings.method ?? '');
  return isRepeated && redirected && (status === 404 || status === 405);
}

/** Whether the platform says that the account or the session does not exist. */
function isGone(status: number): boolean {
  return status === 403 || status === 404 || status === 410;
}

function succeeded({ wasGone, ...rest }: Success, status: number): Verdict {
  return wasGone
    ? { is: 'gone', ...(rest.warning && { warning: rest.warning }), status }
    : { is: 'ended', ...rest, status };
}

/** A server's code is passed on only if it looks like one: a short word, so never a sentence, markup or a token. */
function codeOf(code: unknown): string | undefined {
  return /^[\w.-]{1,40}$/.exec(typeof code === 'number' ? String(code) : (text(code) ?? ''))?.[0];
}

/**
 * Says what an answer to a refresh means: the new tokens, or what stands against the logout.
 *
 * @param isSecondTry whether an earlier try may have been answered without the answer coming back
 */
export function judgeRefresh(
  platform: Platform,
  answer: Answer,
  call: LogoutCall,
  isSecondTry: boolean,
): Tokens | FinalVerdict {
  const { status, json } = answer;
  if ((status === 401 || status === 403) && platform.error(json, status, call)) {
    // A refresh token may work only once: after a lost answer, its refusal proves nothing.
    return isSecondTry ? { ...unknown('network'), status } : { is: 'gone', status };
  }
  if (isOk(status)) {
    const tokens = record(json)['success'] === false ? undefined : platform.refreshed?.(json);
    return tokens ?? { ...unknown('unexpected-response'), status };
  }
  // A wrong store or client is refused as well, and says nothing about the session.
  const verdict = judge(platform, answer, call);
  return verdict.is === 'failed' ? verdict : { ...unknown('http'), status };
}
