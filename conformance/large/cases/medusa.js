import { randomUUID } from 'node:crypto';
import { replay, said } from '../../support/replay.js';
import { medusa } from '../support/places.js';

/** @import { Case, Side } from '../../support/types.js' */
/** @import { Stage } from '../../support/stage.js' */

const KEY = 'medusa_auth_token';

/**
 * @typedef {object} Form  one way to write the tag, and the expected result
 * @property {string} title
 * @property {'session' | 'jwt'} [type]  how the storefront signs in; `session` by default
 * @property {string} tag  the attributes, with `ORIGIN` for Medusa's address and `PUBLISHABLE` for the key
 * @property {Record<string, unknown>} [requestInit]
 * @property {'ended elsewhere' | 'forgotten'} [dead]
 *   the session is over before the click; with `forgotten`, the browser's cookies are gone too
 * @property {(work: () => Promise<unknown>) => Promise<unknown>} [during]  what is wrong with the server meanwhile
 * @property {string} says  the expected event of the element
 * @property {'refused' | 'still good'} replayed  the expected state of a copy of the login
 * @property {string} [sdk]  the expected state of the copy after the logout of Medusa's own SDK
 * @property {string} [limit]  why a copy may still work after `logged-out`
 */

const adapter = 'platform="medusa" base-url="ORIGIN"';
const withKey = `${adapter} store-id="PUBLISHABLE"`;
const withToken = `${withKey} token-key="${KEY}"`;
const custom = 'platform="custom" base-url="ORIGIN/auth/session" method="DELETE"';
const ME = 'session-url="ORIGIN/store/customers/me"';
const publishable = { headers: { 'x-publishable-api-key': 'PUBLISHABLE' } };
const withoutDatabase = (/** @type {() => Promise<unknown>} */ work) => medusa().withoutDatabase(work);
const JWT = 'a JWT lives until it expires, and Medusa has no way to end it: the element says so in a warning';

/** @type {readonly Form[]} */
const forms = [
  {
    title: 'session',
    tag: withKey,
    says: 'logged-out ended, verified',
    replayed: 'refused',
    sdk: 'refused',
  },
  { title: 'session, no publishable key', tag: adapter, says: 'logged-out ended', replayed: 'refused' },
  {
    // The element cannot check the session: Medusa answers 400 to the wrong key.
    title: 'session, wrong publishable key',
    tag: `${adapter} store-id="pk_wrong"`,
    says: 'logged-out ended, warned',
    replayed: 'refused',
  },
  {
    title: 'session, by custom, with session-url',
    tag: `${custom} ${ME}`,
    requestInit: publishable,
    says: 'logged-out ended, verified',
    replayed: 'refused',
  },
  { title: 'session, by custom', tag: custom, says: 'logged-out ended', replayed: 'refused' },
  {
    title: 'JWT',
    type: 'jwt',
    tag: withToken,
    says: 'logged-out already-ended, warned',
    replayed: 'still good',
    sdk: 'the JWT still good',
    limit: JWT,
  },
  {
    title: 'dead session',
    tag: withKey,
    dead: 'ended elsewhere',
    says: 'logged-out already-ended, verified',
    replayed: 'refused',
  },
  {
    title: 'dead session, no publishable key',
    tag: adapter,
    dead: 'ended elsewhere',
    says: 'logged-out already-ended',
    replayed: 'refused',
  },
  {
    title: 'dead session without a cookie',
    tag: withKey,
    dead: 'forgotten',
    says: 'logged-out already-ended, verified',
    replayed: 'refused',
  },
  {
    // CORS hides Medusa's answer for an unknown address from other origins.
    title: 'wrong address',
    tag: withKey.replace('ORIGIN', 'ORIGIN/api'),
    says: 'failed-logout network',
    replayed: 'still good',
  },
  {
    title: 'wrong address, JWT',
    type: 'jwt',
    tag: withToken.replace('ORIGIN', 'ORIGIN/api'),
    says: 'failed-logout network',
    replayed: 'still good',
  },
  {
    title: 'wrong address, by custom, with session-url',
    tag: `${custom.replace('/auth/session', '/auth/sessions')} ${ME}`,
    requestInit: publishable,
    says: 'failed-logout still-signed-in',
    replayed: 'still good',
  },
  {
    title: 'POST instead of DELETE, by custom, with session-url',
    tag: `${custom.replace('DELETE', 'POST')} ${ME}`,
    requestInit: publishable,
    says: 'failed-logout still-signed-in',
    replayed: 'still good',
  },
  {
    title: 'POST instead of DELETE, by custom',
    tag: custom.replace('DELETE', 'POST'),
    says: 'logged-out already-ended',
    replayed: 'still good',
    limit:
      'Medusa answers a POST with 401, with the same JSON as for a guest: only `session-url` can tell the two apart',
  },
  {
    title: 'server error',
    tag: withKey.replace('ORIGIN', 'ORIGIN/store/broken'),
    says: 'failed-logout http',
    replayed: 'still good',
  },
  {
    title: 'server error, by custom, with session-url',
    tag: `${custom.replace('/auth/', '/store/broken/auth/')} ${ME}`,
    requestInit: publishable,
    says: 'failed-logout still-signed-in',
    replayed: 'still good',
  },
  {
    title: 'no database',
    tag: withKey,
    during: withoutDatabase,
    says: 'logged-out ended, warned',
    replayed: 'refused',
  },
  {
    title: 'no server at the address',
    tag: withKey.replace('ORIGIN', 'http://localhost:9'),
    says: 'failed-logout network',
    replayed: 'still good',
  },
];

