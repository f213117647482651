import { parseCsrf } from '../tokens/csrf.js';
import type { OwnRequest, Settings } from '../platforms/settings.js';

const SHAPE =
  'requestInit is an object, or a function that returns one, with headers, body and credentials, and nothing else.';
const CREDENTIALS: readonly unknown[] = ['omit', 'same-origin', 'include'];

/** What is wrong with `csrf`, `requestInit`, `session-url` and `token-path` as they stand, if anything is. */
export function unfitRequest(
  { csrf, requestInit, tokenPath, tokenKey, tokenPrefix }: Settings,
  base: string,
  page: string,
): string | undefined {
  if (tokenPath !== undefined) {
    if (!tokenKey && !tokenPrefix) return 'token-path needs token-key: the place whose value is JSON.';
    // eslint-disable-next-line no-control-regex
    if (!/^[^.\u0000-\u001f]+(\.[^.\u0000-\u001f]+)*$/.test(tokenPath)) {
      return 'token-path is a member of a JSON value, with dots between: access_token, or state.user.token.';
    }
  }
  if (csrf !== undefined) {
    if (!parseCsrf(csrf)) {
      return 'csrf says where the token is and where it goes, for example csrf="cookie:csrftoken header:X-CSRFToken".';
    }
    if (new URL(base).origin !== new URL(page).origin) {
      return "csrf sends the token to the page's own origin only: give base-url an address there, or remove csrf.";
    }
  }
  if (requestInit === undefined || typeof requestInit === 'function') return undefined;
  return unfitInit(requestInit);
}

/** What is wrong with `init`, in a sentence that says what to do. */
export function unfitInit(init: unknown): string | undefined {
  if (!isPlain(init)) return SHAPE;
  const { headers: _, body, credentials = 'include', ...others } = init as OwnRequest;
  if (Object.keys(others).length) return SHAPE;
  if (!CREDENTIALS.includes(credentials)) {
    return 'credentials of requestInit is omit, same-origin or include.';
  }
  const isBody =
    body === undefined ||
    typeof body === 'string' ||
    body instanceof URLSearchParams ||
    body instanceof FormData ||
    isPlain(body);
  if (!isBody) return 'body of requestInit is a text, a URLSearchParams, a FormData or a plain object.';
  return canBeSaid(init)
    ? undefined
    : 'headers of requestInit are names and values that HTTP allows, and its body is one that JSON can say.';
}

function canBeSaid({ headers, body }: OwnRequest): boolean {
  try {
    return (
      [...new Headers(headers).keys()].every(Boolean) &&
      (!isPlain(body) || JSON.stringify(body) !== undefined)
    );
  } catch {
    return false;
  }
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
