import type { Answer } from '../client/answer.js';
import type { HttpRequest } from '../client/client.js';
import type { Navigation } from '../client/navigation.js';
import { text } from '../client/json.js';
import type { CsrfToken } from '../tokens/csrf.js';
import type { Leftovers } from '../tokens/session-tokens.js';
import type { StoredTokens, TokenPlace, Tokens, TokenStore } from '../tokens/token-store.js';
import type { OwnRequest, Settings } from './settings.js';
import type { Failure, Success, Verdict } from './verdict.js';

export { record, text } from '../client/json.js';
export type { CsrfToken } from '../tokens/csrf.js';
export type { OwnRequest } from './settings.js';
export type { Failure, FailureReason, Success, Verdict } from './verdict.js';

/** The logout under way, as a platform's functions see it. */
export interface LogoutCall {
  readonly settings: Readonly<Settings>;
  readonly mode: string;
  /** The API base as an absolute address. */
  readonly base: string;
  /** Address of the current page. */
  readonly page: string;
  /** `redirect` as an absolute address; absent if there is none, or it is not allowed. */
  readonly redirect?: string;
  /** The tokens that were found. Empty if there are none. */
  readonly tokens: StoredTokens;
  /** The CSRF token that `csrf` names, from `atClick`. */
  readonly csrf?: CsrfToken;
  /** The value of `requestInit`, from `atClick`. */
  readonly own?: OwnRequest;
  /** The JSON of the answer to the request of `prepare`. */
  readonly prepared?: unknown;
}

/** What the platform reads from the page at the click, or a problem, in one sentence that says what to do. */
export type AtClick = Pick<LogoutCall, 'csrf' | 'own'> | { readonly problem: string };

/**
 * Signs out through the vendor's own SDK. If one of its functions rejects, the logout fails with the reason `sdk`.
 */
export interface SdkDriver {
  /** The vendor's SDK object for this logout, if there is one that this driver knows. */
  find(settings: Settings, mode: string): unknown;
  /**
   * Signs out. Returns the server's answer if the SDK shows it, else a verdict.
   *
   * @param isOurs whether the logout still waits for the SDK, and nobody has signed in
   */
  logout(sdk: unknown, call: LogoutCall, isOurs: () => boolean): Promise<Verdict | Answer>;
  /** The verdict if `logout` has not settled in time. Default: the logout has failed. */
  unfinished?(sdk: unknown, call: LogoutCall): Verdict;
  /** The SDK's tokens, if it may keep them in memory. */
  tokens?(sdk: unknown): TokenStore;
}

/**
 * The description of a platform: where its tokens are, what to send, what an answer means. All functions are pure, but for
 * those of `sdk`, `atClick`, `alongside` and `onFailed`.
 */
export interface Platform {
  /** Value of the `platform` attribute. */
  readonly name: string;
  /** Values of the `mode` attribute. The first is the default, unless `defaultMode` returns another. */
  readonly modes?: readonly string[];
  defaultMode?(settings: Settings, page: string): string | undefined;
  /** Name of a required attribute that is missing. */
  missing?(settings: Settings, mode: string): string | undefined;
  /** Why a connection cannot work, in one sentence that says what to do. */
  problem?(connection: Omit<LogoutCall, 'tokens'>): string | undefined;
  /** Whether the platform itself chooses where the page goes, so that `redirect` has no effect. */
  ignoresRedirect?(mode: string, settings: Settings): boolean;
  /** API base if there is no `base-url`. Without this function, `base-url` is required. */
  baseUrl?(settings: Settings, mode: string, page: string): string;

