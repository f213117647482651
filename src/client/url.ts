// Backslashes and control characters are read differently by different URL parsers, which is what attacks use.
// eslint-disable-next-line no-control-regex
const suspicious = /[\u0000-\u001f\u007f\\]/;

/**
 * Reads `text` as an http(s) address without a user name or password. `base` allows addresses that are
 * relative to it, never those that change its host (`//host`).
 */
export function httpUrl(text: string, base?: string): URL | undefined {
  const trimmed = text.trim();
  if (!trimmed || suspicious.test(trimmed) || trimmed.startsWith('//')) return undefined;
  // `https:/path` and `https:path` would be taken as relative to an https base: only the full form is plain.
  if (/^https?:(?!\/\/)/i.test(trimmed)) return undefined;
  try {
    const url = new URL(trimmed, base);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    // Chromium takes a space in a host name for part of it.
    const isHost = !/[%\s]/.test(url.hostname);
    return isWeb && isHost && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a request with a token in it may go to `url`: https, or this very machine
 * (the "potentially trustworthy" hosts of https://www.w3.org/TR/secure-contexts/).
 */
export function isSecure(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/**
 * Whether two addresses name the same page: a slash, a locale (`/en`, `/pt-BR`), a file extension or a `;jsessionid=`
 * more or less is no other page, and neither is another query.
 */
export function isSamePage(one: string, other: string): boolean {
  return pageOf(one) === pageOf(other);
}

function pageOf(address: string): string {
  const { origin, pathname } = new URL(address);
  const segments = pathname
    .replace(/;[^/]*/g, '')
    .replace(/\/index(\.\w+)?$|\.\w+(?=\/*$)/, '')
    .split('/')
    .filter((segment) => segment && !/^[a-z]{2}([-_][a-z]{2,4}){0,2}$/i.test(segment));
  return [origin, ...segments].join('/').toLowerCase();
}

/**
 * Whether two addresses are surely on one site, so that cookies go along. Which endings of a name anybody can register
 * a name below is known to the browser only: where that matters, the answer is no.
 */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  if (a.protocol !== b.protocol) return false;
  if (a.hostname === b.hostname) return true;
  const [site, same] = [a, b].map(({ hostname }) => hostname.split('.').slice(-2).join('.'));
  return site === same && /^[^.]{4,}\./.test(site ?? '') && !/^[\d.]+$/.test(a.hostname);
}

/**
 * The absolute address of a redirect that the author allowed: on the page's own origin, or on one of
 * `origins`. Everything else is `undefined`.
 */
export function allowedRedirect(
  redirect: string,
  page: string,
  origins: readonly string[],
): string | undefined {
  const url = httpUrl(redirect, page);
  const allowed = [page, ...origins].map((origin) => httpUrl(origin)?.origin);
  return url && allowed.includes(url.origin) ? url.href : undefined;
}
