import { compareWires } from '../support/compare-wires.js';
import { apiBase, memberTab } from '../support/commerce-engine.js';
import { SALLA_STORE, sallaLogout, shopperTab } from '../support/salla.js';
import { unisoukSnippet, unisoukTab } from '../support/unisouk.js';
import { until } from '../support/until.js';
import { wiresOf } from '../support/wire.js';
import { visited, WIX_CLIENT, wixLogout, wixTab } from '../support/wix.js';

/** @import { Case, Side } from '../support/types.js' */
/** @import { SignInOptions } from '../../demo/server/types.js' */
/** @import { Stage } from '../support/stage.js' */

/** @typedef {(stage: Stage, side: Side) => Promise<Record<string, string | undefined>>} LogOut  answers with the values to hide */

/** @type {LogOut} */
async function sallaSdk(stage, side) {
  const { page, tokens } = await shopperTab(stage);
  // The SDK removes these cookies, but the browser may be slow: now and then the first request would still have them.
  await page.deleteCookie({ name: 's-token' }, { name: '__ssid' });
  if (side === 'vendor') {
    await sallaLogout(page);
  } else {
    await stage.button(page, { platform: 'salla' });
    await stage.click(page);
  }
  await until(() => stage.realm.log.some(({ path, status }) => path === '/' && status), 8000);
  return { token: tokens.accessToken };
}

/** @type {LogOut} */
async function sallaRequest(stage, side) {
  const { page, tokens } = await shopperTab(stage);
  if (side === 'vendor') {
    // The SDK declares this request, but never sends it.
    await page.evaluate(() => void Reflect.get(globalThis, 'salla').auth.api.request('logout'));
    await until(() => stage.realm.log.some(({ path }) => path === '/logout'), 5000);
  } else {
    const [baseUrl, accountsUrl] = [stage.url('salla'), `${stage.url('salla')}/accounts`];
    await stage.button(page, {
      platform: 'salla',
      mode: 'fetch',
      storeId: SALLA_STORE,
      baseUrl,
      accountsUrl,
    });
    await stage.click(page);
    stage.realm.log = stage.realm.log.filter(({ path }) => path === '/logout');
  }
  return { token: tokens.accessToken };
}

/**
 * @param {SignInOptions} [member]
 * @returns {LogOut}
 */
const commerceEngine = (member) => async (stage, side) => {
  const page = await memberTab(stage, member && { member });
  const stored = await page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
  if (side === 'vendor') {
    await page.evaluate(() => Reflect.get(globalThis, 'sdk').auth.logout());
  } else {
    await stage.button(page, { platform: 'commerce-engine', storeId: 'demo-store', baseUrl: apiBase(stage) });
    await stage.click(page);
  }
  return { token: stored['storefront_access_token'], 'refresh token': stored['storefront_refresh_token'] };
};

/** @type {LogOut} */
async function unisouk(stage, side) {
  const { page, tokens, settings } = await unisoukTab(stage);
  if (side === 'vendor') {
    await unisoukSnippet(page, settings.baseUrl, tokens.accessToken);
  } else {
    await stage.button(page, settings, { tokens: 'store' });
    await stage.click(page);
  }
  return { token: tokens.accessToken };
}

/**
 * @param {SignInOptions} [options]
 * @returns {LogOut}
 */
const wixHeadless = (options) => async (stage, side) => {
  const { page, tokens } = await wixTab(stage, options);
  if (side === 'vendor') {
    await wixLogout(page);
  } else {
    await stage.button(page, { platform: 'wix', clientId: WIX_CLIENT });
    await stage.click(page);
  }
  await visited(stage);
  return { token: tokens.accessToken, 'refresh token': tokens.refreshToken };
};

/** @type {LogOut} */
async function wixApi(stage, side) {
  const { page, tokens } = await wixTab(stage);
  const target = `${stage.origin}/plain.html`;
  if (side === 'vendor') {
    await page.evaluate((request) => Reflect.get(globalThis, 'client').authentication.logout(request), {
      clientId: WIX_CLIENT,
      postLogoutRedirectUri: target,
    });
  } else {
    await stage.button(page, { platform: 'wix', mode: 'api', clientId: WIX_CLIENT, redirect: target });
    await stage.click(page);
  }
  return { token: tokens.accessToken };
}

/** @type {LogOut} */
async function medusaSession(stage, side) {
  const page = await stage.tab('medusa');
  await stage.signIn(page, 'medusa');
  const baseUrl = stage.url('medusa');
  if (side === 'vendor') {
    await page.evaluate(async (base) => {
      const { Medusa } = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
      await new Medusa({ baseUrl: base, publishableKey: 'pk_1', auth: { type: 'session' } }).auth.logout();
    }, baseUrl);
  } else {
    await stage.register(page, 'medusa', 'medusa');
    await stage.button(page, { platform: 'medusa', storeId: 'pk_1', baseUrl });
    await stage.click(page);
    // The element checks the session afterwards. The SDK does not.
    stage.realm.log = stage.realm.log.filter(({ method }) => method === 'DELETE');
  }
  return {};
}

/**
 * @param {string} platform
 * @param {string} title
 * @param {LogOut} logOut
 * @param {number} requests
 * @returns {Case}
 */
const wireCase = (platform, title, logOut, requests) => ({
  platform,
  title: `on the wire: ${title}`,
  async play(stage, side) {
    const secrets = await logOut(stage, side);
    return JSON.stringify(wiresOf(stage, platform, secrets));
  },
  compare: (vendor, ours) => compareWires(`${platform}: ${title}`, vendor, ours),
  vendor: requests === 1 ? '1 request' : `${requests} requests`,
  ours: 'the same or listed',
});

/** @type {readonly Case[]} */
export const wire = [
  wireCase('salla', 'SDK on the page', sallaSdk, 4),
  wireCase('salla', 'the request the SDK declares', sallaRequest, 1),
  wireCase('commerce-engine', 'logout', commerceEngine(), 1),
  wireCase('commerce-engine', 'logout with a token that has expired', commerceEngine({ expired: true }), 2),
  wireCase('unisouk', 'documented snippet', unisouk, 1),
  wireCase('wix', 'redirect session (@wix/sdk)', wixHeadless(), 2),
  wireCase('wix', 'redirect session with a token that has expired', wixHeadless({ expired: true }), 3),
  wireCase('wix', 'documented call (@wix/identity)', wixApi, 1),
  wireCase('medusa', 'session cookie', medusaSession, 1),
];
