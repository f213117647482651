import { EMPTY, type EndRecord } from './record.js';

/** Tokens that lie in one place, as far as the rules need to know them. A guest's are not among them. */
export interface FoundTokens {
  /** Fingerprints of the access token, the refresh token, and a `sid` that the platform vouches for. */
  readonly marks: readonly string[];
  /** Fingerprint of the user, by the platform's own claim. */
  readonly user?: string | undefined;
  /** When the issuer gave it out, in its own seconds (`iat`). */
  readonly issued?: number | undefined;
  /** Whether the access token is a JSON Web Token. */
  readonly isJwt?: boolean;
  /** Whether they are in the memory of this page, while their session is the whole browser's. */
  readonly isInMemory?: boolean;
  /** Whether other tabs see them as well. No rule asks for it. */
  readonly isShared?: boolean;
}

/** For a platform that hands back an anonymous pair: tells a late refresh of the ended session from a new sign-in. */
export interface Live {
  /** Number of the session that has ended. */
  readonly of: number;
  readonly user: string;
  /** `iat` of the anonymous pair. */
  readonly issued: number;
}

export type Shown = 'idle' | 'busy' | 'done' | 'failed';

/** A logout under way. */
export interface Flight {
  /** Number of the session that it ends. */
  readonly of: number;
  /** What was announced when it began. */
  readonly begun: number;
  /** What is shown again if it is called off. */
  readonly shownBefore: Shown;
}

/** What one page knows. */
export interface PageState {
  readonly record: EndRecord;
  /**
   * Whether the record could be read just now, and `undefined` if it never could: then the page assumes that nothing
   * has ended.
   */
  readonly isReadable: boolean | undefined;
  /** Number of the session whose end the page would tell. */
  readonly mine: number;
  /** The first end, by its number, of which the document cannot show anything yet: it was loaded before. */
  readonly drawn: number;
  /** Fingerprints of the tokens that were last seen in the places. */
  readonly seen: readonly string[];
  /** Whose they were. */
  readonly user: string | undefined;
  /** Only ever in memory, and for ten seconds. */
  readonly live: readonly Live[];
  /** Fingerprints of the tokens that `clear-on-failure` has removed, although their session may live on. */
  readonly cleared: readonly string[];
  readonly shown: Shown;
  readonly flight: Flight | undefined;
  /** Whether the page is in the back/forward cache, or prerendered. */
  readonly isAsleep: boolean;
  readonly isHidden: boolean;
}

/** What every event brings along, read in the very task in which it is handled. */
export interface Observed {
  /** The stored record; `undefined` if storage is blocked. */
  readonly record: EndRecord | undefined;
  readonly found: readonly FoundTokens[];
}

export type PageEvent = Observed &
  (
    | {
        readonly type: 'load';
        /** Whether the tag came with the document: one that joins later cannot tell how that arrived. */
        readonly isEarly?: boolean;
        /** Whether the document came out of the HTTP cache; a reload does not. */
        readonly isFromCache?: boolean;
        /** Whether it came by the Back or Forward button. */
        readonly isBack?: boolean;
        /** What was the last end when this tab last loaded the address. */
        readonly note?: number | undefined;
        /** Whether the page before it in this tab had it prefetched. */
        readonly isPrefetched?: boolean;
        /** What was the last end when this tab last loaded any page. */
        readonly tabNote?: number | undefined;
        readonly isPrerendered?: boolean;
      }
    | { readonly type: 'click' }
    /** The platform has confirmed the end; `sent` has the fingerprints of what the logout was made with. */
    | {
        readonly type: 'ended';
        readonly sent: readonly string[];
        readonly live?: Omit<Live, 'of'> | undefined;
      }
    /** The tokens of an ended session have been removed or replaced. */
    | { readonly type: 'settled' }
    | { readonly type: 'failed'; readonly sent: readonly string[]; readonly cleared?: readonly string[] }
    /** The logout was called off before anything was sent. */
    | { readonly type: 'cancelled' }
    | { readonly type: 'signed-in' }
    /** Something may have changed. */
    | { readonly type: 'look'; readonly live?: Live | undefined }
    | { readonly type: 'hide' }
    /** The page is back from the back/forward cache, or a prerendered page is shown. */
    | { readonly type: 'awake'; readonly isPrerendered?: boolean; readonly hasCookieSession?: boolean }
    /** A page that was to be left is still there. */
    | { readonly type: 'stayed' }
    /** Ten seconds have gone since the live message. */
    | { readonly type: 'live-over' }
  );

export type Effect =
  /** Store the record, and post it to the other tabs. */
  | { readonly do: 'publish'; readonly live?: Live | undefined }
  /** Note for this tab at which end the address was loaded. */
  | { readonly do: 'note'; readonly ended: number }
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
