import type { StoredTokens, Tokens } from './tokens.js';

interface Answered {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * Stands in for a `@commercengine/storefront-sdk` 0.15.0 instance: the members that a logout touches, with their
 * behaviour as seen, over real HTTP. `managed` keeps its tokens in localStorage, `manual` in memory.
 */
export class CommerceEngineSdk {
  /** The pairs of which Hosted Checkout was told. */
  readonly updates: Tokens[] = [];
  readonly auth = { logout: () => this.#logout() };
  readonly session = {
    peekRefreshToken: async (): Promise<string | null> => this.#storage.read().refreshToken ?? null,
  };
  readonly #base: string;
  readonly #storage: StoredTokens;

  constructor(base: string, storage: StoredTokens) {
    this.#base = base;
    this.#storage = storage;
  }

  async getAccessToken(): Promise<string | null> {
    return this.#storage.read().accessToken ?? null;
  }

  /** Tells of a pair only if it was not stored already. */
  async setTokens(accessToken: string, refreshToken?: string): Promise<void> {
    const before = this.#storage.read();
    this.#storage.write({ accessToken, refreshToken });
    if (before.accessToken === accessToken && before.refreshToken === refreshToken) return;
    this.updates.push({ accessToken, refreshToken });
  }

  async clearTokens(): Promise<void> {
    this.#storage.write({});
  }

  /** After a 401 it refreshes and tries again, and then keeps the refreshed member's pair. */
  async #logout(): Promise<Answered> {
    try {
      const first = await this.#post('/auth/logout');
      if (first.status !== 401) return await this.#answer(first, this.#storage.isManaged);
      const { refreshToken } = this.#storage.read();
      const refreshed = refreshToken
        ? await this.#post('/auth/refresh-token', { refresh_token: refreshToken })
        : undefined;
      if (!refreshed?.ok) return await this.#answer(first, false);
      await this.#answer(refreshed, true);
      return await this.#answer(await this.#post('/auth/logout'), false);
    } catch (cause) {
      const error = {
        success: false,
        code: 'NETWORK_ERROR',
        message: 'Network error occurred',
        error: cause,
      };
      return { data: null, error, response: new Response(null, { status: 503 }) };
    }
  }

  #post(path: string, json?: unknown): Promise<Response> {
    const { accessToken = '' } = this.#storage.read();
    return fetch(this.#base + path, {
      method: 'POST',
      ...(json
        ? { body: JSON.stringify(json), headers: { 'Content-Type': 'application/json' } }
        : { headers: { Authorization: `Bearer ${accessToken}` } }),
    });
  }

  /** Hands out `content` without its envelope, and nothing for an empty body. */
  async #answer(response: Response, stores: boolean): Promise<Answered> {
    const text = await response.text();
    const body = text ? (JSON.parse(text) as { content?: Record<string, string> }) : undefined;
    if (!response.ok) return { data: null, error: body, response };
    const { access_token, refresh_token } = body?.content ?? {};
    if (stores && access_token) await this.setTokens(access_token, refresh_token);
    return { data: body?.content ?? body, error: null, response };
  }
}
