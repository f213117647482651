import type { Answer } from '../client/answer.js';
import { isSamePage } from '../client/url.js';
import { parsed } from '../client/json.js';
import type { LogoutCall } from './platform.js';
import { hasError } from './signs-of-failure.js';

/** Whether a token that the site has named the place of went along with the request, as far as can be seen. */
export function hasMeantToken(call: LogoutCall): boolean {
  const { tokenKey, refreshTokenKey, tokenPrefix, tokens } = call.settings;
  if (new Headers(call.own?.headers).has('Authorization')) return true;
  const isNamed = Boolean(tokenKey ?? refreshTokenKey ?? tokenPrefix ?? tokens);
  return !isNamed || (Boolean(call.tokens.accessToken) && !isJsonToken(call));
}

/** What to look at after an answer to a request for `custom` that is no success. */
export function explainCustom(answer: Answer, call: LogoutCall): string | undefined {
  const { status, body, redirected, url } = answer;
  if (body === 'redirect') {
    return 'The backend answered with a redirect that no script can follow: set session-url, or mode="navigate".';
  }
  if (status === 401) return explain401(answer, call);
  if (status === 400) return 'The backend answered 400: check what it wants by csrf, requestInit and method.';
  if (status === 403 || status === 419 || status === 422) {
    return `The backend refused with ${status}: it may want its CSRF token, so check csrf, and base-url.`;
  }
  if (status === 404 || status === 405 || status === 410) {
    return `The backend answered ${status}: check base-url and method.`;
  }
  if (status > 299) return undefined;
  if (redirected) {
    if (hasError(url))
      return 'The backend led to an address with an error in it: check csrf and requestInit.';
    if (isSamePage(url, call.base)) {
      return 'The backend led to the same address in another form, where nothing may have happened: give base-url that form, with its slash, language and file extension, or set session-url.';
    }
    return 'The answer came from another site: set session-url, or mode="navigate".';
  }
  if (body === 'html' || answer.isPage) {
    return 'A page came where an answer was due, perhaps one that asks "Are you sure?": check base-url, method and csrf, or set session-url.';
  }
  if (body === 'broken' || body === 'oversized') {
    return 'The answer could not be read to its end: log out again, or set session-url.';
  }
  return body === 'json' && answer.json !== undefined
    ? 'The answer does not say that anybody was logged out: check csrf, requestInit and method, or set session-url.'
    : undefined;
}

function explain401({ json }: Answer, call: LogoutCall): string {
  if (!call.tokens.accessToken && !hasMeantToken(call)) {
    return 'The backend answered 401, and no token was found where token-key names one: check its spelling, and token-path.';
  }
  if (call.tokens.accessToken?.startsWith('"')) {
    return 'The backend answered 401, and the token that token-key names stands in quotation marks: hand it over by the property tokens.';
  }
  if (isJsonToken(call)) {
    return 'The backend answered 401, and the value that token-key names is JSON: name the token in it by token-path.';
  }
  return json === undefined
    ? 'A 401 without JSON may be that of anybody on the way: check base-url, or set session-url.'
    : 'The backend answered 401: check base-url and token-key.';
}

/** A token is one word: what is an object, an array or a text in quotation marks has the token in it. */
function isJsonToken({ tokens: { accessToken = '' } }: LogoutCall): boolean {
  return /^[{["]/.test(accessToken) && parsed(accessToken) !== undefined;
}
