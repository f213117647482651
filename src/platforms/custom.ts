import type { Answer } from '../client/answer.js';
import { isSameOrigin, isSamePage } from '../client/url.js';
import { explainCustom, hasMeantToken } from './custom-advice.js';
import { customRequest, isGet, readAtClick, unfitSettings } from './custom-request.js';
import { record, type LogoutCall, type Platform, type Success } from './platform.js';
import { hasError, saysNo } from './signs-of-failure.js';

/**
 * Any other backend: one request to the address in `base-url`, with cookies, and with a bearer token if there is one. Or
 * the page itself goes there (`navigate`), or posts a form (`form`).
 *
 * Its answers have no known form, so the library believes only an answer that nobody else would send. A doubtful answer is
 * a failure, or a success with a warning. `session-url` makes it certain.
 */
export const custom: Platform = {
  name: 'custom',
  modes: ['fetch', 'navigate', 'form'],

  problem: unfitSettings,
  ignoresRedirect: (mode) => mode !== 'fetch',

  isBrowserWide: ({ requestInit }) => record(requestInit)['credentials'] !== 'omit',
  cookieSession: () => true,

  atClick: readAtClick,
  navigation({ base, mode, csrf }) {
    if (mode === 'navigate') return { url: base };
    if (mode !== 'form') return undefined;
    return { url: base, post: true, ...(csrf && { fields: { [csrf.name]: csrf.value } }) };
  },
  request: customRequest,

  accept(answer, call) {
    const { body, json, redirected, status, isPage } = answer;
    if (status < 300 && saysNo(json)) return undefined;
    if (redirected) return afterRedirect(answer, call);
    if (status > 299) return undefined;
    const isAnswer = body === 'empty' || body === 'json' || (body === 'text' && !isPage);
    if (!isAnswer || (isGet(call.settings) && isNothing(json))) return undefined;
    return hasMeantToken(call) ? {} : { doubt: TOKENLESS };
  },
  error(json, status, call) {
    const isGone = status === 401 && json !== undefined && hasMeantToken(call);
    const isNo = status < 300 && saysNo(json);
    return isGone || isNo ? { code: record(json)['code'] } : undefined;
  },
  explain: explainCustom,
};

const TOKENLESS = 'No usable token was found: check token-key and token-path.';
const DOUBT = 'The backend redirected to another page: only session-url can make this certain.';

/** A server for browsers redirects to one of its pages after a logout. It also does if it has not understood. */
function afterRedirect({ url, body }: Answer, { base, page }: LogoutCall): Success | undefined {
  const isOurs = [base, page].some((each) => isSameOrigin(url, each));
  if (['redirect', 'broken', 'oversized'].includes(body)) return undefined;
  return isOurs && !isSamePage(url, base) && !hasError(url) ? { doubt: DOUBT } : undefined;
}

/** `{}` and `[]`: some backends log out by `POST` only, and answer a `GET` like this. */
function isNothing(json: unknown): boolean {
  return typeof json === 'object' && json !== null && Object.keys(json).length === 0;
}
