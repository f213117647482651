import type { Answer } from '../client/answer.js';
import type { Tokens, TokenStore } from '../tokens/token-store.js';
import { record, type SdkDriver } from './platform.js';

/** The part of `@commercengine/storefront-sdk` that is used; behaviour as seen in 0.15.0. */
interface StorefrontSdk {
  readonly auth: {
    logout(): Promise<{ data?: unknown; error?: unknown; response?: Response }>;
  };
  /** The stored token; does not mint or refresh one. */
  getAccessToken(): Promise<string | null | undefined>;
  /** Stays silent when the values are already stored, so it must come before storage is touched. */
  setTokens(accessToken: string, refreshToken?: string): Promise<void>;
  clearTokens?(): Promise<void>;
}

export const commerceEngineSdk: SdkDriver = {
  find: ({ sdk }) => (isStorefrontSdk(sdk) ? sdk : undefined),

  async logout(sdk) {
    const storefront = sdk as StorefrontSdk;
    // The SDK would mint an anonymous session only to log that out.
    if (!(await storefront.getAccessToken())) return { is: 'gone' };
    const { data, error, response } = await storefront.auth.logout();
    // A request that did not get through is reported as an answer of the SDK's own making.
    if (!response || record(error)['code'] === 'NETWORK_ERROR') throw new Error('No answer');
    return answerOf(response, error ?? data);
  },

  /** The SDK keeps the member's tokens after an empty answer, or if they are in its memory only. */
  tokens: (sdk) => storefrontTokens(sdk as StorefrontSdk),
};

function storefrontTokens(storefront: StorefrontSdk): TokenStore {
  return {
    async read() {
      const accessToken = await storefront.getAccessToken();
      return accessToken ? { accessToken } : undefined;
    },
    clear: () => storefront.clearTokens?.(),
    async replace({ accessToken = '', refreshToken }) {
      if ((await storefront.getAccessToken()) === accessToken) return;
      await storefront.setTokens(accessToken, refreshToken);
    },
  };
}

function isStorefrontSdk(sdk: unknown): sdk is StorefrontSdk {
  const { auth, getAccessToken, setTokens } = record(sdk);
  return [record(auth)['logout'], getAccessToken, setTokens].every((member) => typeof member === 'function');
}

/**
 * The SDK hands out `content` without its envelope, `undefined` for an empty body, and `null` for an envelope that
 * it threw away: that one may have said `success: false`.
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
