import { type Answer, readAnswer } from './answer.js';
import { untilAborted } from './deadline.js';
import { isSecure } from './url.js';

/** One request as data. Tokens are in `headers` only, or in the body of a refresh or a revocation. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as a form (`application/x-www-form-urlencoded`), if there is no `json`. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as it is, if there is neither `json` nor `form`. */
  readonly body?: string | URLSearchParams | FormData;
  /** @default 'same-origin' */
  readonly credentials?: RequestCredentials;
  readonly cache?: RequestCache;
  /** `follow` only if the platform answers with a redirect: a token must not go elsewhere. @default 'manual' */
  readonly redirect?: 'follow' | 'manual';
  /** Whether it must arrive even if the page is left at once. @default true, until a request of this page has timed out */
  readonly keepalive?: boolean;
  /** Whether its headers are secret, so that it must not go over plain http. @default false */
  readonly isPrivate?: boolean;
}

/**
 * Why there is no answer. `timeout`: the signal aborted first. `insecure`, and `unsendable` (no header can carry the
 * token): no request was sent.
 */
export type Fault = 'network' | 'timeout' | 'insecure' | 'unsendable';

/**
 * Whether a request of this page has timed out. Chromium holds the connection of an aborted `keepalive` request for half a
 * minute, and HTTP/1.1 has six for a host: after a few such requests the shop's pages would not load.
 */
let hasHung = false;

/**
 * Sends one request and reads its answer. Never rejects.
 *
 * The request leaves in the caller's own task. It is `keepalive` by default, so that it arrives even if the page is left at
 * once. A page may have replaced `fetch` by one that ignores the signal, so the answer is raced against the signal.
 */
export async function send(request: HttpRequest, signal: AbortSignal): Promise<Answer | Fault> {
  const { url, method, headers, json, form, isPrivate, cache = 'default' } = request;
  const { credentials = 'same-origin', redirect = 'manual', keepalive = !hasHung } = request;
  const body = contentOf(request);
  let sent: Headers;
  try {
    sent = new Headers(headers);
  } catch {
    // For example, a stored token with a line break. The browser's own message would repeat the token.
    return 'unsendable';
  }
  const isSecret = isPrivate || sent.has('Authorization') || body !== null;
  if (isSecret && !isSecure(url)) return 'insecure';
  const type = json !== undefined ? 'application/json' : form && 'application/x-www-form-urlencoded';
  if (type && !sent.has('Content-Type')) sent.set('Content-Type', type);
  // A page's own wrapper around `fetch` may copy the headers by `{ ...headers }`, which would lose those of `Headers` alone.
  const both = Object.assign(sent, Object.fromEntries(sent));
  const init = { method, headers: both, body, credentials, cache, redirect, keepalive, signal };
  const exchange = async (): Promise<Answer> => readAnswer(await fetch(url, init));
  const work = exchange().catch(() => 'network' as const);
  const answer = await untilAborted(work, signal, 'timeout' as const);
  hasHung ||= answer === 'timeout';
  return answer;
}

export const isOffline = (): boolean => !(globalThis.navigator?.onLine ?? true);

/** Whether the fault may pass: the connection broke, a gateway had no server, or the answer was cut off. */
export function mayPass(answer: Answer | Fault): boolean {
  if (typeof answer === 'string') return answer === 'network';
  const { status, body } = answer;
  return (status >= 502 && status <= 504) || (status < 300 && body === 'broken');
}

/**
 * The request for a second try after a network fault. The browser does not say why the first try failed. Perhaps it was
 * redirected to another site: this one follows no redirect. Perhaps the 64 KiB for the bodies of all `keepalive` requests
 * were full: this one has no `keepalive` if it has a body.
 */
export function secondTry(request: HttpRequest): HttpRequest {
  return { ...request, redirect: 'manual', ...(contentOf(request) !== null && { keepalive: false }) };
}

function contentOf({ json, form, body }: HttpRequest): BodyInit | null {
  if (json !== undefined) return JSON.stringify(json);
  return form ? new URLSearchParams(form) : (body ?? null);
}
