import { fileURLToPath } from 'node:url';
import { startProgram } from '../program.js';

/**
 * Rails with Devise, run by Debian's Ruby.
 *
 * @param {'server' | 'cookie'} sessions  where sessions are kept; Rails' default is the cookie, and no logout can end such a session
 */
export const startRails = (sessions) =>
  startProgram('/usr/bin/ruby', fileURLToPath(new URL('shop.rb', import.meta.url)), { SESSIONS: sessions });
