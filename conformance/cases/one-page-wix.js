import { until } from '../support/until.js';
import { visited, WIX_CLIENT, wixLogout, wixTab } from '../support/wix.js';

/** @import { Rule, SignInOptions } from '../../demo/server/types.js' */
/** @import { Case } from '../support/types.js' */

const platform = 'wix';
const SESSION = 'redirect-session$';

/**
 * @param {{ rules?: readonly Rule[], member?: SignInOptions }} situation
 * @returns {Case['play']}
 */
const signOut =
  ({ rules = [], member = {} }) =>
  async (stage, side) => {
    const { page } = await wixTab(stage, member);
    stage.rules(rules);
    if (side === 'vendor') {
      await wixLogout(page);
    } else {
      await stage.button(page, { platform, clientId: WIX_CLIENT }, { sdk: 'client' });
      await stage.click(page);
    }
    const hasVisited = await visited(stage);
    if (hasVisited) await until(() => page.url().endsWith('/wix.html'), 3000);
    const session = stage.isAlive(platform) ? 'session alive' : 'session ended by the visit';
    const isKept = (await page.cookies()).some(({ name }) => name === 'session');
    return [session, ...stage.notes, `cookie ${isKept ? 'kept' : 'gone'}`].join(', ');
  };

const GONE = 'session ended by the visit, client has nobody, cookie gone';

/** @type {readonly Case[]} */
export const onePageWix = [
  {
    platform,
    title: 'the platform answers every request',
    play: signOut({}),
    vendor: 'session ended by the visit, client has nobody, cookie kept',
    ours: GONE,
  },
  {
    platform,
    title: 'an expired token',
    play: signOut({ member: { expired: true } }),
    vendor: 'session ended by the visit, client has nobody, cookie kept',
    ours: GONE,
  },
  {
    platform,
    title: 'an answer without an address',
    play: signOut({ rules: [{ platform, path: SESSION, json: { redirectSession: {} } }] }),
    vendor: 'session alive, client has nobody, cookie kept',
    ours: 'session alive, client has the member, cookie kept',
  },
  {
    platform,
    title: 'a token that the server refuses once (401)',
    play: signOut({ rules: [{ platform, path: SESSION, times: 1, error: 401 }] }),
    vendor: 'session alive, client has the member, cookie kept',
    ours: GONE,
  },
  {
    platform,
    title: 'a server that fails (500)',
    play: signOut({ rules: [{ platform, path: SESSION, error: 500 }] }),
    vendor: 'session alive, client has the member, cookie kept',
    ours: 'session alive, client has the member, cookie kept',
  },
];
