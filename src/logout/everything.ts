// What `on-demand.ts` loads: all that nobody needs on a page on which nobody logs out.
export { sharePlatforms } from '../platforms/registry.js';
export { guardPage } from '../tabs/page-guard.js';
export { join, part } from '../tabs/session-watch.js';
export { logout, sessionOf, signedIn } from './logout.js';
export { PresenceWatch } from './presence-watch.js';
export { warmUp } from './warm-up.js';
