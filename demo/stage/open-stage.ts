import type { Word } from '../frame/language.js';
import { findAddresses } from './addresses.js';
import type { Shop } from './shop.js';
import { Stage } from './stage.js';
import { WorkerError } from './worker.js';

/** A stage that is ready, or the reason why it is not. */
export type Opened = { stage: Stage; problem?: undefined } | { stage?: undefined; problem: Word };

/** Opens a shop on the simulated platforms. */
export async function openStage(shop: Shop, onChange: () => void): Promise<Opened> {
  try {
    const stage = new Stage(shop, await findAddresses(), onChange);
    await stage.open();
    return { stage };
  } catch (error) {
    if (error instanceof WorkerError) return { problem: error.word };
    console.error(error);
    return { problem: 'The simulated platforms cannot be reached: start the demo again.' };
  }
}
