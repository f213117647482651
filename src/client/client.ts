import { type Answer, readAnswer } from './answer.js';
import { untilAborted } from './deadline.js';
import { isSecure } from './url.js';

/** One request, described as data. Tokens are only ever in `headers`, or in the body of a refresh. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
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
  const { url, method, headers, json, credentials = 'same-origin', cache, redirect = 'manual' } = request;
  const carriesToken = 'Authorization' in headers || json !== undefined;
  if (carriesToken && !isSecure(url)) return { fault: 'insecure' };
  let init: RequestInit;
  try {
    init = {
      method,
      headers: new Headers(json === undefined ? headers : { ...headers, 'Content-Type': 'application/json' }),
      credentials,
      redirect,
      keepalive: true,
      signal,
      ...(cache && { cache }),
      ...(json !== undefined && { body: JSON.stringify(json) }),
    };
  } catch {
    // A stored token with a line break in it, say. The browser's own message would repeat the value.
    return { fault: 'unsendable' };
  }
  return untilAborted(exchange(url, init), signal, { fault: 'aborted' });
}

async function exchange(url: string, init: RequestInit): Promise<Sent> {
  try {
    return { answer: await readAnswer(await fetch(url, init)) };
  } catch {
    return { fault: 'network' };
  }
}
