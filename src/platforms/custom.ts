import { bearer, record, type Platform } from './platform.js';

/**
 * Any other backend: one request to the address in `base-url`, with cookies, and a bearer token if one is known.
 * It has no error form of its own, so only a 401 is taken as "there is no session".
 */
export const custom: Platform = {
  name: 'custom',

  missing: ({ baseUrl }) => (baseUrl ? undefined : 'base-url'),
  baseUrl: () => '',

  isShared: true,
  cookieSession: () => true,

  request: ({ base, settings, tokens }) => ({
    method: (settings.method ?? 'POST').toUpperCase(),
    url: base,
    headers: { Accept: 'application/json', ...bearer(tokens) },
    credentials: 'include',
    cache: 'no-store',
    // A server made for browsers answers with a redirect to one of its pages.
    redirect: 'follow',
  }),

  accept({ body, redirected, url }, { base }) {
    const isAnswer = body === 'empty' || body === 'json' || body === 'text';
    const isOwnPage = body === 'html' && redirected && new URL(url).origin === new URL(base).origin;
    return isAnswer || isOwnPage ? {} : undefined;
  },
  error: (json, status) => (status === 401 ? { code: record(json)['code'] } : undefined),
};
