import type { Answer } from '../client/answer.js';
import { record } from '../client/json.js';
import type { LogoutCall, Platform, Verdict } from '../platforms/platform.js';

/**
 * Says what an answer to the logout request means. The rule: believe the platform, not whatever stands between;
 * a status counts as the platform's word only in the platform's own error form.
 */
export function judge(platform: Platform, answer: Answer, call: LogoutCall): Verdict {
  const { status } = answer;
  if (answer.body === 'redirect' || (status >= 200 && status < 300)) return accept(platform, answer, call);
  const own = platform.error(answer.json, status);
  if (status === 400) return { is: 'failed', reason: 'rejected', server: 'refused', ...codeOf(own), status };
  if (status === 401) return { is: 'unauthorized', own: Boolean(own), status };
  if (own && isGone(status)) return { is: 'gone', warning: `The platform answered ${status}.`, status };
  if (own && status > 400 && status < 500 && status !== 429) {
    return { is: 'failed', reason: 'rejected', server: 'refused', ...codeOf(own), status };
  }
  return { is: 'failed', reason: 'http', server: 'unknown', ...codeOf(own), status };
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
    const own = platform.error(answer.json, status);
    return { is: 'failed', reason: 'rejected', server: 'refused', ...codeOf(own), status };
  }
  const success = platform.accept(answer, call);
  if (success) {
    const { wasGone, ...rest } = success;
    return wasGone
      ? { is: 'gone', ...(rest.warning && { warning: rest.warning }), status }
      : { is: 'ended', ...rest, ...(status && { status }) };
  }
  const own = platform.error(answer.json, status);
  // An error that travels with a 200, as GraphQL's do.
  if (own) return { is: 'failed', reason: 'rejected', server: 'refused', ...codeOf(own), status };
  return { is: 'failed', reason: 'unexpected-response', server: 'unknown', ...(status && { status }) };
}

/** A server's code is passed on only if it looks like one: a short word, so never a sentence, markup or a token. */
function codeOf(own: { readonly code?: unknown } | undefined): { code?: string } {
  const code = typeof own?.code === 'number' ? String(own.code) : own?.code;
  return typeof code === 'string' && /^[\w.-]{1,40}$/.test(code) ? { code } : {};
}
