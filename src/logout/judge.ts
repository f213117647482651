import { type Answer, isOk } from '../client/answer.js';
import { record, text } from '../client/json.js';
import type { Failure, LogoutCall, Platform, Success, Verdict } from '../platforms/platform.js';
import type { Tokens } from '../tokens/token-store.js';

/** A verdict after which nothing more is tried. */
export type FinalVerdict = Exclude<Verdict, { is: 'unauthorized' }>;

/**
 * Says what the answer to a logout request means. It believes the platform, not a proxy on the way: an error status counts
 * only if the body has the platform's own error form.
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
  // The account or the session does not exist.
  if (own && [403, 404, 410].includes(status))
    return { is: 'gone', warning: `The platform answered ${status}.`, status };
  // An error may come with a 200, as in GraphQL.
  const isRefused = isNo || status === 400 || (own && status < 500 && status !== 429);
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

/** Whether a body says no as most platforms do, whatever the HTTP status is. */
function isDenial(json: unknown): boolean {
  const { success, status, statusCode } = record(json);
  return success === false || [status, statusCode].some((inner) => typeof inner === 'number' && inner >= 400);
}

/** Whether a redirect made the browser repeat a method such as `DELETE` at a page that does not allow it. */
function isRefusedElsewhere({ redirected, status }: Answer, { settings }: LogoutCall): boolean {
  const isRepeated = /^(DELETE|PUT|PATCH)$/i.test(settings.method ?? '');
  return isRepeated && redirected && (status === 404 || status === 405);
}

function succeeded({ wasGone, ...rest }: Success, status: number): Verdict {
  return wasGone
    ? { is: 'gone', ...(rest.warning && { warning: rest.warning }), status }
    : { is: 'ended', ...rest, status };
}

/** The server's error code, if it is a short word: never a sentence, markup or a token. */
function codeOf(code: unknown): string | undefined {
  return /^[\w.-]{1,40}$/.exec(typeof code === 'number' ? String(code) : (text(code) ?? ''))?.[0];
}

/**
 * Says what the answer to a refresh means: new tokens, or a verdict.
 *
 * @param isSecondTry whether the answer to an earlier try may have got lost
 */
export function judgeRefresh(
  platform: Platform,
  answer: Answer,
  call: LogoutCall,
  isSecondTry: boolean,
): Tokens | FinalVerdict {
  const { status, json } = answer;
  if ((status === 401 || status === 403) && platform.error(json, status, call)) {
    // Many refresh tokens work only once. After a lost answer, a refusal proves nothing.
    return isSecondTry ? { ...unknown('network'), status } : { is: 'gone', status };
  }
  if (isOk(status)) {
    const tokens = record(json)['success'] === false ? undefined : platform.refreshed?.(json);
    return tokens ?? { ...unknown('unexpected-response'), status };
  }
  // The server also refuses a wrong store or client. That says nothing about the session.
  const verdict = judge(platform, answer, call);
  return verdict.is === 'failed' ? verdict : { ...unknown('http'), status };
}
