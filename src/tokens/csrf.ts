import { cookies } from './cookies.js';

/** Where a page keeps its CSRF token, and where it goes in a request. */
export interface CsrfPlace {
  readonly from: 'cookie' | 'meta';
  readonly key: string;
  readonly in: 'header' | 'field';
  readonly name: string;
}

/** A CSRF token, and where it goes in a request. */
export interface CsrfToken {
  readonly name: string;
  readonly value: string;
  readonly in: 'header' | 'field';
}

/** Reads `cookie:csrftoken header:X-CSRFToken`; `undefined` if it has another form. */
export function parseCsrf(text: string): CsrfPlace | undefined {
  const words = text.split(/\s+/).filter(Boolean);
  const source = words.map((word) => /^(cookie|meta):(.+)$/.exec(word)).find(Boolean);
  // A header's name is a token (RFC 9110 section 5.6.2); so may a field's be, and have brackets: `user[csrf]`.
  const target = words
    .map((word) => /^(header):([\w!#$%&'*+.^`|~-]+)$/.exec(word) ?? /^(field):(.+)$/.exec(word))
    .find(Boolean);
  if (words.length !== 2 || !source || !target) return undefined;
  return {
    from: source[1] as CsrfPlace['from'],
    key: source[2] ?? '',
    in: target[1] as CsrfPlace['in'],
    name: target[2] ?? '',
  };
}

/** The CSRF token as it is on the page now: URL-decoded from a cookie, as it stands in a `<meta>`. */
export function readCsrf({ from, key, in: target, name }: CsrfPlace): CsrfToken | undefined {
  const value = from === 'cookie' ? cookieValue(key) : metaContent(key);
  return value ? { name, value, in: target } : undefined;
}

function cookieValue(name: string): string | undefined {
  try {
    return cookies.get(name);
  } catch {
    // A sandboxed frame has no cookies.
    return undefined;
  }
}

function metaContent(name: string): string | undefined {
  const metas = [...document.querySelectorAll('meta[name]')];
  return metas
    .find((meta) => meta.getAttribute('name') === name)
    ?.getAttribute('content')
    ?.trim();
}