const what = (/** @type {Form} */ { type }) => (type === 'jwt' ? 'the JWT' : 'the session');

/** @type {readonly Case[]} */
export const medusaCases = Array.from(forms, (form) => ({
  platform: form.tag.includes('custom') ? 'custom (Medusa)' : 'medusa',
  title: form.title,
  server: 'medusa',
  play: (stage, side) => play(stage, side, form),
  ...(form.sdk && { vendor: `SDK: replayed: ${form.sdk}` }),
  ours: `${form.says}; replayed: ${form.replayed === 'refused' ? 'refused' : `${what(form)} still good`}`,
  ...(form.limit && { limit: form.limit }),
}));

/**
 * @param {Stage} stage
 * @param {Side} side
 * @param {Form} form
 */
async function play(stage, side, form) {
  const { origin, key } = medusa();
  const page = await stage.tab('medusa');
  await stage.register(page, 'medusa', 'medusa');
  const email = `${randomUUID()}@example.com`;
  await page.evaluate(
    signIn,
    { baseUrl: origin, publishableKey: key, auth: { type: form.type ?? 'session' } },
    email,
  );

  /** @type {Record<string, string>} */
  const copied =
    form.type === 'jwt'
      ? { Authorization: `Bearer ${await page.evaluate((name) => localStorage.getItem(name), KEY)}` }
      : { Cookie: await stage.cookiesFor(origin) };
  const whatWorks = async () => {
    const headers = { 'x-publishable-api-key': key, ...copied };
    const answer = await fetch(`${origin}/store/customers/me`, { headers });
    return (await answer.text()).includes(email) ? [what(form)] : [];
  };
  if (side === 'vendor') {
    return `SDK: ${await replay(whatWorks, [what(form)], async () => {
      await page.evaluate(() => Reflect.get(globalThis, 'sdk').auth.logout());
      return '';
    })}`.replace(': ; ', ': ');
  }

  if (form.dead) {
    await fetch(`${origin}/auth/session`, { method: 'DELETE', headers: copied });
    if (form.dead === 'forgotten') await stage.forgetCookies();
  }
  return replay(whatWorks, form.dead ? [] : [what(form)], async () => {
    const written = (/** @type {string} */ text) =>
      text.replaceAll('ORIGIN', origin).replaceAll('PUBLISHABLE', key);
    const init = form.requestInit && JSON.parse(written(JSON.stringify(form.requestInit)));
    await stage.tag(page, written(form.tag), init);
    let told = '';
    await (form.during ?? ((work) => work()))(async () => {
      const event = await stage.click(page);
      told = `${said(event)}${event?.ok && event.warnings.length ? ', warned' : ''}`;
    });
    return told;
  });
}

/**
 * Signs in with Medusa's SDK, as a storefront does. The SDK stays on the page as `sdk`. Runs in the page.
 *
 * @param {Record<string, unknown>} config
 * @param {string} email
 */
async function signIn(config, email) {
  const { Medusa } = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
  const sdk = new Medusa(config);
  const password = 'for-this-run-only';
  Object.assign(globalThis, { sdk });
  const token = await sdk.auth.register('customer', 'emailpass', { email, password });
  await sdk.store.customer.create({ email }, {}, { Authorization: `Bearer ${token}` });
  await sdk.auth.login('customer', 'emailpass', { email, password });
}
