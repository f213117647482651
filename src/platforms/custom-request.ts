import type { HttpRequest } from '../client/client.js';
import { bearer, type CsrfToken, type LogoutCall, type OwnRequest } from './platform.js';

/** The request to a backend of one's own, with what `csrf` and `requestInit` have to say. */
export function customRequest({ base, settings, tokens, csrf, own = {} }: LogoutCall): HttpRequest {
  const ownHeaders = [...new Headers(own.headers)];
  const ours = {
    Accept: 'application/json',
    ...bearer(tokens),
    ...(csrf?.in === 'header' && { [csrf.name]: csrf.value }),
  };
  // What the site sets wins, in whatever case it is written.
  const isOwn = (name: string): boolean => ownHeaders.some(([theirs]) => theirs === name.toLowerCase());
  const kept = Object.entries(ours).filter(([name]) => !isOwn(name));
  return {
    method: (settings.method ?? 'POST').toUpperCase(),
    url: base,
    headers: Object.fromEntries([...kept, ...ownHeaders]),
    ...content(own.body, csrf?.in === 'field' ? csrf : undefined),
    credentials: own.credentials ?? 'include',
    cache: 'no-store',
    // A server made for browsers answers with a redirect to one of its pages.
    redirect: 'follow',
    isPrivate: ownHeaders.length > 0 || csrf !== undefined,
  };
}

/** The body, and the CSRF token in it as a field; a text has no fields, which is checked before. */
function content(
  body: OwnRequest['body'],
  field: CsrfToken | undefined,
): Pick<HttpRequest, 'json' | 'form' | 'body'> {
  if (typeof body === 'string') return { body };
  const added = field && { [field.name]: field.value };
  if (body === undefined) return added ? { form: added } : {};
  if (body instanceof URLSearchParams || body instanceof FormData) {
    const copy = body instanceof FormData ? new FormData() : new URLSearchParams();
    for (const [name, value] of body) (copy as FormData).append(name, value as string);
    if (field) copy.append(field.name, field.value);
    return { body: copy };
  }
  return { json: { ...body, ...added } };
}
