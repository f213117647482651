import type { Answer } from '../client/answer.js';
import { isSamePage } from '../client/url.js';
import { parsed } from '../client/json.js';
import type { LogoutCall } from './platform.js';
import { hasError } from './signs-of-failure.js';

/** Whether the request carried a token, if the site has named a place for one. */
export function hasMeantToken({ settings, tokens, own }: LogoutCall): boolean {
  if (new Headers(own?.headers).has('Authorization')) return true;
  if (own?.credentials === 'omit' && !tokens.accessToken) return false;
  const isNamed = settings.tokenKey ?? settings.refreshTokenKey ?? settings.tokenPrefix ?? settings.tokens;
  return !isNamed || (Boolean(tokens.accessToken) && !isNoToken(tokens.accessToken));
}

/** What the site should check after an answer that is no success. */
export function explainCustom(answer: Answer, call: LogoutCall): string | undefined {
  const { status, body, json, redirected, url } = answer;
  if (status === 401) return `The backend answered 401${why401(answer, call)}`;
  if ([400, 403, 404, 405, 410, 419, 422].includes(status)) {
    return `The backend answered ${status}: check base-url and method, and what it wants by csrf or requestInit.`;
  }
  if (status > 299) return undefined;
  if (redirected && hasError(url)) return 'The backend redirected to an error: check csrf and requestInit.';
  if (redirected && isSamePage(url, call.base)) {
    return 'The backend redirected to another form of its address: write that in base-url, or set session-url.';
  }
  if (redirected || body === 'redirect') {
    return 'The backend redirected to where no script can follow: set session-url, or mode="navigate".';
  }
  if (body === 'html' || answer.isPage) {
    return 'A page came instead of an answer: check base-url, method and csrf, or set session-url.';
  }
  return json === undefined
    ? undefined
    : 'The answer does not confirm the logout: check csrf, requestInit and method, or set session-url.';
}

function why401({ json }: Answer, call: LogoutCall): string {
  const { accessToken } = call.tokens;
  if (!accessToken && !hasMeantToken(call)) {
    return ', and no token was found: check token-key for its spelling, and token-path.';
  }
  if (isNoToken(accessToken)) {
    return ', and what token-key names is no token: use token-path, or the property tokens.';
  }
  return json === undefined
    ? ' without JSON, as anybody on the way may: check base-url, or set session-url.'
    : ': check base-url and token-key.';
}

/** A token is one word. JSON and `Bearer …` only contain a token; some pages store the word `undefined` for none. */
function isNoToken(token = ''): boolean {
  return /\s|^(null|undefined)$/.test(token) || (/^[{["]/.test(token) && parsed(token) !== undefined);
}
