import { replay, said } from './replay.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { Case, Side } from './types.js' */
/** @import { Stage } from './stage.js' */

/**
 * @typedef {object} Backend  a typical shop, with the element on its own page
 * @property {string} platform  as the table names it
 * @property {string} server  its name in `servers`
 * @property {string} [session]  the address that tells who is signed in; `/session` by default
 * @property {{ file: string, name: string }} [entry]  of the platform, if it has its own entry file
 * @property {(page: Page) => Promise<unknown>} signIn  on a page of the shop
 * @property {(origin: string, Cookie: string) => Promise<Response>} logOut  as its maker documents, without a page
 *
 * @typedef {object} Form  one way to write the tag, and the expected result
 * @property {string} title
 * @property {string} tag  the attributes, as in a page
 * @property {Record<string, unknown> | (() => unknown)} [requestInit]  the property; a function runs in the page
 * @property {'ended elsewhere' | 'forgotten'} [dead]
 *   the session is over before the click; with `forgotten`, the browser's cookies are gone too
 * @property {string} says  the expected event of the element
 * @property {'refused' | 'still good'} replayed  the expected state of a copy of the session
 * @property {string} [byHand]  the expected result of the maker's own logout
 * @property {string} [limit]  why a copy may still work after `logged-out`
 */

/**
 * @param {Backend} backend
 * @param {readonly Form[]} forms
 * @returns {readonly Case[]}
 */
export const casesOf = (backend, forms) =>
  forms.map((form) => ({
    platform: backend.platform,
    title: form.title,
    server: backend.server,
    play: (stage, side) => play(stage, side, backend, form),
    ...(form.byHand && { vendor: `by hand ${form.byHand}` }),
    ours: `${form.says}; replayed: ${form.replayed === 'refused' ? 'refused' : `${COPY} still good`}`,
    ...(form.limit && { limit: form.limit }),
  }));

const COPY = 'the session';

/**
 * @param {Stage} stage
 * @param {Side} side
 * @param {Backend} backend
 * @param {Form} form
 */
async function play(stage, side, { server, session = '/session', entry, signIn, logOut }, form) {
  const origin = stage.server(server);
  const page = await stage.visit(`${origin}/`);
  await signIn(page);
  // After the reload, the page has this session's CSRF token.
  await page.reload();
  await page.waitForFunction(() => customElements.get('store-logout') !== undefined);

  const Cookie = await stage.cookiesFor(origin);
  const whatWorks = async () => {
    const answer = await fetch(new URL(session, origin), { headers: { Cookie }, redirect: 'manual' });
    return /nora/.test(await answer.text()) ? [COPY] : [];
  };
  if (side === 'vendor') {
    return replay(whatWorks, [COPY], async () => `by hand ${(await logOut(origin, Cookie)).status}`);
  }

  if (form.dead) {
    const before = await whatWorks();
    await logOut(origin, Cookie);
    if (!before.length || (await whatWorks()).length) return 'the session did not end elsewhere';
    if (form.dead === 'forgotten') await stage.forgetCookies();
  }
  return replay(whatWorks, form.dead ? [] : [COPY], async () => {
    if (entry) await stage.register(page, entry.file, entry.name);
    await stage.tag(page, form.tag, form.requestInit);
    const left = page.waitForNavigation({ timeout: 5000 }).catch(() => undefined);
    const event = await stage.click(page);
    if (event?.server === 'redirecting') await left;
    return `${said(event)}${event?.ok && event.warnings.length ? ', warned' : ''}`;
  });
}

/**
 * Posts a form from the page, as a shop's own form would, but stays on the page.
 *
 * @param {Page} page
 * @param {string} path
 * @param {Record<string, string>} fields
 */
export async function post(page, path, fields) {
  const status = await page.evaluate(
    async (address, body) =>
      (await fetch(address, { method: 'POST', body: new URLSearchParams(body) })).status,
    path,
    fields,
  );
  if (status >= 400) throw new Error(`${path} answered ${status}.`);
}

/**
 * Fetches a page, and reads the token in its `<meta name="csrf-token">`.
 *
 * @param {string} origin
 * @param {string} Cookie
 */
export async function csrfTokenOf(origin, Cookie) {
  const page = await (await fetch(origin, { headers: { Cookie } })).text();
  return /name="csrf-token" content="([^"]+)"/.exec(page)?.[1] ?? '';
}
