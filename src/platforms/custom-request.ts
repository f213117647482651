import type { HttpRequest } from '../client/client.js';
import { quietly } from '../client/json.js';
import { isSameOrigin } from '../client/url.js';
import { parseCsrf, readCsrf } from '../tokens/csrf.js';
import { isPromise } from '../tokens/keepers.js';
import { bearer, type AtClick, type CsrfToken, type LogoutCall, type OwnRequest } from './platform.js';
import type { Settings } from './settings.js';

const NO_FIELDS = 'A GET or a text has no fields: write header: in csrf.';
const UNFIT_INIT =
  'requestInit is not usable: write an object, or a function that returns one, with nothing but headers, credentials and body (text, URLSearchParams, FormData, or an object for JSON).';

/** The problem with `csrf`, `mode`, `method` or `requestInit`, in one sentence that says what to do. */
export function unfitSettings(call: Omit<LogoutCall, 'tokens'>): string | undefined {
  const { settings, mode, base, page } = call;
  const { csrf, requestInit, method } = settings;
  const due = { fetch: undefined, navigate: 'GET', form: 'POST' }[mode];
  if (due && method && method.toUpperCase() !== due) {
    return `method has no effect with mode="${mode}", which is a ${due}: remove one of the two.`;
  }
  const unused = requestInit && mode !== 'fetch' ? 'requestInit' : csrf && mode === 'navigate' && 'csrf';
  if (unused) return `${unused} has no effect with mode="${mode}": remove one of the two.`;
  if (csrf === undefined) return undefined;
  const place = parseCsrf(csrf);
  if (!place) return 'csrf is not usable: write cookie:NAME or meta:NAME, and header:NAME or field:NAME.';
  if (!isSameOrigin(base, page)) {
    return "csrf is sent to the page's own origin only: give base-url an address there, or remove csrf.";
  }
  if (place.in === 'field') return mode === 'fetch' && isGet(settings) ? NO_FIELDS : undefined;
  return mode === 'form' ? 'A form has no headers: write field: in csrf.' : undefined;
}

/** Reads `requestInit` and `csrf`. Returns a promise only if the function in `requestInit` does. */
export function readAtClick(settings: Settings): AtClick | Promise<AtClick> {
  const { requestInit = {} } = settings;
  const threw = { problem: 'The function requestInit threw an error, or its promise was rejected: fix it.' };
  const read = (): AtClick | Promise<AtClick> => {
    const own = typeof requestInit === 'function' ? requestInit() : requestInit;
    if (!isPromise(own)) return complete(settings, own);
    const later = Promise.resolve(own).then((each) => complete(settings, each));
    return later.catch(() => threw);
  };
  return quietly(read) ?? threw;
}

/** The request to the site's own backend, with the values of `csrf` and `requestInit`. */
export function customRequest({ base, settings, tokens, csrf, own = {} }: LogoutCall): HttpRequest {
  const ownHeaders = [...new Headers(own.headers)];
  const ours = {
    Accept: 'application/json',
    ...bearer(tokens),
    ...(csrf?.in === 'header' && { [csrf.name]: csrf.value }),
  };
  // The site's own header wins, in upper or lower case.
  const isOwn = (name: string): boolean => ownHeaders.some(([theirs]) => theirs === name.toLowerCase());
  const kept = Object.entries(ours).filter(([name]) => !isOwn(name));
  return {
    method: (settings.method ?? 'POST').toUpperCase(),
    url: base,
    headers: Object.fromEntries([...kept, ...ownHeaders]),
    ...content(own.body, csrf?.in === 'field' ? csrf : undefined),
    credentials: own.credentials ?? 'include',
    cache: 'no-store',
    // A server for browsers answers with a redirect to one of its pages.
    redirect: 'follow',
    isPrivate: ownHeaders.length > 0 || csrf !== undefined,
  };
}

export function isGet({ method = 'POST' }: Settings): boolean {
  return method.toUpperCase() === 'GET';
}

function complete(settings: Settings, own: OwnRequest): AtClick {
  if (!isFit(own)) return { problem: UNFIT_INIT };
  const { body } = own;
  if (body !== undefined && isGet(settings)) {
    return { problem: 'A GET has no body: remove that of requestInit, or write another method.' };
  }
  const place = parseCsrf(settings.csrf ?? '');
  if (!place) return { own };
  if (place.in === 'field' && typeof body === 'string') return { problem: NO_FIELDS };
  const headers = { [place.name]: '1' };
  if (place.in === 'header' && !new Request('about:blank', { headers }).headers.has(place.name)) {
    return { problem: `A page may not set the header ${place.name}: write another one in csrf.` };
  }
  const csrf = readCsrf(place);
  const { from, key } = place;
  if (csrf) return { own, csrf };
  return { problem: `csrf names ${from}:${key}, which no script can see on this page: check the name.` };
}

function isFit(init: OwnRequest): boolean {
  const { headers, body, credentials = 'include', ...others } = Object(init) as OwnRequest;
  if (!isPlain(init) || Object.keys(others).length) return false;
  const isText = body === undefined || typeof body === 'string';
  const isJson = isPlain(body) && quietly(() => JSON.stringify(body)) !== undefined;
  const taken = quietly(() => new Request('about:blank', { headers: new Headers(headers), credentials }));
  return (isText || isForm(body) || isJson) && taken !== undefined;
}

function isForm(body: unknown): body is URLSearchParams | FormData {
  return body instanceof URLSearchParams || body instanceof FormData;
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The body, with the CSRF token as a field. A text has no fields; `complete()` has checked that. */
function content(
  body: OwnRequest['body'],
  field: CsrfToken | undefined,
): Pick<HttpRequest, 'json' | 'form' | 'body'> {
  if (typeof body === 'string') return { body };
  const added = field && { [field.name]: field.value };
  if (body === undefined) return added ? { form: added } : {};
  if (!isForm(body)) return { json: { ...body, ...added } };
  const copy = body instanceof FormData ? new FormData() : new URLSearchParams();
  for (const [name, value] of body) (copy as FormData).append(name, value as string);
  if (field) copy.append(field.name, field.value);
  return { body: copy };
}
