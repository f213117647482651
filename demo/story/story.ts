import type { Kept } from '../stage/kept-tokens.js';
import type { Run } from '../stage/run.js';
import type { Shop } from '../stage/shop.js';
import type { LogEntry, ServerSession } from '../stage/simulators.js';

/** Everything that the views show. */
export interface Story {
  readonly shop: Shop;
  readonly run: Run | undefined;
  readonly log: readonly LogEntry[];
  readonly session: ServerSession | undefined;
  /** The tokens that are kept now. */
  readonly kept: readonly Kept[];
}
