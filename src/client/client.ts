import { type Answer, readAnswer } from './answer.js';
import { untilAborted } from './deadline.js';
import { isSecure } from './url.js';

/** One request, described as data. Tokens are only ever in `headers`, or in the body of a refresh or a revocation. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as a form (`application/x-www-form-urlencoded`), where there is no `json`. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as it is, where there is neither. */
  readonly body?: string | URLSearchParams | FormData;
  /** Which cookies go along; by default those of the page's own origin. */
  readonly credentials?: RequestCredentials;
  readonly cache?: RequestCache;
  /** `follow` only where the platform's own answer is a redirect; a token must not travel elsewhere. */
  readonly redirect?: 'follow' | 'manual';
  /** Whether it must arrive even if the page is left at once; the bodies of all such requests share 64 KiB. @default true */
  readonly keepalive?: boolean;
  /** Whether its headers are nobody else's business, so that it must not go over plain http. @default false */
  readonly isPrivate?: boolean;
}

/**
 * Why there is no answer. `timeout`: the signal was aborted first; `insecure` and `unsendable` (what no header can
 * carry): nothing was sent.
 */
export type Fault = 'network' | 'timeout' | 'insecure' | 'unsendable';

/**
 * Sends one request and reads its answer. Never rejects.
 *
 * The request leaves in the caller's own task and is `keepalive` unless told otherwise, so that it arrives even if the page is left
 * at once. Whoever replaced `fetch` may have forgotten the signal: the answer is raced against it all the same.
 */
export async function send(request: HttpRequest, signal: AbortSignal): Promise<Answer | Fault> {
  const { url, method, headers, credentials = 'same-origin', cache } = request;
  const { redirect = 'manual', keepalive = true, isPrivate } = request;
  const content = contentOf(request);
  const isSecret = isPrivate || 'Authorization' in headers || content !== undefined;
  if (isSecret && !isSecure(url)) return 'insecure';
  let init: RequestInit;
  try {
    init = {
      method,
      headers: withType(new Headers(headers), content?.type),
      credentials,
      redirect,
      keepalive,
      signal,
      ...(cache && { cache }),
      ...(content && { body: content.body }),
    };
  } catch {
    // A stored token with a line break in it, say. The browser's own message would repeat the value.
    return 'unsendable';
  }
  return untilAborted(exchange(url, init), signal, 'timeout');
}

/** Whether the fault is one of the moment: the connection broke, a gateway had no server, or the answer was cut off. */
export function mayPass(answer: Answer | Fault): boolean {
  if (typeof answer === 'string') return answer === 'network';
  const { status, body } = answer;
  return (status >= 502 && status <= 504) || (status < 300 && body === 'broken');
}

/**
 * What to send after a fault of the network. A browser does not say why the first try has failed. It may have led to
 * another site, so no redirect is followed this time; or the 64 KiB that all `keepalive` requests have for their bodies
 * were taken.
 */
export function secondTry(request: HttpRequest): HttpRequest {
  return { ...request, redirect: 'manual', ...(contentOf(request) && { keepalive: false }) };
}

/** What kind of content a request has, unless its headers say so already. */
function withType(headers: Headers, type: string | undefined): Headers {
  if (type && !headers.has('Content-Type')) headers.set('Content-Type', type);
  return headers;
}

function contentOf({ json, form, body }: HttpRequest): { type?: string; body: BodyInit } | undefined {
  if (json !== undefined) return { type: 'application/json', body: JSON.stringify(json) };
  if (form) return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
  return body === undefined ? undefined : { body };
}

async function exchange(url: string, init: RequestInit): Promise<Answer | Fault> {
  try {
    return await readAnswer(await fetch(url, init));
  } catch {
    return 'network';
  }
}
