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

/** What a platform's functions are told about the logout under way. */
export interface LogoutCall {
  readonly settings: Readonly<Settings>;
  readonly mode: string;
  /** The API base as an absolute address. */
  readonly base: string;
  /** Address of the current page. */
  readonly page: string;
  /** `redirect` made absolute; absent if none was asked for, or none that is allowed. */
  readonly redirect?: string;
  /** The tokens that were found; empty if there are none. */
  readonly tokens: StoredTokens;
  /** The CSRF token that `csrf` names, as `atClick` has read it. */
  readonly csrf?: CsrfToken;
  /** What `requestInit` says, as `atClick` has read it. */
  readonly own?: OwnRequest;
  /** The JSON that answered the request of `prepare`. */
  readonly prepared?: unknown;
}

/** What only the page knows, or why nothing can be sent, in one sentence that says what to do. */
export type AtClick = Pick<LogoutCall, 'csrf' | 'own'> | { readonly problem: string };

/**
 * Signs out through the vendor's own SDK: the one part of a platform that is not a description. A rejection of any
 * of its functions becomes `failed-logout` with the reason `sdk`.
 */
export interface SdkDriver {
  /** The vendor's SDK object to use for this logout, if there is one and it is what this driver knows. */
  find(settings: Settings, mode: string): unknown;
  /** Signs out; answers with what the server said, where the SDK shows it, else with what that means. */
  logout(sdk: unknown, call: LogoutCall): Promise<Verdict | Answer>;
  /** What to do when `logout` has not settled in time; without it, the logout has failed. */
  unfinished?(sdk: unknown, call: LogoutCall): Verdict;
  /** The tokens as the SDK knows them, where it may keep them to itself. */
  tokens?(sdk: unknown): TokenStore;
}

/**
 * A platform, described: where its tokens live, what to send, what an answer means. All functions but those of
 * `sdk`, `atClick`, `alongside` and `onFailed` are pure.
 */
export interface Platform {
  /** Value of the `platform` attribute. */
  readonly name: string;
  /** Values of the `mode` attribute; the first is the default unless `defaultMode` says otherwise. */
  readonly modes?: readonly string[];
  defaultMode?(settings: Settings, page: string): string | undefined;
  /** Name of an attribute that is needed and was not given. */
  missing?(settings: Settings, mode: string): string | undefined;
  /** Why a connection cannot work, in one sentence that says what to do. */
  problem?(connection: Omit<LogoutCall, 'tokens'>): string | undefined;
  /** Whether the platform takes the page to an address of its own choice, so that `redirect` has no effect. */
  ignoresRedirect?(mode: string): boolean;
  /** API base where `base-url` gives none. */
  baseUrl(settings: Settings, mode: string, page: string): string;

  /** The usual places of the tokens, in the order in which they are looked for. */
  readonly places?: readonly TokenPlace[];
  /** How the tokens look in a place that the author names, where that is not one plain value for each. */
  namedPlace?(where: TokenPlace['in'], accessKey: string, refreshKey?: string): TokenPlace;
  /** Keys beside the tokens that are the platform's own and go with the session. */
  readonly leftovers?: Leftovers;
  /** Whether the access token's time was up at `now`, in seconds since 1970. Only ever saves a request. */
  isExpired?(tokens: StoredTokens, now: number): boolean;
  /** Whether a session may exist although no token is to be found (in a cookie that scripts cannot see). */
  cookieSession?(call: LogoutCall): boolean;

  /** Reads `csrf` and `requestInit`, which have no effect without it. A promise delays the request. */
  atClick?(settings: Settings): AtClick | Promise<AtClick>;
  /** Where the page must be taken to end the session, if no request of a script's can do it. */
  navigation?(call: LogoutCall): Navigation | undefined;
  /** A request that must go first: its JSON is handed to `request` as `prepared`. */
  prepare?(call: LogoutCall): HttpRequest | undefined;
  /** The request that ends the session. */
  request(call: LogoutCall): HttpRequest;
  /** The request for a new access token; `undefined` if there is nothing to refresh with. */
  refresh?(call: LogoutCall): HttpRequest | undefined;
  /** The tokens in the answer to a refresh. */
  refreshed?(json: unknown): Tokens | undefined;
  /**
   * What a 2xx answer to the logout means, or a 404 or 405 from another address to which a `DELETE`, `PUT` or `PATCH`
   * was led; `undefined` if it is not what the platform sends.
   */
  accept(answer: Answer, call: LogoutCall): Success | undefined;
  /** Recognises the platform's own error form, and its error code; `undefined` for anything else. */
  error(json: unknown, status: number, call: LogoutCall): { readonly code?: unknown } | undefined;
  /** What to look at after an answer that is no success, in one sentence that has nothing of the answer in it. */
  explain?(answer: Answer, call: LogoutCall): string | undefined;
  /** An address of the platform's own that tells whether somebody is signed in, as `session-url` does. */
  sessionUrl?(call: LogoutCall): string | undefined;

  /** Whether the tokens are a guest's, who is nobody to sign out. */
  isGuest?(tokens: StoredTokens): boolean;
  /** What the vendor's own SDK on the page says of the shopper; `undefined` if there is none, or it is not ready. */
  isGuestOnPage?(sdk: unknown): boolean | undefined;
  /** Which claim of a token names its user. @default 'sub' */
  readonly userClaim?: string;
  /** Whether the logout ends every token of the session that `sid` names, at the issuer. @default false */
  readonly endsSid?: boolean;
  /**
   * Whether all tabs of a browser share one session, because it hangs on a cookie or on storage that they share; a tab
   * that keeps a token in its memory then forgets it when another tab logs out. @default false
   */
  readonly isBrowserWide?: boolean;

  /** More to do while the request is under way; resolves with a warning. Must settle soon after `signal` aborts. */
  alongside?(call: LogoutCall, signal: AbortSignal): Promise<string | undefined>;
  readonly sdk?: SdkDriver;
  /** Tells the platform's own event bus, before `failed-logout` is dispatched. */
  onFailed?(failure: Failure & { readonly message: string }, sdk: unknown): void;
}

/** Address of `path` below `base`, with the members of `query` that have a value. */
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
