/** A server's answer as plain data, so that a pure function can judge it. */
export interface Answer {
  /** HTTP status; 0 for a redirect that was not followed. */
  readonly status: number;
  /** The address that answered, after all redirects. */
  readonly url: string;
  /** Whether a redirect was followed on the way. */
  readonly redirected: boolean;
  /**
   * The kind of body, by its content rather than its label. `broken`: JSON that was cut off or spoilt. `oversized`: not read
   * to its end. `redirect`: the browser hides the target from scripts.
   */
  readonly body: 'empty' | 'json' | 'html' | 'text' | 'broken' | 'oversized' | 'redirect';
  /** Whether a text is a page, by its label or its tags. */
  readonly isPage?: boolean;
  /** The parsed body, if `body` is `json`. */
  readonly json?: unknown;
  /** Seconds to wait before another try, from `Retry-After`. */
  readonly retryAfter?: number;
}

/** Whether an HTTP status is a success. */
export function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The library reads no more than this: an answer to a logout has a few hundred bytes. */
const MAX_CHARACTERS = 1_000_000;

/** Reads `response` into an {@link Answer}; rejects if the body breaks off. */
export async function readAnswer(response: Response): Promise<Answer> {
  const { status, url, redirected, headers } = response;
  const retryAfter = secondsToWait(headers);
  const isPage = /html/i.test(headers.get('content-type') ?? '');
  return {
    status,
    url,
    redirected,
    ...(response.type === 'opaqueredirect'
      ? { body: 'redirect' }
      : redirected && isPage
        ? unread(response)
        : classify(await readText(response), isPage)),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** Does not read the page that a redirect led to. Its address is enough, and the page may be large, slow or endless. */
function unread({ body }: Response): Pick<Answer, 'body'> {
  // Not awaited, as below.
  void body?.cancel().catch(() => undefined);
  return { body: 'html' };
}

async function readText(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    if (done) return text;
    if (text.length > MAX_CHARACTERS) {
      // Not awaited, because an endless stream may never confirm it.
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
  }
}

function classify(text: string | undefined, isLabelled: boolean): Pick<Answer, 'body' | 'json' | 'isPage'> {
  if (text === undefined) return { body: 'oversized' };
  // Some servers put `)]}'` before JSON, so that no page can load it as a script.
  const trimmed = text.trim().replace(/^\)\]\}',?\s*/, '');
  if (!trimmed) return { body: 'empty' };
  if (trimmed.startsWith('<')) return { body: 'html' };
  try {
    return { body: 'json', json: JSON.parse(trimmed) as unknown };
  } catch {
    if (/^[{["]/.test(trimmed)) return { body: 'broken' };
    const isPage = isLabelled || /<(!doctype|html|head|body|title|form)\b/i.test(trimmed);
    return { body: 'text', ...(isPage && { isPage }) };
  }
}

/** `Retry-After` in seconds, also from a date (RFC 9110 section 10.2.3), which is compared with the server's own `Date`. */
function secondsToWait(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  // Some engines read a date into any number. A real one begins with the name of a day.
  if (!/^[A-Z]/i.test(value)) return undefined;
  // Without the server's time there is no result, because the device's clock may be wrong.
  const now = Date.parse(headers.get('date') ?? '');
  const seconds = Math.ceil((Date.parse(value) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(seconds, 0);
}
