import { BETTER_AUTH } from '../servers/addresses.js';
import { replay, said } from '../support/replay.js';
import { withVersion } from '../support/versions.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { Case, Side } from '../support/types.js' */
/** @import { Stage } from '../support/stage.js' */

const server = 'better-auth';

/**
 * Creates better-auth's own client on the page, as `client`.
 *
 * @param {Page} page
 * @param {string} baseURL
 */
async function startClient(page, baseURL) {
  await page.evaluate((base) => {
    Object.assign(globalThis, { client: Reflect.get(globalThis, 'createAuthClient')({ baseURL: base }) });
  }, baseURL);
}

/**
 * Signs up and logs in with the client, then logs out on a page of `origin`.
 *
 * @param {Stage} stage
 * @param {Side} side
 * @param {{ origin?: string, path?: string, hasSessionUrl?: boolean }} [how]
 */
async function play(stage, side, { origin, path = '/sign-out', hasSessionUrl = false } = {}) {
  const base = `${stage.server(server)}${BETTER_AUTH}`;
  const shop = await stage.tab('better-auth');
  await startClient(shop, base);
  await shop.evaluate(async () => {
    const { client } = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
    const user = { email: `${crypto.randomUUID()}@example.com`, password: crypto.randomUUID() };
    await client.signUp.email({ name: 'Nora', ...user });
    await client.signOut();
    await client.signIn.email(user);
  });

  const Cookie = await stage.cookiesFor(base);
  const whatWorks = async () => {
    const answer = await fetch(`${base}/get-session`, { headers: { Cookie } });
    return (await answer.json()) ? ['the cookie'] : [];
  };
  return replay(whatWorks, ['the cookie'], async () => {
    const page = origin ? await stage.tab('better-auth', origin) : shop;
    if (side === 'vendor') {
      await startClient(page, base);
      const { error } = await page.evaluate(() => Reflect.get(globalThis, 'client').signOut());
      return error ? `signOut() ${error.code}` : 'signOut() done';
    }
    const look = hasSessionUrl ? `session-url="${base}/get-session"` : '';
    await stage.tag(page, `platform="custom" base-url="${base}${path}" ${look}`);
    return said(await stage.click(page));
  });
}

const platform = `custom (${withVersion('better-auth')})`;

/** @type {readonly Case[]} */
export const realServersBetterAuth = [
  {
    platform,
    title: 'real server, session cookie',
    server,
    play: (stage, side) => play(stage, side),
    vendor: 'signOut() done; replayed: refused',
    ours: 'logged-out ended; replayed: refused',
  },
  {
    platform,
    title: 'real server, from an origin that it does not trust',
    server,
    play: (stage, side) => play(stage, side, { origin: stage.shop.strangeOrigin }),
    vendor: 'signOut() INVALID_ORIGIN; replayed: the cookie still good',
    ours: 'failed-logout http; replayed: the cookie still good',
  },
  {
    platform,
    title: 'real server, session cookie, with session-url',
    server,
    play: (stage, side) => play(stage, side, { hasSessionUrl: true }),
    ours: 'logged-out ended, verified; replayed: refused',
  },
  {
    platform,
    title: 'real server, from an origin that it does not trust, with session-url',
    server,
    play: (stage, side) => play(stage, side, { origin: stage.shop.strangeOrigin, hasSessionUrl: true }),
    ours: 'failed-logout still-signed-in; replayed: the cookie still good',
  },
  {
    platform,
    title: 'real server, wrong address',
    server,
    play: (stage, side) => play(stage, side, { path: '/log-out' }),
    ours: 'failed-logout http; replayed: the cookie still good',
  },
  {
    platform,
    title: 'real server, wrong address, with session-url',
    server,
    play: (stage, side) => play(stage, side, { path: '/log-out', hasSessionUrl: true }),
    ours: 'failed-logout still-signed-in; replayed: the cookie still good',
  },
];
