import type { Answer } from '../client/answer.js';
import type { HttpRequest } from '../client/client.js';
import type { Navigation } from '../client/navigation.js';
import type { Connection, ConnectionSettings } from '../logout/connection.js';
import type { FailedLogout } from '../logout/outcome.js';
import type { Leftovers } from '../tokens/session-tokens.js';
import type { StoredTokens, TokenPlace, Tokens, TokenStore } from '../tokens/token-store.js';

/** What a platform's functions are told about the logout under way. */
export interface LogoutCall extends Omit<Connection, 'platform' | 'clearAlso'> {
  /** The tokens that were found; empty if there are none. */
  readonly tokens: StoredTokens;
}

/** What a 2xx answer said besides that the session is over. */
export interface Success {
  /** The platform said that there was no session to end. */
  readonly wasGone?: boolean;
  /** The pair that takes the old one's place. */
  readonly tokens?: Tokens;
  /** Where the page must go, because that is what ends the session. */
  readonly navigation?: Navigation;
  /** What is unusual about the answer. */
  readonly warning?: string;
  /** Where the vendor's SDK is already taking the page, for the same reason. */
  readonly leavingFor?: string;
}

/** What an answer, or a vendor's SDK, says about the session. */
export type Verdict =
  | ({ readonly is: 'ended' } & Omit<Success, 'wasGone'>)
  /** There is no session any more. */
  | { readonly is: 'gone'; readonly warning?: string }
  /** The access token was not accepted; `own` if that is the platform's word, not a stranger's on the way. */
  | { readonly is: 'unauthorized'; readonly own: boolean }
  | ({ readonly is: 'failed'; readonly message?: string } & Pick<FailedLogout, 'reason' | 'server' | 'code'>);

/** A verdict, and the status it rests on. */
export type Judged = Verdict & { readonly status?: number };

/**
 * Signs out through the vendor's own SDK: the one part of a platform that is not a description. A rejection of any
 * of its functions becomes `failed-logout` with the reason `sdk`.
 */
export interface SdkDriver {
  /** The vendor's SDK object to use for this logout, if there is one and it is what this driver knows. */
  find(settings: ConnectionSettings, mode: string): unknown;
  /** Signs out; answers with what the server said, where the SDK shows it, else with what that means. */
  logout(sdk: unknown, call: LogoutCall): Promise<Verdict | Answer>;
  /** What to do when `logout` has not settled in time; without it, the logout has failed. */
  unfinished?(sdk: unknown, call: LogoutCall): Verdict;
  /** The tokens as the SDK knows them, where it may keep them to itself. */
  tokens?(sdk: unknown): TokenStore;
}

/**
 * A platform, described: where its tokens live, what to send, what an answer means. All functions but those of
 * `sdk`, `alongside` and `onFailed` are pure.
 */
export interface Platform {
  /** Value of the `platform` attribute. */
  readonly name: string;
  /** Values of the `mode` attribute; the first is the default unless `defaultMode` says otherwise. */
  readonly modes?: readonly string[];
  defaultMode?(settings: ConnectionSettings, page: string): string | undefined;
  /** Name of an attribute that is needed and was not given. */
  missing?(settings: ConnectionSettings, mode: string): string | undefined;
  /** Why a connection cannot work, in one sentence that says what to do. */
  problem?(connection: Pick<Connection, 'settings' | 'mode' | 'base' | 'page'>): string | undefined;
  /** Whether the platform takes the page to an address of its own choice, so that `redirect` has no effect. */
  ignoresRedirect?(mode: string): boolean;
  /** API base where `base-url` gives none. */
  baseUrl(settings: ConnectionSettings, mode: string, page: string): string;

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

  /** Where the page must be taken to end the session, if no request of a script's can do it. */
  navigation?(call: LogoutCall): Navigation | undefined;
  /** The request that ends the session. */
  request(call: LogoutCall): HttpRequest;
  /** The request for a new access token; `undefined` if there is nothing to refresh with. */
  refresh?(call: LogoutCall): HttpRequest | undefined;
  /** The tokens in the answer to a refresh. */
  refreshed?(json: unknown): Tokens | undefined;
  /** What a 2xx answer to the logout means; `undefined` if it is not what the platform sends. */
  accept(answer: Answer, call: LogoutCall): Success | undefined;
  /** Recognises the platform's own error form, and its error code; `undefined` for anything else. */
  error(json: unknown, status: number): { readonly code?: unknown } | undefined;

  /** Whether the tokens are a guest's, who is nobody to sign out. */
  isGuest?(tokens: StoredTokens): boolean;
  /** What the vendor's own SDK on the page says of the shopper; `undefined` if there is none, or it is not ready. */
  isGuestOnPage?(sdk: unknown): boolean | undefined;
  /** Whether `request` ends the session of just the token in it, so that one that came back late can be ended too. */
  readonly isRevocable?: boolean;

  /** More to do while the request is under way; resolves with a warning. Must settle soon after `signal` aborts. */
  alongside?(call: LogoutCall, signal: AbortSignal): Promise<string | undefined>;
  readonly sdk?: SdkDriver;
  /** Tells the platform's own event bus, before `failed-logout` is dispatched. */
  onFailed?(outcome: FailedLogout, sdk: unknown): void;
}

/** Address of `path` below `base`. */
export function endpoint(base: string, path: string): string {
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/+$/, '') + path;
  return url.href;
}

/** `value` as a plain object whose members can be looked at safely; empty for everything else. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** `value` if it is a string with something in it. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
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
