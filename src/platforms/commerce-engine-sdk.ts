import type { Answer } from '../client/answer.js';
import type { Tokens } from '../tokens/token-store.js';
import { record, type SdkDriver, tokenPair } from './platform.js';

/** The part of `@commercengine/storefront-sdk` that this driver uses; behaviour as seen in 0.15.0. */
interface StorefrontSdk {
  readonly auth: {
    logout(): Promise<{ data?: unknown; error?: unknown; response?: Response }>;
  };
  /** The stored token. The call neither creates nor refreshes one. */
  getAccessToken(): Promise<string | null | undefined>;
  readonly session?: { peekRefreshToken?(): Promise<string | null | undefined> };
  /** Tells its listeners nothing if the values are stored already, so it must come before a write to storage. */
  setTokens(accessToken: string, refreshToken?: string): Promise<void>;
  clearTokens?(): Promise<void>;
}

export const commerceEngineSdk: SdkDriver = {
  find: ({ sdk }) => (isStorefrontSdk(sdk) ? sdk : undefined),

  async logout(sdk) {
    const storefront = sdk as StorefrontSdk;
    // Without a token the SDK would create an anonymous session, only to end it.
    if (!(await storefront.getAccessToken())) return { is: 'gone' };
    const { data, error, response } = await storefront.auth.logout();
    // If the request did not get through, the SDK makes up an answer.
    if (!response || record(error)['code'] === 'NETWORK_ERROR') throw new Error('No answer');
    return answerOf(response, error ?? data);
  },

  /** After an empty answer the SDK keeps the member's tokens, and it may keep them in memory only. */
  tokens(sdk) {
    const storefront = sdk as StorefrontSdk;
    return {
      async read() {
        const accessToken = await storefront.getAccessToken();
        const refreshToken = accessToken && (await storefront.session?.peekRefreshToken?.());
        return tokenPair(accessToken, refreshToken);
      },
      clear: () => storefront.clearTokens?.(),
      async replace({ accessToken = '', refreshToken }) {
        if ((await storefront.getAccessToken()) === accessToken) return;
        await storefront.setTokens(accessToken, refreshToken);
      },
    };
  },
};

function isStorefrontSdk(sdk: unknown): sdk is StorefrontSdk {
  const { auth, getAccessToken, setTokens } = record(sdk);
  return [record(auth)['logout'], getAccessToken, setTokens].every((member) => typeof member === 'function');
}

/**
 * The SDK returns `content` without its envelope, and `undefined` for an empty body. `null` means an envelope without
 * content, which may have said `success: false`.
 */
function answerOf({ status, url }: Response, body: unknown): Answer {
  const isPair = 'access_token' in record(body);
  const json: unknown = isPair ? { success: true, content: body as Tokens } : body;
  return {
    status,
    url,
    redirected: false,
    ...(body === undefined ? { body: 'empty' } : { body: 'json', json }),
  };
}
