import { createContext } from '@lit/context';

import type { ConnectionSettings } from '../connection/connection.js';

/**
 * Carries the settings of a `<store-session>` to the elements below it, across two copies of the library too. A
 * function, so that they are read at the time of a click, not at the session's last update.
 */
export const connectionContext = createContext<(() => ConnectionSettings) | undefined>(
  Symbol.for('store-logout.connection'),
);
