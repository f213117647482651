import type { FailedLogoutEvent, LoggedOutEvent } from '../../src/index.js';
import { keptTokens } from './kept-tokens.js';
import type { Run } from './run.js';
import type { Shop } from './shop.js';
import { forget, keep, recall } from './tab-memory.js';

/** Stores what the page sees of a logout. It does so at once, because the page may unload next. */
export class RunRecorder {
  readonly #shop: Shop;
  readonly #key: string;
  readonly #onChange: () => void;
  #run: Run | undefined;

  /** `key` names the story, because a tab may have several. After `signal`, nothing more is stored. */
  constructor(shop: Shop, key: string, onChange: () => void, signal: AbortSignal) {
    this.#shop = shop;
    this.#key = `run:${key}`;
    this.#onChange = onChange;
    const earlier = recall(this.#key) as Run | undefined;
    this.#run = earlier && !earlier.end ? { ...earlier, isCutShort: true } : earlier;
    document.addEventListener('before-logout', () => this.#write(this.#begin()), { signal });
    document.addEventListener('logged-out', (event) => this.#end(event), { signal });
    document.addEventListener('failed-logout', (event) => this.#end(event), { signal });
  }

  /** The last logout. */
  get run(): Run | undefined {
    return this.#run;
  }

  /** Stores another text that the page heard. */
  note(text: string): void {
    const run = this.#run ?? this.#begin();
    this.#write({ ...run, notes: [...run.notes, { at: Date.now(), text }] });
  }

  forget(): void {
    this.#run = undefined;
    forget(this.#key);
  }

  #begin(): Run {
    return { startedAt: Date.now(), before: keptTokens(this.#shop), notes: [] };
  }

  #end(event: LoggedOutEvent | FailedLogoutEvent): void {
    const open = this.#run && !this.#run.end && !this.#run.isCutShort ? this.#run : this.#begin();
    const { detail } = event;
    const name = detail.ok ? 'logged-out' : 'failed-logout';
    const after = keptTokens(this.#shop);
    this.#write({ ...open, end: { at: Date.now(), event: name, detail, after } });
  }

  #write(run: Run): void {
    this.#run = run;
    keep(this.#key, run);
    this.#onChange();
  }
}
