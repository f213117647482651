/** What came back from a server, as plain data, so that it can be judged without a browser. */
export interface Answer {
  /** HTTP status; 0 for a redirect that was not followed. */
  readonly status: number;
  /** Address that answered in the end. */
  readonly url: string;
  /** Whether a redirect was followed on the way. */
  readonly redirected: boolean;
  /**
   * What the body is, by its content rather than its label: `broken` is JSON that was cut off or spoilt,
   * `oversized` was not read to its end, `redirect` is an answer whose target is hidden from scripts.
   */
  readonly body: 'empty' | 'json' | 'html' | 'text' | 'broken' | 'oversized' | 'redirect';
  /** Whether a text is a page: by its label, or by tags in it. */
  readonly isPage?: boolean;
  /** The parsed body, if `body` is `json`. */
  readonly json?: unknown;
  /** Seconds to wait before another try, from `Retry-After`. */
  readonly retryAfter?: number;
}

/** An answer to a logout is a few hundred bytes; more than this is not read. */
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

/** The page that a redirect led to: where that is says it all, and a page may be large, slow or without an end. */
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
      // Not awaited: a stream that never ends may never confirm it either.
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
  }
}

function classify(text: string | undefined, isLabelled: boolean): Pick<Answer, 'body' | 'json' | 'isPage'> {
  if (text === undefined) return { body: 'oversized' };
  // Against scripts that include it, JSON may begin with what no script can.
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

/** `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3), measured by the server's own clock. */
function secondsToWait(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  // Some engines read a date into numbers that are none: a date begins with the name of a day.
  if (!/^[A-Z]/i.test(value)) return undefined;
  // Where the server does not tell its time, nobody knows: the device's clock may be wrong.
  const now = Date.parse(headers.get('date') ?? '');
  const seconds = Math.ceil((Date.parse(value) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(seconds, 0);
}
