import { EMPTY, type EndRecord } from './record.js';

/** What the rules need to know about the tokens in one place. A guest's tokens do not count. */
export interface FoundTokens {
  /** Fingerprints of the tokens, and of their `sid` if the platform vouches for it. */
  readonly marks: readonly string[];
  /** Fingerprint of the user that the token names. */
  readonly user?: string | undefined;
  /** When the issuer made the access token (`iat`), in seconds by the issuer's own clock. */
  readonly issued?: number | undefined;
  /** Whether the access token is a JSON Web Token. */
  readonly isJwt?: boolean;
  /** Whether they are in the memory of this page, but all tabs share their session. */
  readonly isInMemory?: boolean;
  /** Whether other tabs see them as well. No rule needs this. */
  readonly isShared?: boolean;
}

/** For a platform that returns an anonymous pair: tells a late refresh of the ended session from a new sign-in. */
export interface Live {
  /** Number of the session that has ended. */
  readonly of: number;
  readonly user: string;
  /** `iat` of the anonymous pair. */
  readonly issued: number;
}

/** What an element shows: waiting, at work, signed out, or failed. */
export type LogoutState = 'idle' | 'busy' | 'done' | 'failed';

/** A logout under way. */
export interface Flight {
  /** Number of the session that it ends. */
  readonly of: number;
  /** `begun` of the record when the logout began. */
  readonly begun: number;
  /** What the page shows again if the logout is cancelled. */
  readonly shownBefore: LogoutState;
}

/** What one page knows. */
export interface PageState {
  readonly record: EndRecord;
  /**
   * Whether the record can be read now. `undefined` if it never could since the page was loaded or somebody signed in: then
   * the page assumes that no session has ended.
   */
  readonly isReadable: boolean | undefined;
  /** Number of the session that the page shows: the page tells of its end. */
  readonly mine: number;
  /** Number of the first end after the document was loaded: the document is older than that end. */
  readonly drawn: number;
  /** Fingerprints of the tokens that the page last saw in the places. */
  readonly seen: readonly string[];
  /** The user of those tokens. */
  readonly user: string | undefined;
  /** Live messages: in memory only, and for ten seconds. */
  readonly live: readonly Live[];
  /** Fingerprints of the tokens that `clear-on-failure` has removed. Their session may live on. */
  readonly cleared: readonly string[];
  readonly shown: LogoutState;
  readonly flight: Flight | undefined;
  /** Whether the page is in the back/forward cache, or prerendered. */
  readonly isAsleep: boolean;
  readonly isHidden: boolean;
}

/** What can happen to a page. */
export type Happening =
  | {
      readonly type: 'load';
      /** Whether the tag came with the document. A later tag cannot know how the document arrived. */
      readonly isEarly?: boolean;
      /** Whether the document came out of the HTTP cache. Never after a reload. */
      readonly isFromCache?: boolean;
      /** Whether it came by the Back or Forward button. */
      readonly isBack?: boolean;
      /** Number of the last end when this tab last loaded this address. */
      readonly note?: number | undefined;
      /** Whether the page before it in this tab had prefetched it. */
      readonly isPrefetched?: boolean;
      /** Number of the last end when this tab last loaded any page. */
      readonly tabNote?: number | undefined;
      readonly isPrerendered?: boolean;
    }
  | { readonly type: 'click' }
  /** The session has ended. `sent`: fingerprints of the tokens of this logout. `isAsked`: whether a server was asked. */
  | {
      readonly type: 'ended';
      readonly isAsked: boolean;
      readonly sent: readonly string[];
      readonly live?: Omit<Live, 'of'> | undefined;
    }
  /** The tokens of an ended session have been removed or replaced. */
  | { readonly type: 'settled' }
  /** The logout has failed. If `sent` is proved old all the same, the session is over: its tokens must go. */
  | { readonly type: 'failed'; readonly sent: readonly string[]; readonly cleared: readonly string[] }
  /** The logout was cancelled before a request was sent. */
  | { readonly type: 'cancelled' }
  | { readonly type: 'signed-in' }
  /** Something may have changed. */
  | { readonly type: 'look'; readonly live?: Live | undefined }
  /** The page goes into the back/forward cache, or away. */
  | { readonly type: 'sleep' }
  /** The page is back from the back/forward cache, or a prerendered page is shown. */
  | { readonly type: 'awake'; readonly isPrerendered?: boolean; readonly hasCookieSession?: boolean }
  /** The page should have been left, but is still there. */
  | { readonly type: 'stayed' }
  /** Ten seconds have gone since the live message. */
  | { readonly type: 'live-over' };

/** What every event carries. The page reads it in the same task. */
export interface Observed {
  /** The stored record; `undefined` if storage is blocked. */
  readonly record: EndRecord | undefined;
  readonly found: readonly FoundTokens[];
}

export type PageEvent = Happening & Observed;

export type Effect =
  /** Store the record, and post it to the other tabs. */
  | { readonly do: 'publish'; readonly live?: Live | undefined }
  /** Note for this tab at which end the address was loaded; `isForTab`: only the note of the tab as a whole. */
  | { readonly do: 'note'; readonly ended: number; readonly isForTab?: boolean }
  /** Remove these tokens, or replace them by the anonymous pair. */
  | { readonly do: 'remove'; readonly tokens: readonly FoundTokens[] }
  /** Dispatch `logged-out`; with `history`, then go to `redirect` or load the page again. */
  | { readonly do: 'tell'; readonly origin: 'other-tab' | 'history' }
  | { readonly do: 'hide' }
  | { readonly do: 'reload' }
  | { readonly do: 'show' };

/** A page before its `load` event. */
export const NEW_PAGE: PageState = {
  record: EMPTY,
  isReadable: undefined,
  mine: 1,
  drawn: 1,
  seen: [],
  user: undefined,
  live: [],
  cleared: [],
  shown: 'idle',
  flight: undefined,
  isAsleep: false,
  isHidden: false,
};
