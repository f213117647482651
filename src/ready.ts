import { everything } from './logout/everything.js';
import { provide } from './logout/on-demand.js';
import { builtInPlatforms } from './platforms/all.js';

// For pages that want nothing to be loaded later: builds into one file, pages that have to work offline from their first
// moment, code that calls `logout()` and leaves the page in the same task.
provide(everything, builtInPlatforms);