  /** The usual places of the tokens. The first with a token is used. */
  readonly places?: readonly TokenPlace[];
  /** A place that the author names. Default: one plain value for each token. */
  namedPlace?(where: TokenPlace['in'], accessKey: string, refreshKey?: string): TokenPlace;
  /** The platform's other keys that go with the session. */
  readonly leftovers?: Leftovers;
  /** Whether the access token has expired at `now`, in seconds since 1970. This only saves a request. */
  isExpired?(tokens: StoredTokens, now: number): boolean;
  /** Whether there may be a session although no token is found: in a cookie that scripts cannot see. */
  cookieSession?(call: LogoutCall): boolean;

  /** Reads `csrf` and `requestInit`. Without this function they have no effect. A promise delays the request. */
  atClick?(settings: Settings): AtClick | Promise<AtClick>;
  /** Where the page must go to end the session, if a request by script cannot end it. */
  navigation?(call: LogoutCall): Navigation | undefined;
  /** A request that must come first. `request` gets its JSON as `prepared`. */
  prepare?(call: LogoutCall): HttpRequest | undefined;
  /** The request that ends the session. */
  request(call: LogoutCall): HttpRequest;
  /** The request for a new access token; `undefined` if there is no refresh token. */
  refresh?(call: LogoutCall): HttpRequest | undefined;
  /** The tokens in the answer to a refresh. */
  refreshed?(json: unknown): Tokens | undefined;
  /**
   * The meaning of a 2xx answer to the logout; `undefined` if the platform does not send such an answer. Also called for a
   * 404 or 405 after a redirect of a `DELETE`, `PUT` or `PATCH`.
   */
  accept(answer: Answer, call: LogoutCall): Success | undefined;
  /** The error code of an answer in the platform's own error form; `undefined` if the answer has another form. */
  error(json: unknown, status: number, call: LogoutCall): { readonly code?: unknown } | undefined;
  /** One sentence that says what to check after an answer that is no success. It never quotes the answer. */
  explain?(answer: Answer, call: LogoutCall): string | undefined;
  /** The platform's own address that tells whether somebody is signed in, as `session-url` does. */
  sessionUrl?(call: LogoutCall): string | undefined;

  /** Whether the tokens are a guest's: they are never removed, and sent only where `cookieSession` holds. */
  isGuest?(tokens: StoredTokens): boolean;
  /** Whether the vendor's SDK on the page says that the shopper is a guest; `undefined` if there is none, or it is not ready. */
  isGuestOnPage?(sdk: unknown): boolean | undefined;
  /** The claim of a token that names its user. @default 'sub' */
  readonly userClaim?: string;
  /** Whether the logout ends all tokens with the same `sid` at the issuer. @default false */
  readonly endsSid?: boolean;
  /**
   * Whether all tabs of a browser share one session, by a cookie or by shared storage. A tab with a token in its memory then
   * forgets it when another tab logs out. @default false
   */
  readonly isBrowserWide?: boolean | ((settings: Readonly<Settings>) => boolean);

  /** Side work while the request is under way. Resolves with a warning, if any; at the latest when `signal` aborts. */
  alongside?(call: LogoutCall, signal: AbortSignal): Promise<string | undefined>;
  readonly sdk?: SdkDriver;
  /** Tells the platform's own event bus, before `failed-logout` is dispatched. */
  onFailed?(failure: Failure & { readonly message: string }, sdk: unknown): void;
}

/** The address of `path` below `base`, with those members of `query` that have a value. */
export function endpoint(
  base: string,
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const url = new URL(base);
  if (path) url.pathname = url.pathname.replace(/\/+$/, '') + path;
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
  return url.href;
}

/** The tokens of a JSON object, or `undefined` if the first is missing. */
export function tokenPair(accessToken: unknown, refreshToken?: unknown): Tokens | undefined {
  const access = text(accessToken);
  return access === undefined ? undefined : { accessToken: access, refreshToken: text(refreshToken) };
}

/** An `Authorization` header with a bearer token (RFC 6750), or none. */
export function bearer({ accessToken }: Tokens): Record<string, string> {
  return accessToken ? { Authorization: `Bearer ${accessToken}` } : {};
}
