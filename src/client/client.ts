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
  /** Which cookies go along; by default those of the page's own origin. */
  readonly credentials?: RequestCredentials;
  readonly cache?: RequestCache;
  /** `follow` only where the platform's own answer is a redirect; a token must not travel elsewhere. */
  readonly redirect?: 'follow' | 'manual';
}

/** Why there is no usable answer. `insecure`: nothing was sent; `aborted`: the signal's time was up. */
export type Fault = 'network' | 'aborted' | 'insecure' | 'unsendable';

export type Sent = { readonly answer: Answer } | { readonly fault: Fault };

/**
 * Sends one request and reads its answer. Never rejects.
 *
 * The request leaves in the caller's own task and is `keepalive`, so that it arrives even if the page is left
 * at once. Whoever replaced `fetch` may have forgotten the signal: the answer is raced against it all the same.
 */
export async function send(request: HttpRequest, signal: AbortSignal): Promise<Sent> {
  const { url, method, headers, credentials = 'same-origin', cache, redirect = 'manual' } = request;
  const content = contentOf(request);
  const carriesToken = 'Authorization' in headers || content !== undefined;
  if (carriesToken && !isSecure(url)) return { fault: 'insecure' };
  let init: RequestInit;
  try {
    init = {
      method,
      headers: new Headers(content ? { ...headers, 'Content-Type': content.type } : headers),
      credentials,
      redirect,
      keepalive: true,
      signal,
      ...(cache && { cache }),
      ...(content && { body: content.body }),
    };
  } catch {
    // A stored token with a line break in it, say. The browser's own message would repeat the value.
    return { fault: 'unsendable' };
  }
  return untilAborted(exchange(url, init), signal, { fault: 'aborted' });
}

function contentOf({ json, form }: HttpRequest): { type: string; body: string } | undefined {
  if (json !== undefined) return { type: 'application/json', body: JSON.stringify(json) };
  return form && { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
}

async function exchange(url: string, init: RequestInit): Promise<Sent> {
  try {
    return { answer: await readAnswer(await fetch(url, init)) };
  } catch {
    return { fault: 'network' };
  }
}
