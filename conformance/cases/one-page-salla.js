import { sallaLogout, shopperTab } from '../support/salla.js';
import { until } from '../support/until.js';
import { unexpected } from '../support/unexpected.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { AccountsPage } from '../../demo/server/types.js' */
/** @import { Case } from '../support/types.js' */
/** @import { Stage } from '../support/stage.js' */

const platform = 'salla';
/** The element's timeout, in ms. */
const TIMEOUT = 2000;
/** How long the case waits for the SDK alone, in ms: it may hang for ever. */
const PATIENCE = 4000;

/** How the store's own listener of `onLoggedOut` behaves. @typedef {'plain' | 'rejects' | 'hangs'} Listener */

/**
 * @param {{ accounts?: AccountsPage, listener?: Listener }} situation
 * @returns {Case['play']}
 */
const signOut =
  ({ accounts = 'ok', listener = 'plain' }) =>
  async (stage, side) => {
    const { page } = await shopperTab(stage);
    stage.realm.platforms.get(platform)?.configure({ accounts });
    await listen(page, listener);
    if (side === 'vendor') {
      await sallaLogout(page);
    } else {
      await stage.button(page, { platform, timeout: TIMEOUT });
      const event = await stage.click(page);
      if (event?.type !== 'logged-out' || event.duration > TIMEOUT + 500) return unexpected(event);
    }
    const isOut = await until(() => !stage.isAlive(platform), PATIENCE);
    return `${isOut ? 'signed out' : 'still signed in'}, ${count(stage, 'logged.out')}, ${count(stage, 'analytics')}`;
  };

/**
 * @param {Page} page
 * @param {Listener} listener
 */
async function listen(page, listener) {
  await page.evaluate((manner) => {
    const { salla, note, dataLayer } = /** @type {Record<string, any>} */ (
      /** @type {unknown} */ (globalThis)
    );
    const { push } = dataLayer;
    dataLayer.push = (/** @type {unknown[]} */ ...entries) => {
      if (JSON.stringify(entries).includes('logged.out')) note('analytics');
      return push.apply(dataLayer, entries);
    };
    salla.event.auth.onLoggedOut(async () => {
      note('logged.out');
      if (manner === 'rejects') throw new Error('A listener of the store failed.');
      if (manner === 'hangs') await new Promise(() => {});
    });
    salla.event.auth.onFailedLogout(() => note('failed.logout'));
  }, listener);
}

/**
 * @param {Stage} stage
 * @param {string} name
 */
const count = (stage, name) => `${name} ${stage.notes.filter((note) => note === name).length}×`;

/** @type {Case['play']} */
async function offline(stage, side) {
  const { page } = await shopperTab(stage);
  await listen(page, 'plain');
  if (side === 'ours') await stage.button(page, { platform, timeout: TIMEOUT });
  await page.setOfflineMode(true);
  if (side === 'vendor') await sallaLogout(page);
  else await stage.click(page);
  await until(() => stage.notes.length > 0, 1000);
  return failures(stage);
}

/** @type {Case['play']} */
async function refused(stage, side) {
  const { page } = await shopperTab(stage);
  await listen(page, 'plain');
  stage.rules([{ platform, path: '/logout', error: 500 }]);
  if (side === 'vendor') {
    await page.evaluate(() => void Reflect.get(globalThis, 'salla').auth.api.request('logout'));
  } else {
    const [baseUrl, accountsUrl] = [stage.url(platform), `${stage.url(platform)}/accounts`];
    await stage.button(page, { platform, mode: 'fetch', baseUrl, accountsUrl });
    await stage.click(page);
  }
  await until(() => stage.notes.length > 0, 1000);
  return failures(stage);
}

/** @param {Stage} stage */
function failures(stage) {
  const events = stage.events.map(({ type, reason }) => `, ${type} (${reason})`);
  return `${count(stage, 'failed.logout')}${events.join('')}`;
}

const WHOLE = 'signed out, logged.out 1×, analytics 1×';
const HANGS = 'still signed in, logged.out 1×, analytics 1×';

/** @type {readonly Case[]} */
export const onePageSalla = [
  { platform, title: 'the platform answers every request', play: signOut({}), vendor: WHOLE, ours: WHOLE },
  ...[
    { title: 'the accounts page does not answer', accounts: /** @type {const} */ ('silent') },
    { title: 'the accounts page answers 401', accounts: /** @type {const} */ ('unauthorized') },
    { title: 'the accounts page answers 500', accounts: /** @type {const} */ ('server-error') },
    { title: 'a listener rejects', listener: /** @type {const} */ ('rejects') },
    { title: 'a listener never settles', listener: /** @type {const} */ ('hangs') },
  ].map(({ title, ...situation }) => ({
    platform,
    title,
    play: signOut(situation),
    vendor: HANGS,
    ours: WHOLE,
  })),
  {
    platform,
    title: 'onFailedLogout, offline',
    play: offline,
    vendor: 'failed.logout 0×',
    ours: 'failed.logout 1×, failed-logout (offline)',
  },
  {
    platform,
    title: 'onFailedLogout, the store answers 500',
    play: refused,
    vendor: 'failed.logout 0×',
    ours: 'failed.logout 1×, failed-logout (http)',
  },
];
