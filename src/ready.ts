import * as everything from './logout/everything.js';
import { provide } from './logout/on-demand.js';
import * as platforms from './platforms/all.js';

// For pages that want nothing to be loaded later: builds into one file, pages that have to work offline from their first
// moment, code that calls `logout()` and leaves the page in the same task.
provide(everything, platforms);
