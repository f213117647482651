import type { MemoryTokenStore } from '../../src/index.js';
import type { Word } from '../frame/language.js';
import type { Where } from './addresses.js';
import type { Fault } from './faults.js';

/** One way to sign out of a platform. */
export interface Mode {
  /** Value of the attribute `mode`; empty if the platform has only one way. */
  readonly value: string;
  readonly label: Word;
  readonly hint: Word;
  readonly where: Where;
  /** Whether the page itself goes to the platform. */
  readonly leaves?: true;
}

/** One place where a shop keeps a member's data. */
export interface Place {
  readonly in: 'localStorage' | 'cookie' | 'memory';
  readonly name: string;
  /** Finds the token in a stored value that has more than the token. */
  readonly tokenIn?: (value: string) => string;
}

/** All differences between the demo's shops. */
export interface Shop {
  readonly platform: string;
  /** The platform's own name. */
  readonly name: Word;
  /** The first mode is the default. */
  readonly modes: readonly [Mode, ...Mode[]];
  readonly places: readonly Place[];
  /** What the server keeps for a session, in plain words. */
  readonly credentials: Readonly<Record<string, Word>>;
  /** Whether an HttpOnly cookie alone is a session. */
  readonly cookieSession: boolean;
  /** Faults that only this platform has. */
  readonly faults?: readonly Fault[];
  /** Tokens in page memory. */
  readonly memory?: MemoryTokenStore;
  /** Options of the simulated platform when nothing goes wrong. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The platform's own page to which a logout leads. In this demo, it leads back to the shop. */
  readonly home?: string;
  /** Attributes of the shop's `<store-logout>`, besides `platform` and `mode`, for a store at this address. */
  attributes(store: string): Readonly<Record<string, string>>;
  /** Runs the shop's own script, when the page opens or the mode changes. */
  start?(mode: Mode, store: string, note: (text: string) => void): void;
  /** Removes what `start` has put on the page. */
  stop?(): void;
  /** Gets new tokens for page memory, which is empty after a page load. */
  restore?(store: string): Promise<void>;
}
