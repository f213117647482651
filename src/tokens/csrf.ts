import { quietly } from '../client/json.js';
import { cookies } from './cookies.js';

/** Where a page keeps its CSRF token, and how a request carries it. */
interface CsrfPlace {
  readonly from: 'cookie' | 'meta';
  readonly key: string;
  readonly in: 'header' | 'field';
  readonly name: string;
}

/** A CSRF token, and how a request carries it. */
export type CsrfToken = Pick<CsrfPlace, 'in' | 'name'> & { readonly value: string };

/** Reads `cookie:csrftoken header:X-CSRFToken`; `undefined` if it has another form. */
export function parseCsrf(text: string): CsrfPlace | undefined {
  const words = text.split(/\s+/).filter(Boolean);
  const find = (form: RegExp) => words.map((word) => form.exec(word)).find(Boolean) ?? [];
  const [, from, key] = find(/^(cookie|meta):(.+)$/);
  // A header's name has few characters (RFC 9110 section 5.6.2). A field's name may have brackets: `user[csrf]`.
  const [, target, name] = find(/^(field|header(?=:[\w!#$%&'*+.^`|~-]+$)):(.+)$/);
  return words.length === 2 && from && target ? ({ from, key, in: target, name } as CsrfPlace) : undefined;
}

/** The page's CSRF token now. The value of a cookie is URL-decoded. */
export function readCsrf({ from, key, in: target, name }: CsrfPlace): CsrfToken | undefined {
  // A sandboxed frame has no cookies.
  const value = from === 'cookie' ? quietly(() => cookies.get(key)) : metaContent(key);
  return value ? { name, value, in: target } : undefined;
}

function metaContent(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${CSS.escape(name)}"]`)?.content.trim();
}
