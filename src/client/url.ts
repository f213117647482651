// URL parsers disagree on backslashes and control characters, and attacks use that.
// eslint-disable-next-line no-control-regex
const suspicious = /[\u0000-\u001f\u007f\\]/;

/**
 * Reads `text` as an http(s) address without a user name or password. With `base`, the address may be relative, but it may
 * not change the host (`//host`).
 */
export function httpUrl(text: string, base?: string): URL | undefined {
  const trimmed = text.trim();
  if (!trimmed || suspicious.test(trimmed) || trimmed.startsWith('//')) return undefined;
  // With an https base, `https:/path` and `https:path` would be relative. Only the full form is clear.
  if (/^https?:(?!\/\/)/i.test(trimmed)) return undefined;
  try {
    const url = new URL(trimmed, base);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    // Chromium accepts a space in a host name.
    const isHost = !/[%\s]/.test(url.hostname);
    return isWeb && isHost && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The page's address. A page without a web address (`srcdoc`) has the origin of the page that made it. */
export function pageAddress(): string {
  const { location, origin = 'null' } = globalThis as Partial<typeof globalThis>;
  const href = location?.href ?? 'about:blank';
  return href.startsWith('http') || origin === 'null' ? href : `${origin}/`;
}

/**
 * Whether a request with a token in it may go to `url`: https, or this very machine
 * (the "potentially trustworthy" hosts of https://www.w3.org/TR/secure-contexts/).
 */
export function isSecure(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** Whether `address`, which may be relative, is on the origin of `page`. */
export function isSameOrigin(address: string, page: string): boolean {
  return httpUrl(address, page)?.origin === new URL(page).origin;
}

/**
 * Whether two addresses name the same page. An origin (`www.`), a slash, a locale (`/en`, `/es-419`), a file extension, a
 * `;jsessionid=` or a query makes no difference.
 */
export function isSamePage(one: string, other: string): boolean {
  return pageOf(one) === pageOf(other);
}

function pageOf(address: string): string {
  const { pathname } = new URL(address);
  const segments = pathname
    .replace(/;[^/]*/g, '')
    .replace(/\/index(\.\w+)?$|\.\w+(?=\/*$)/, '')
    .split('/')
    .filter((segment) => segment && !/^[a-z]{2}([-_][a-z\d]{2,4}){0,2}$/i.test(segment));
  return segments.join('/').toLowerCase();
}

/**
 * Whether two addresses are on one site for certain, so that the browser sends cookies. Only the browser knows under which
 * endings anybody can register a name (`co.uk`). If that matters, the answer is no.
 */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [new URL(one, other), new URL(other)];
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
