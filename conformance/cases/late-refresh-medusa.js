import { setTimeout as sleep } from 'node:timers/promises';
import { hold } from '../support/hold.js';
import { medusaToken } from '../support/medusa.js';
import { lasting } from '../support/until.js';
import { unexpected } from '../support/unexpected.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { Case, Side } from '../support/types.js' */
/** @import { Stage } from '../support/stage.js' */

/** Where the SDK keeps its token by default. */
const KEY = 'medusa_auth_token';

/** @param {Stage} stage */
const apiBase = (stage) => `${stage.origin}/medusa`;

/**
 * A tab with the real SDK, as `sdk`. The SDK keeps its token in localStorage, its default.
 *
 * @param {Stage} stage
 */
async function shopTab(stage) {
  const page = await stage.tab('medusa');
  await page.evaluate((baseUrl) => {
    const { Medusa } = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
    Object.assign(globalThis, { sdk: new Medusa({ baseUrl, auth: { type: 'jwt' } }) });
  }, apiBase(stage));
  return page;
}

/** @param {Page} page */
const isSignedIn = (page) => page.evaluate((key) => localStorage.getItem(key) !== null, KEY);

/**
 * @param {Stage} stage
 * @param {Side} side
 * @param {{ isOtherTab?: boolean, held?: 'Request' | 'Response' }} situation
 *   whether the refresh runs in another tab, and whether its request or its answer is held
 */
async function play(stage, side, { isOtherTab, held = 'Response' }) {
  const page = await shopTab(stage);
  await page.evaluate((key, token) => localStorage.setItem(key, token), KEY, medusaToken());
  const refreshing = isOtherTab ? await shopTab(stage) : page;
  const refresh = await hold(refreshing, '/auth/token/refresh', held);
  await refreshing.evaluate(() => {
    const late = Reflect.get(globalThis, 'sdk').auth.refresh();
    Object.assign(globalThis, { late });
  });
  await refresh.begun();

  if (side === 'vendor') {
    await page.evaluate(() => Reflect.get(globalThis, 'sdk').auth.logout());
  } else {
    const settings = { platform: 'medusa', baseUrl: apiBase(stage), tokenKey: KEY };
    // A shop has the tag on every page.
    for (const tab of new Set([refreshing, page])) {
      await stage.register(tab, 'medusa', 'medusa');
      await stage.button(tab, settings);
    }
    const event = await stage.click(page);
    if (event?.type !== 'logged-out') return unexpected(event);
  }
  if (await isSignedIn(page)) return 'never signed out';

  // A token's time is in whole seconds: wait, so that the new token's time is later.
  if (held === 'Request') await sleep(1100);
  await refresh.release();
  await refreshing.evaluate(() => Reflect.get(globalThis, 'late'));
  const isSignedOut = async () => !(await isSignedIn(page)) && !(await isSignedIn(refreshing));
  if (await lasting(isSignedOut, 1000, 5000)) return 'signed out';
  if (side === 'vendor') return 'member back';
  const event = await stage.click(page);
  // The two tabs are two processes: one sees a moment later what the other has removed.
  const isOut = event?.ok && (await lasting(isSignedOut, 300, 5000));
  return `member back, ${isOut ? 'out by another click' : unexpected(event)}`;
}

/** @type {readonly Case[]} */
export const lateRefreshMedusa = [
  { title: 'refresh in flight, same tab' },
  { title: 'refresh in flight, other tab', isOtherTab: true },
  {
    title: 'refresh in flight, token written after the logout',
    held: /** @type {const} */ ('Request'),
  },
  {
    title: 'refresh in flight, other tab, token written after the logout',
    isOtherTab: true,
    held: /** @type {const} */ ('Request'),
  },
].map(({ title, ...situation }) => ({
  platform: 'medusa',
  title,
  play: (stage, side) => play(stage, side, situation),
  vendor: 'member back',
  ours: 'member back, out by another click',
  limit:
    'the token of a late refresh looks like that of a new sign-in, which must stand: the token stays, and the button offers the logout again',
}));
