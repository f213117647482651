import { apiBase, memberTab, whoIsIn } from '../support/commerce-engine.js';
import { unexpected } from '../support/unexpected.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { Rule, SignInOptions } from '../../demo/server/types.js' */
/** @import { Case } from '../support/types.js' */
/** @import { Stage } from '../support/stage.js' */

const platform = 'commerce-engine';
const LOGOUT = 'auth/logout$';

/**
 * @typedef {object} Situation
 * @property {'browser' | 'memory' | 'none'} [storage]
 * @property {SignInOptions} [member]
 * @property {(stage: Stage) => string} [base]
 * @property {readonly Rule[]} [rules]
 */

/**
 * @param {Situation} situation
 * @returns {Case['play']}
 */
const signOut =
  ({ storage = 'browser', member = {}, base = apiBase, rules = [] }) =>
  async (stage, side) => {
    const page = await memberTab(stage, { storage, member, base: base(stage) });
    stage.rules(rules);
    if (side === 'vendor') {
      await page.evaluate(() => Reflect.get(globalThis, 'sdk').auth.logout());
    } else {
      const settings = { platform, storeId: 'demo-store', baseUrl: base(stage) };
      await stage.button(page, settings, { sdk: 'sdk' });
      const event = await stage.click(page);
      if (event?.type !== 'logged-out') return unexpected(event);
      if (stage.isAlive(platform)) return 'the session is alive';
    }
    if ((await whoIsIn(page)) === 'member') return 'the SDK still has the member';
    return `${await guestWorks(page, base(stage))}, ${await toldOf(page)}`;
  };

/**
 * Whether the SDK now uses a guest's token that the server accepts.
 *
 * @param {Page} page
 * @param {string} base
 */
async function guestWorks(page, base) {
  const isGuest = await page.evaluate(async (address) => {
    const { sdk } = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
    const token = await sdk.ensureAccessToken();
    const response = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
    return (await response.json()).content?.user?.is_anonymous === true;
  }, `${base}/me`);
  return isGuest ? 'goes on as a guest' : 'signed out, no guest';
}

/**
 * Whether the SDK gave its current tokens to `onTokensUpdated`.
 *
 * @param {Page} page
 */
async function toldOf(page) {
  const isTold = await page.evaluate(async () => {
    const { sdk, updates } = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
    return updates.at(-1) === (await sdk.getAccessToken());
  });
  return isTold ? 'onTokensUpdated' : 'onTokensUpdated silent';
}

const WHOLE = 'goes on as a guest, onTokensUpdated';
const STAYS = 'the SDK still has the member';

/** @type {readonly Case[]} */
export const onePageCommerceEngine = [
  { platform, title: 'the platform answers every request', play: signOut({}), vendor: WHOLE, ours: WHOLE },
  {
    platform,
    title: "tokens in the SDK's memory",
    play: signOut({ storage: 'memory' }),
    vendor: WHOLE,
    ours: WHOLE,
  },
  {
    platform,
    title: 'an expired token',
    play: signOut({ member: { expired: true } }),
    vendor: WHOLE,
    ours: WHOLE,
  },
  { platform, title: 'no token storage', play: signOut({ storage: 'none' }), vendor: STAYS, ours: WHOLE },
  {
    platform,
    title: 'a base URL without /storefront',
    play: signOut({ base: (stage) => stage.shortUrl }),
    vendor: STAYS,
    ours: WHOLE,
  },
  {
    platform,
    title: 'an answer without a body (204)',
    play: signOut({ rules: [{ platform, path: LOGOUT, status: 204, process: true }] }),
    vendor: STAYS,
    ours: WHOLE,
  },
  {
    platform,
    title: 'a token that the server refuses once (401)',
    play: signOut({ rules: [{ platform, path: LOGOUT, times: 1, error: 401 }] }),
    vendor: STAYS,
    ours: WHOLE,
  },
];
