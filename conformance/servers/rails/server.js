import { fileURLToPath } from 'node:url';
import { startProgram } from '../program.js';

/**
 * Rails with Devise, by Debian's Ruby.
 *
 * @param {'server' | 'cookie'} sessions  where they are kept; in the cookie by default, which no logout can take back
 */
export const startRails = (sessions) =>
  startProgram('/usr/bin/ruby', fileURLToPath(new URL('shop.rb', import.meta.url)), { SESSIONS: sessions });
