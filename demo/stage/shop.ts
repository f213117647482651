import type { MemoryTokenStore } from '../../src/index.js';
import type { Word } from '../frame/language.js';
import type { Where } from './addresses.js';
import type { Fault } from './faults.js';

/** One of the ways in which a platform lets a page sign out. */
export interface Mode {
  /** Value of the attribute `mode`; empty where the platform has only one way. */
  readonly value: string;
  readonly label: Word;
  readonly hint: Word;
  readonly where: Where;
  /** Whether the page itself goes to the platform. */
  readonly leaves?: true;
}

/** One place where a shop keeps something of the member's. */
export interface Place {
  readonly in: 'localStorage' | 'cookie' | 'memory';
  readonly name: string;
  /** The token inside the stored value, where that is more than the token. */
  readonly tokenIn?: (value: string) => string;
}

/** Everything in which the demo's shops differ. */
export interface Shop {
  readonly platform: string;
  /** The platform's own name. */
  readonly name: Word;
  /** The first is the one to start with. */
  readonly modes: readonly [Mode, ...Mode[]];
  readonly places: readonly Place[];
  /** What the server remembers of a session, in plain words. */
  readonly credentials: Readonly<Record<string, Word>>;
  /** Whether an HttpOnly cookie alone makes a session. */
  readonly cookieSession: boolean;
  /** Ways to go wrong that only this platform has. */
  readonly faults?: readonly Fault[];
  /** Tokens in page memory. */
  readonly memory?: MemoryTokenStore;
  /** Options of the simulated platform when nothing goes wrong. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** A page of the platform's own that a browser is sent to; in this demo it leads back to the shop. */
  readonly home?: string;
  /** Attributes of the shop's `<store-logout>`, besides `platform` and `mode`, for a store at this address. */
  attributes(store: string): Readonly<Record<string, string>>;
  /** What the shop's own script does when the page opens or the mode changes. */
  start?(mode: Mode, store: string, note: (text: string) => void): void;
  /** Takes away again what `start` has put on the page. */
  stop?(): void;
  /** Gets the tokens back that were in page memory when the page was left. */
  restore?(store: string): Promise<void>;
}
