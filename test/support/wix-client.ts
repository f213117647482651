import type { Tokens } from './tokens.js';

interface WixTokens {
  readonly accessToken: { readonly value: string; readonly expiresAt: number };
  readonly refreshToken: { readonly value: string; readonly role: string };
}

const NO_TOKENS: WixTokens = {
  accessToken: { value: '', expiresAt: 0 },
  refreshToken: { value: '', role: 'none' },
};

/**
 * Stands in for a `@wix/sdk` 1.21.16 client with `OAuthStrategy`: the members that a logout touches, with their
 * behaviour as seen, over real HTTP. It keeps its tokens in memory.
 */
export class WixClient {
  readonly auth = {
    getTokens: () => this.#tokens,
    setTokens: (tokens: WixTokens) => {
      this.#tokens = tokens;
    },
    logout: (originalUrl: string) => this.#logout(originalUrl),
  };
  readonly #base: string;
  readonly #clientId: string;
  #tokens: WixTokens;

  constructor(base: string, clientId: string, { accessToken = '', refreshToken = '' }: Tokens) {
    this.#base = base;
    this.#clientId = clientId;
    this.#tokens = {
      accessToken: { value: accessToken, expiresAt: Date.now() / 1000 + 3600 },
      refreshToken: { value: refreshToken, role: 'member' },
    };
  }

  get hasTokens(): boolean {
    return this.#tokens.accessToken.value !== '';
  }

  /** Drops its tokens at any 200, and leaves it to the page to go to `logoutUrl`. */
  async #logout(originalUrl: string): Promise<{ logoutUrl?: string | undefined }> {
    const response = await fetch(`${this.#base}/_api/redirects-api/v1/redirect-session`, {
      method: 'POST',
      headers: { Authorization: this.#tokens.accessToken.value, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        logout: { clientId: this.#clientId },
        callbacks: { postFlowUrl: originalUrl },
      }),
    });
    if (response.status !== 200) throw await sdkError(response);
    const { redirectSession } = (await response.json()) as { redirectSession: { fullUrl?: string } };
    this.auth.setTokens(NO_TOKENS);
    return { logoutUrl: redirectSession.fullUrl };
  }
}

/** An answer without Wix's own error form becomes an application error too, but with the status for a code. */
async function sdkError(response: Response): Promise<Error> {
  const { status, statusText } = response;
  const body = (await response.json().catch(() => null)) as { message?: string; details?: object } | null;
  const message = body?.message ?? statusText;
  const details = {
    applicationError: { description: message, code: status, data: { requestId: null, details: body } },
    ...body?.details,
    requestId: null,
  };
  return Object.assign(new Error(JSON.stringify({ message, details })), { details, status });
}
