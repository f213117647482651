import type { Answer } from '../client/answer.js';
import { record } from '../client/json.js';
import type { LogoutCall, Platform, Success, Verdict } from '../platforms/platform.js';
import type { FailureReason } from '../platforms/verdict.js';
import type { Tokens } from '../tokens/token-store.js';

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
  const { status } = answer;
  if (answer.body === 'redirect' || (status >= 200 && status < 300)) return accept(platform, answer, call);
  const done = isRefusedElsewhere(answer, call) ? platform.accept(answer, call) : undefined;
  if (done) return succeeded(done, status);
  const own = platform.error(answer.json, status, call);
  if (status === 400) return { is: 'failed', reason: 'rejected', server: 'refused', ...codeOf(own), status };
  if (status === 401) return { is: 'unauthorized', own: Boolean(own), status };
  if (own && isGone(status)) return { is: 'gone', warning: `The platform answered ${status}.`, status };
  if (own && status > 400 && status < 500 && status !== 429) {
    return { is: 'failed', reason: 'rejected', server: 'refused', ...codeOf(own), status };
  }
  return { is: 'failed', reason: 'http', server: 'unknown', ...codeOf(own), status };
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

function accept(platform: Platform, answer: Answer, call: LogoutCall): Verdict {
  const { status } = answer;
  const body = record(answer.json);
  const inner = [body['status'], body['statusCode']].find(
    (value) => typeof value === 'number' && value >= 400,
  );
  if (body['success'] === false || inner !== undefined) {
    const own = platform.error(answer.json, status, call);
    return { is: 'failed', reason: 'rejected', server: 'refused', ...codeOf(own), status };
  }
  const success = platform.accept(answer, call);
  if (success) return succeeded(success, status);
  const own = platform.error(answer.json, status, call);
  // An error that travels with a 200, as GraphQL's do.
  if (own) return { is: 'failed', reason: 'rejected', server: 'refused', ...codeOf(own), status };
  return unknown('unexpected-response', status);
}

function succeeded({ wasGone, ...rest }: Success, status: number): Verdict {
  return wasGone
    ? { is: 'gone', ...(rest.warning && { warning: rest.warning }), status }
    : { is: 'ended', ...rest, ...(status && { status }) };
}

/** A server's code is passed on only if it looks like one: a short word, so never a sentence, markup or a token. */
function codeOf(own: { readonly code?: unknown } | undefined): { code?: string } {
  const code = typeof own?.code === 'number' ? String(own.code) : own?.code;
  return typeof code === 'string' && /^[\w.-]{1,40}$/.test(code) ? { code } : {};
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
): Tokens | Extract<Verdict, { is: 'gone' | 'failed' }> {
  const { status, json } = answer;
  if ((status === 401 || status === 403) && platform.error(json, status, call)) {
    // A refresh token may work only once: after a lost answer, its refusal proves nothing.
    return isSecondTry ? unknown('network', status) : { is: 'gone', status };
  }
  if (status < 200 || status > 299) {
    // A wrong store or client is refused as well, and says nothing about the session.
    const verdict = judge(platform, answer, call);
    return verdict.is === 'failed' ? verdict : unknown('http', status);
  }
  const tokens = record(json)['success'] === false ? undefined : platform.refreshed?.(json);
  return tokens ?? unknown('unexpected-response', status);
}

function unknown(reason: FailureReason, status: number): Extract<Verdict, { is: 'failed' }> {
  return { is: 'failed', reason, server: 'unknown', ...(status && { status }) };
}
