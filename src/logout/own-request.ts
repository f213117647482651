import { unfitInit } from '../connection/own-request.js';
import type { LogoutCall, OwnRequest } from '../platforms/platform.js';
import type { Settings } from '../platforms/settings.js';
import { type CsrfPlace, parseCsrf, readCsrf } from '../tokens/csrf.js';

/** What the page has to say to the request at the click, or why it cannot be sent. */
export type AtClick = Pick<LogoutCall, 'csrf' | 'own'> | { readonly problem: string };

const THREW = { problem: 'The function requestInit threw an error, or its promise was rejected: mend it.' };

/** Reads `requestInit` and `csrf`. A promise only where the function in `requestInit` returns one. */
export function readAtClick(settings: Settings): AtClick | Promise<AtClick> {
  const { requestInit } = settings;
  if (typeof requestInit !== 'function') return check(settings, requestInit ?? {});
  try {
    const init = requestInit();
    return isThenable(init)
      ? Promise.resolve(init).then(
          (later) => check(settings, later),
          () => THREW,
        )
      : check(settings, init);
  } catch {
    return THREW;
  }
}

function check({ csrf, method = 'POST' }: Settings, own: OwnRequest): AtClick {
  const problem = unfitInit(own);
  if (problem) return { problem };
  if (own.body !== undefined && method.toUpperCase() === 'GET') {
    return { problem: 'A GET has no body: remove the body of requestInit, or write another method.' };
  }
  const place = csrf === undefined ? undefined : parseCsrf(csrf);
  if (!place) return { own };
  if (place.in === 'field' && typeof own.body === 'string') {
    return { problem: 'A text has no fields: write header: in csrf, or give requestInit another body.' };
  }
  const token = readCsrf(place);
  return token ? { own, csrf: token } : { problem: missing(place) };
}

function missing({ from, key }: CsrfPlace): string {
  return from === 'cookie'
    ? `csrf names the cookie ${key}, which this page does not have, or hides from scripts: check the name.`
    : `csrf names <meta name="${key}">, which is not on this page, or empty: check the name.`;
}

function isThenable<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value;
}
