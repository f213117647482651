import { replay, said } from '../../support/replay.js';
import { wordpress } from '../support/places.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { Case, Side } from '../../support/types.js' */
/** @import { Stage } from '../../support/stage.js' */

const SESSION = '/wp-admin/admin-ajax.php?action=session';
const COPY = 'the session';

/**
 * @typedef {object} Form  one way to write the tag, and the expected result
 * @property {string} title
 * @property {string} [tag]
 *   the attributes. `LOGOUT` stands for the logout address that WordPress wrote into the page, `PLAIN` for the same
 *   without an address to go to afterwards. Without `tag`, the theme's own tag is used
 * @property {(address: string) => string} [spoilt]  changes that address into a wrong one
 * @property {'ended elsewhere' | 'forgotten'} [dead]
 *   the session is over before the click; with `forgotten`, the browser's cookies are gone too
 * @property {(work: () => Promise<unknown>) => Promise<unknown>} [during]  what is wrong with the server meanwhile
 * @property {string} says  the expected event of the element
 * @property {'refused' | 'still good'} replayed  the expected state of a copy of the session
 * @property {string} [byHand]  the expected result of WordPress's own logout link
 * @property {string} [limit]  why a copy may still work after `logged-out`
 */

const withoutNonce = (/** @type {string} */ address) => address.replace(/&_wpnonce=\w+/, '');
const withWrongNonce = (/** @type {string} */ address) =>
  address.replace(/_wpnonce=\w+/, '_wpnonce=0123456789');
const withoutDatabase = (/** @type {() => Promise<unknown>} */ work) => wordpress().withoutDatabase(work);
const underMaintenance = (/** @type {() => Promise<unknown>} */ work) => wordpress().underMaintenance(work);

const asked = 'platform="custom" base-url="LOGOUT" method="GET"';
const lookedAt = `${asked} session-url="${SESSION}"`;
const LEFT = 'the browser goes to the logout address: the shopper sees the answer, and no script does';

/** @type {readonly Form[]} */
const forms = [
  {
    title: "the theme's own tag (mode navigate)",
    says: 'logged-out redirecting',
    replayed: 'refused',
    byHand: '302; replayed: refused',
  },
  {
    title: 'mode navigate, without redirect_to',
    tag: 'platform="custom" base-url="PLAIN" mode="navigate"',
    says: 'logged-out redirecting',
    replayed: 'refused',
  },
  { title: 'by GET', tag: asked, says: 'logged-out ended, warned', replayed: 'refused' },
  {
    title: 'by GET, with session-url',
    tag: lookedAt,
    says: 'logged-out ended, verified',
    replayed: 'refused',
  },
  {
    title: 'by POST, with session-url',
    tag: lookedAt.replace(' method="GET"', ''),
    says: 'logged-out ended, verified',
    replayed: 'refused',
  },
  {
    // WordPress answers 302 to the same file, which may also be a form that asks again. Only `session-url` can tell.
    title: 'by GET, without redirect_to',
    tag: asked.replace('LOGOUT', 'PLAIN'),
    says: 'failed-logout unexpected-response',
    replayed: 'refused',
  },
  {
    title: 'by GET, without redirect_to, with session-url',
    tag: lookedAt.replace('LOGOUT', 'PLAIN'),
    says: 'logged-out already-ended, verified',
    replayed: 'refused',
  },
  { title: 'no nonce', tag: asked, spoilt: withoutNonce, says: 'failed-logout http', replayed: 'still good' },
  {
    title: 'no nonce, with session-url',
    tag: lookedAt,
    spoilt: withoutNonce,
    says: 'failed-logout still-signed-in',
    replayed: 'still good',
  },
  {
    title: 'wrong nonce, as in a cached page',
    tag: asked,
    spoilt: withWrongNonce,
    says: 'failed-logout http',
    replayed: 'still good',
  },
  {
    title: 'wrong nonce, with session-url',
    tag: lookedAt,
    spoilt: withWrongNonce,
    says: 'failed-logout still-signed-in',
    replayed: 'still good',
  },
  {
    title: 'mode navigate, with a wrong nonce',
    tag: 'platform="custom" base-url="LOGOUT" mode="navigate"',
    spoilt: withWrongNonce,
    says: 'logged-out redirecting',
    replayed: 'still good',
    limit: LEFT,
  },
  {
    // The nonce ended with its session: WordPress answers 403, as to any wrong nonce.
    title: 'dead session',
    tag: asked,
    dead: 'ended elsewhere',
    says: 'failed-logout http',
    replayed: 'refused',
  },
  {
    title: 'dead session, with session-url',
    tag: lookedAt,
    dead: 'ended elsewhere',
    says: 'logged-out already-ended, verified',
    replayed: 'refused',
  },
  {
    title: 'dead session without a cookie, with session-url',
    tag: lookedAt,
    dead: 'forgotten',
    says: 'logged-out already-ended, verified',
    replayed: 'refused',
  },
  {
    title: 'wrong address',
    tag: 'platform="custom" base-url="/log-out" method="GET"',
    says: 'failed-logout http',
    replayed: 'still good',
  },
  {
    title: 'wrong address, with session-url',
    tag: `platform="custom" base-url="/log-out" method="GET" session-url="${SESSION}"`,
    says: 'failed-logout still-signed-in',
    replayed: 'still good',
  },
  {
    title: 'the address of a page',
    tag: 'platform="custom" base-url="/" method="GET"',
    says: 'failed-logout unexpected-response',
    replayed: 'still good',
  },
  {
    title: 'the login page, without the action',
    tag: 'platform="custom" base-url="/wp-login.php" method="GET"',
    says: 'failed-logout unexpected-response',
    replayed: 'still good',
  },
  {
    // This address answers 401 to every request without its own nonce, whoever is signed in.
    title: "wrong nonce, session-url of WordPress's REST API",
    tag: `${asked} session-url="/wp-json/wp/v2/users/me"`,
    spoilt: withWrongNonce,
    says: 'logged-out already-ended, verified',
    replayed: 'still good',
    limit: 'this address answers 401 to everybody who sends no nonce: it cannot be a `session-url`',
  },
  {
    title: 'under maintenance',
    tag: asked,
    during: underMaintenance,
    says: 'failed-logout http',
    replayed: 'still good',
  },
  {
    title: 'under maintenance, with session-url',
    tag: lookedAt,
    during: underMaintenance,
    says: 'failed-logout http',
    replayed: 'still good',
  },
  {
    title: 'server error: no database',
    tag: asked,
    during: withoutDatabase,
    says: 'failed-logout http',
    replayed: 'still good',
  },
  {
    // WordPress answers 200 with an HTML page that reports the error. This must not count as signed out.
    title: 'server error: no database, with session-url',
    tag: lookedAt,
    during: withoutDatabase,
    says: 'failed-logout still-signed-in',
    replayed: 'still good',
  },
];

