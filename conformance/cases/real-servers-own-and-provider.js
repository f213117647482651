import { OIDC_CLIENT } from '../servers/addresses.js';
import { replay, said } from '../support/replay.js';
import { withVersion } from '../support/versions.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { Case } from '../support/types.js' */
/** @import { Stage } from '../support/stage.js' */

const server = 'own-and-provider';
const OWN = "the shop's session";
const PROVIDER = "the provider's session";

/**
 * Signs in at the provider, through the shop.
 *
 * @param {Page} page
 */
async function signIn(page) {
  await page.evaluate(() => location.assign('/login'));
  await page.waitForSelector('input[name=login]');
  await page.type('input[name=login]', 'nora');
  await page.type('input[name=password]', 'any');
  await submit(page);
  // The provider's form that asks for consent.
  await page.waitForSelector('form button[type=submit]:not([name])');
  await submit(page);
  await page.waitForFunction(() => location.pathname === '/');
  await page.waitForFunction(() => customElements.get('store-logout') !== undefined);
}

/** @param {Page} page */
async function submit(page) {
  await Promise.all([page.waitForNavigation(), page.click('button[type=submit]')]);
}

/**
 * Which of the two sessions still works.
 *
 * @param {Stage} stage
 * @param {string} shop
 * @param {string} provider
 */
async function copiesOf(stage, shop, provider) {
  const headers = { Cookie: await stage.cookiesFor(shop) };
  const silent = new URL('/auth', provider);
  silent.search = new URLSearchParams({
    client_id: OIDC_CLIENT,
    redirect_uri: `${shop}/oidc.html`,
    response_type: 'code',
    scope: 'openid',
    prompt: 'none',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }).toString();
  return async () => {
    const own = await (await fetch(`${shop}/session`, { headers })).json();
    const loggedIn = await fetch(silent, { headers, redirect: 'manual' });
    const { searchParams } = new URL(loggedIn.headers.get('location') ?? silent);
    return [
      ...(own.user ? [OWN] : []),
      // The provider asks for a login only without a session.
      ...(searchParams.get('error') === 'login_required' ? [] : [PROVIDER]),
    ];
  };
}

/**
 * @param {Stage} stage
 * @param {(shop: string, provider: string) => string} tag  its attributes
 */
async function play(stage, tag) {
  const shop = stage.server(server);
  const provider = await (await fetch(`${shop}/provider`)).json();
  const page = await stage.visit(`${shop}/`);
  await signIn(page);
  return replay(await copiesOf(stage, shop, provider), [OWN, PROVIDER], async () => {
    await stage.tag(page, `platform="custom" ${tag(shop, provider)}`);
    const left = page.waitForNavigation({ timeout: 5000 }).catch(() => undefined);
    const event = await stage.click(page);
    if (event?.redirect) {
      await left;
      // The provider asks for confirmation, and then leads back to the shop.
      const asked = await page.waitForSelector('button[name=logout][value=yes]', { timeout: 5000 });
      await Promise.all([page.waitForNavigation(), asked?.click()]);
      await page.waitForFunction(() => location.pathname === '/plain.html');
    }
    return `${said(event)}${event?.ok && event.warnings.length ? ', warned' : ''}`;
  });
}

/**
 * @param {string} shop
 * @param {string} provider
 */
function endSessionAt(shop, provider) {
  const address = new URL('/session/end', provider);
  address.search = new URLSearchParams({
    client_id: OIDC_CLIENT,
    post_logout_redirect_uri: `${shop}/plain.html`,
  }).toString();
  return address.href.replaceAll('&', '&amp;');
}

const platform = `custom (${withVersion('passport')} before ${withVersion('oidc-provider')})`;

/** @type {readonly Case[]} */
export const realServersOwnAndProvider = [
  {
    platform,
    title: "own session, then the provider's by redirect",
    server,
    play: (stage) =>
      play(
        stage,
        (shop, provider) =>
          `base-url="/logout" redirect="${endSessionAt(shop, provider)}" redirect-origins="${provider}"`,
      ),
    ours: 'logged-out ended; replayed: refused',
  },
  {
    platform,
    title: "own session, with session-url, then the provider's by redirect",
    server,
    play: (stage) =>
      play(
        stage,
        (shop, provider) =>
          `base-url="/logout" session-url="/session" redirect="${endSessionAt(shop, provider)}" redirect-origins="${provider}"`,
      ),
    ours: 'logged-out ended, verified; replayed: refused',
  },
  {
    platform,
    title: 'own session, and an address at the provider whose origin is not allowed',
    server,
    play: (stage) =>
      play(stage, (shop, provider) => `base-url="/logout" redirect="${endSessionAt(shop, provider)}"`),
    ours: `logged-out ended, warned; replayed: ${PROVIDER} still good`,
    limit:
      'nobody told the provider: its address is to be in `redirect`, and its origin in `redirect-origins`',
  },
  {
    platform,
    title: 'own session, and nothing about the provider',
    server,
    play: (stage) => play(stage, () => 'base-url="/logout" session-url="/session"'),
    ours: `logged-out ended, verified; replayed: ${PROVIDER} still good`,
    limit:
      'nobody told the provider: its address is to be in `redirect`, and its origin in `redirect-origins`',
  },
  {
    platform,
    title: 'own session, wrong address, and the provider by redirect',
    server,
    play: (stage) =>
      play(
        stage,
        (shop, provider) =>
          `base-url="/log-out" redirect="${endSessionAt(shop, provider)}" redirect-origins="${provider}"`,
      ),
    ours: `failed-logout http; replayed: ${OWN}, ${PROVIDER} still good`,
  },
];
