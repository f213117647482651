import { OIDC_CLIENT } from '../servers/addresses.js';
import { replay, said } from '../support/replay.js';
import { withVersion } from '../support/versions.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { Case, Side } from '../support/types.js' */
/** @import { Stage } from '../support/stage.js' */

const server = 'oidc-provider';
const serverWithPost = 'oidc-provider, with forms';

/**
 * @typedef {object} Shopper  a signed-in shopper
 * @property {Page} page
 * @property {string} origin  of the shop
 * @property {string} issuer
 * @property {string} userKey  where `oidc-client-ts` keeps its user
 * @property {{ access_token: string, refresh_token: string, id_token: string }} tokens
 */

/**
 * Logs in at the provider, with `oidc-client-ts` and the provider's own forms.
 *
 * @param {Stage} stage
 * @param {string} issuer
 * @param {string} [origin]
 * @returns {Promise<Shopper>}
 */
async function logIn(stage, issuer, origin = stage.origin) {
  const page = await stage.tab('oidc', origin);
  await startManager(page, issuer);
  await page.evaluate(() => void Reflect.get(globalThis, 'manager').signinRedirect());
  await page.waitForSelector('input[name=login]');
  await page.type('input[name=login]', 'nora');
  await page.type('input[name=password]', 'any');
  await submit(page);
  // The provider's form that asks for consent.
  await page.waitForSelector('form button[type=submit]:not([name])');
  await submit(page);
  await page.waitForFunction(() => location.search.includes('code='));
  await startManager(page, issuer);
  const tokens = await page.evaluate(() => Reflect.get(globalThis, 'manager').signinRedirectCallback());
  return { page, origin, issuer, tokens, userKey: `oidc.user:${issuer}:${OIDC_CLIENT}` };
}

/** @param {Page} page */
async function submit(page) {
  await Promise.all([page.waitForNavigation(), page.click('button[type=submit]')]);
}

/**
 * @param {Page} page
 * @param {string} authority
 */
async function startManager(page, authority) {
  await page.waitForFunction(() => Reflect.get(globalThis, 'UserManager') !== undefined);
  await page.evaluate(
    (issuer, client) => {
      const { UserManager } = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
      const manager = new UserManager({
        authority: issuer,
        client_id: client,
        redirect_uri: `${location.origin}/oidc.html`,
        post_logout_redirect_uri: `${location.origin}/plain.html`,
        scope: 'openid',
      });
      Object.assign(globalThis, { manager });
    },
    authority,
    OIDC_CLIENT,
  );
}

/**
 * Which copies of the login the provider still accepts.
 *
 * @param {Stage} stage
 * @param {Shopper} shopper
 */
async function copiesOf(stage, { issuer, origin, tokens }) {
  const Cookie = await stage.cookiesFor(issuer);
  const silent = new URL('/auth', issuer);
  silent.search = new URLSearchParams({
    client_id: OIDC_CLIENT,
    redirect_uri: `${origin}/oidc.html`,
    response_type: 'code',
    scope: 'openid',
    prompt: 'none',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }).toString();

  return async () => {
    const loggedIn = await fetch(silent, { headers: { Cookie }, redirect: 'manual' });
    const user = await fetch(`${issuer}/me`, { headers: { Authorization: `Bearer ${tokens.access_token}` } });
    const refresh = await fetch(`${issuer}/token/introspection`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: OIDC_CLIENT, token: tokens.refresh_token }),
    });
    // The provider asks for a login only without a session. Any other answer means that it knows the shopper.
    const { searchParams } = new URL(loggedIn.headers.get('location') ?? silent);
    return [
      ...(searchParams.get('error') === 'login_required' ? [] : ['session']),
      ...(user.ok ? ['access token'] : []),
      ...((await refresh.json()).active ? ['refresh token'] : []),
    ];
  };
}

const ALL = ['session', 'access token', 'refresh token'];

/**
 * @param {Stage} stage
 * @param {Side} side
 * @param {{ mode?: 'post', origin?: string }} [how]
 */
