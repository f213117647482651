import { addPlatforms } from '../platforms/registry.js';
import { guardPage } from '../tabs/page-guard.js';
import { join, part } from '../tabs/session-watch.js';
import { logout, sessionOf, signedIn } from './logout.js';
import { PresenceWatch } from './presence-watch.js';
import { warmUp } from './warm-up.js';

/** What `on-demand.ts` loads: all that nobody needs on a page on which nobody logs out. */
export const everything = {
  addPlatforms,
  guardPage,
  join,
  logout,
  part,
  PresenceWatch,
  sessionOf,
  signedIn,
  warmUp,
};
