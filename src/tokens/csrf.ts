import { cookies } from './cookies.js';

/** Where a page keeps its CSRF token, and how a request carries it. */
export interface CsrfPlace {
  readonly from: 'cookie' | 'meta';
  readonly key: string;
  readonly in: 'header' | 'field';
  readonly name: string;
}

/** A CSRF token, and how a request carries it. */
export interface CsrfToken {
  readonly name: string;
  readonly value: string;
  readonly in: 'header' | 'field';
}

/** Reads `cookie:csrftoken header:X-CSRFToken`; `undefined` if it has another form. */
export function parseCsrf(text: string): CsrfPlace | undefined {
  const words = text.split(/\s+/).filter(Boolean);
  const source = words.map((word) => /^(cookie|meta):(.+)$/.exec(word)).find(Boolean);
  // A header's name has few characters (RFC 9110 section 5.6.2). A field's name may have brackets: `user[csrf]`.
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

/** The page's CSRF token now. The value of a cookie is URL-decoded. */
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