async function endSession(stage, side, { mode, origin } = {}) {
  const issuer = stage.server(mode === 'post' ? serverWithPost : server);
  const shopper = await logIn(stage, issuer, origin);
  const { page, tokens, userKey } = shopper;
  const addresses = /** @type {string[]} */ ([]);
  const forms = /** @type {string[]} */ ([]);
  page.on('request', (request) => {
    addresses.push(request.url());
    forms.push(request.postData() ?? '');
  });

  return replay(await copiesOf(stage, shopper), ALL, async () => {
    let told = 'signoutRedirect()';
    if (side === 'vendor') {
      await page.evaluate(() => void Reflect.get(globalThis, 'manager').signoutRedirect());
    } else {
      await stage.register(page, 'oidc', 'oidc');
      await stage.button(page, {
        platform: 'oidc',
        baseUrl: `${issuer}/session/end`,
        clientId: OIDC_CLIENT,
        ...(mode && { mode }),
        tokenKey: userKey,
        redirect: '/plain.html',
      });
      told = said(await stage.click(page));
    }
    // The provider asks for confirmation if it knows a session. Then it leads back to the shop.
    const asked = await page
      .waitForSelector('button[name=logout][value=yes]', { timeout: 5000 })
      .catch(() => null);
    if (asked) await Promise.all([page.waitForNavigation(), asked.click()]);
    await page.waitForFunction(() => location.pathname === '/plain.html');
    const kept = await page.evaluate((key) => sessionStorage.getItem(key), userKey);
    return [
      told,
      ...(kept ? ['tokens kept'] : []),
      ...(addresses.some((url) => url.includes(tokens.id_token)) ? ['ID token in an address'] : []),
      ...(forms.some((text) => text.includes(tokens.id_token)) ? ['ID token in a form'] : []),
    ].join(', ');
  });
}

/** @type {Case['play']} */
async function revoke(stage, side) {
  const issuer = stage.server(server);
  const shopper = await logIn(stage, issuer);
  const { page, userKey } = shopper;
  return replay(await copiesOf(stage, shopper), ALL, async () => {
    if (side === 'vendor') {
      return page.evaluate(() =>
        Reflect.get(globalThis, 'manager')
          .revokeTokens()
          .then(
            () => 'revokeTokens() done',
            () => 'revokeTokens() rejected',
          ),
      );
    }
    await stage.register(page, 'oauth2-revoke', 'oauth2Revoke');
    await stage.button(page, {
      platform: 'oauth2-revoke',
      baseUrl: `${issuer}/token/revocation`,
      clientId: OIDC_CLIENT,
      tokenKey: userKey,
    });
    return said(await stage.click(page));
  });
}

const platform = `oidc (${withVersion('oidc-provider')})`;

/** @type {readonly Case[]} */
export const realServersOidc = [
  {
    platform,
    title: 'real server, on the same site',
    server,
    play: (stage, side) => endSession(stage, side),
    vendor: 'signoutRedirect(), ID token in an address; replayed: refused',
    ours: 'logged-out redirecting; replayed: refused',
  },
  {
    platform,
    title: 'real server, on another site',
    server,
    play: (stage, side) => endSession(stage, side, { origin: stage.shop.siteOrigin }),
    vendor: 'signoutRedirect(), ID token in an address; replayed: refused',
    ours: 'logged-out redirecting; replayed: refused',
  },
  {
    platform,
    title: 'real server, mode post',
    server: serverWithPost,
    play: (stage, side) => endSession(stage, side, { mode: 'post' }),
    // `oidc-client-ts` posts no form.
    ours: 'logged-out redirecting, ID token in a form; replayed: refused',
  },
  {
    platform: `oauth2-revoke (${withVersion('oidc-provider')})`,
    title: 'real server',
    server,
    play: revoke,
    vendor: 'revokeTokens() rejected; replayed: session still good',
    ours: 'logged-out ended; replayed: session still good',
    limit: 'a revocation ends the tokens, but by design not the login at the provider',
  },
];
