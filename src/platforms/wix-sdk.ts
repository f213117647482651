import { httpUrl } from '../client/url.js';
import type { Tokens } from '../tokens/token-store.js';
import { record, text, tokenPair, type SdkDriver } from './platform.js';

/** The part of a `@wix/sdk` client with `OAuthStrategy` that this driver uses; behaviour as seen in 1.21.16. */
interface WixClient {
  readonly auth: {
    logout(originalUrl: string): Promise<{ logoutUrl?: unknown }>;
    getTokens?(): unknown;
    setTokens?(tokens: unknown): void;
  };
}

const noTokens = { accessToken: { value: '', expiresAt: 0 }, refreshToken: { value: '', role: 'none' } };

export const wixSdk: SdkDriver = {
  find: ({ sdk }, mode) => (mode === 'headless' && isWixClient(sdk) ? sdk : undefined),

  async logout(sdk, { redirect, page, tokens }, isOurs) {
    const client = sdk as WixClient;
    const { auth } = client;
    const { accessToken = '', refreshToken } = tokens;
    // After a failed logout, only the library may have the tokens. The SDK renews them first.
    if (refreshToken && !memberTokens(client)) {
      auth.setTokens?.({
        accessToken: { value: accessToken, expiresAt: 0 },
        refreshToken: { value: refreshToken, role: 'member' },
      });
    }
    const before = auth.getTokens?.();
    try {
      const { logoutUrl } = await auth.logout(redirect ?? page);
      const url = httpUrl(text(logoutUrl) ?? '');
      if (url) return { is: 'ended', navigation: { url: url.href } };
    } catch (error) {
      if (isOurs()) restore(client, before);
      const { status } = record(error);
      if (typeof status !== 'number') throw error;
      return { status, url: '', redirected: false, body: 'json', json: bodyOf(error) };
    }
    // The SDK drops its tokens at any 200, even if the answer does not name the page that ends the session.
    if (isOurs()) restore(client, before);
    return { is: 'failed', reason: 'unexpected-response', server: 'unknown' };
  },

  tokens: (sdk) => ({
    read: () => memberTokens(sdk as WixClient),
    clear: () => (sdk as WixClient).auth.setTokens?.(noTokens),
  }),
};

/** The refresh token in the client's memory. */
export function clientRefreshToken(sdk: unknown): string | undefined {
  return text(refreshTokenIn(sdk)['value']);
}

/** The tokens of a member. A visitor has tokens as well, but no session to end. */
function memberTokens(client: WixClient): Tokens | undefined {
  const { role, value } = refreshTokenIn(client);
  const { accessToken } = record(client.auth.getTokens?.());
  return role === 'member' ? tokenPair(record(accessToken)['value'], value) : undefined;
}

function refreshTokenIn(sdk: unknown): Readonly<Record<string, unknown>> {
  return isWixClient(sdk) ? record(record(sdk.auth.getTokens?.())['refreshToken']) : {};
}

function isWixClient(sdk: unknown): sdk is WixClient {
  return typeof record(record(sdk)['auth'])['logout'] === 'function';
}

/** The SDK turns every answer into Wix's error form. If a proxy answered, the code in it is the status. */
function bodyOf(error: unknown): unknown {
  const { message, details } = record(error);
  const { code, data } = record(record(details)['applicationError']);
  return typeof code === 'number' ? record(data)['details'] : { message, details };
}

/** Gives the SDK its tokens back, unless it has a member's now: it has renewed them, or somebody has signed in. */
function restore(client: WixClient, tokens: unknown): void {
  if (tokens && !memberTokens(client)) client.auth.setTokens?.(tokens);
}