/** @type {readonly Case[]} */
export const wordpressCases = Array.from(forms, (form) => ({
  platform: 'custom (WordPress)',
  title: form.title,
  server: 'wordpress',
  play: (stage, side) => play(stage, side, form),
  ...(form.byHand && { vendor: `by hand ${form.byHand}` }),
  ours: `${form.says}; replayed: ${form.replayed === 'refused' ? 'refused' : `${COPY} still good`}`,
  ...(form.limit && { limit: form.limit }),
}));

/**
 * @param {Stage} stage
 * @param {Side} side
 * @param {Form} form
 */
async function play(stage, side, { tag, spoilt = (address) => address, dead, during = (work) => work() }) {
  const { origin } = wordpress();
  const page = await stage.visit(`${origin}/${tag ? '' : '?theme'}`);
  await signIn(page);
  await page.reload();
  await page.waitForFunction(() => customElements.get('store-logout') !== undefined);

  const Cookie = await stage.cookiesFor(origin);
  const whatWorks = async () => {
    const answer = await fetch(`${origin}${SESSION}`, { headers: { Cookie }, redirect: 'manual' });
    return /nora/.test(await answer.text()) ? [COPY] : [];
  };
  const logout = await logoutAddress(page, 'logout-url');
  const followed = () => fetch(logout, { headers: { Cookie }, redirect: 'manual' });
  if (side === 'vendor') return replay(whatWorks, [COPY], async () => `by hand ${(await followed()).status}`);

  if (dead) {
    await followed();
    if ((await whatWorks()).length) return 'the session did not end elsewhere';
    if (dead === 'forgotten') await stage.forgetCookies();
  }
  return replay(whatWorks, dead ? [] : [COPY], async () => {
    if (tag) {
      const plain = await logoutAddress(page, 'plain-logout-url');
      const written = (/** @type {string} */ address) => spoilt(address).replaceAll('&', '&amp;');
      await stage.tag(
        page,
        tag.replace('LOGOUT', () => written(logout)).replace('PLAIN', () => written(plain)),
      );
    }
    let told = '';
    await during(async () => {
      const left = page.waitForNavigation({ timeout: 8000 }).catch(() => undefined);
      const event = await stage.click(page);
      if (event?.server === 'redirecting') await left;
      told = `${said(event)}${event?.ok && event.warnings.length ? ', warned' : ''}`;
    });
    return told;
  });
}

/**
 * Sends the form of WordPress's own login page from this page.
 *
 * @param {Page} page
 */
async function signIn(page) {
  await page.evaluate(async () => {
    await fetch('/wp-login.php');
    const fields = { log: 'nora', pwd: 'for-this-run-only', testcookie: '1' };
    await fetch('/wp-login.php', { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  });
}

/**
 * @param {Page} page
 * @param {string} name
 */
const logoutAddress = (page, name) =>
  page.$eval(`meta[name=${name}]`, (meta) => meta.getAttribute('content') ?? '');
