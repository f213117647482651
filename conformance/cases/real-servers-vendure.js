import { randomUUID } from 'node:crypto';
import { SHOP_API } from '../servers/addresses.js';
import { replay, said } from '../support/replay.js';
import { withVersion } from '../support/versions.js';

/** @import { Page } from 'puppeteer-core' */
/** @import { Case, Side } from '../support/types.js' */
/** @import { Stage } from '../support/stage.js' */

const server = 'vendure';
const KEY = 'shop_token';
const IN_JSON = 'shop_state';
const LOGOUT = 'mutation { logout { success } }';

/**
 * Calls the Shop API as a storefront does: with the cookie, or with the token from an earlier answer's header.
 *
 * @param {Page} page
 * @param {string} api
 * @param {string} query
 * @param {string | null} key  of the token in localStorage; `null` for a storefront with a cookie
 */
const ask = (page, api, query, key) =>
  page.evaluate(
    async (url, text, tokenKey) => {
      const token = tokenKey && localStorage.getItem(tokenKey);
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
        credentials: tokenKey ? 'omit' : 'include',
        body: JSON.stringify({ query: text }),
      });
      const fresh = answer.headers.get('vendure-auth-token');
      if (tokenKey && fresh) localStorage.setItem(tokenKey, fresh);
      return JSON.stringify((await answer.json()).data);
    },
    api,
    query,
    key,
  );

/**
 * @typedef {object} ByHand  how a page writes the tag without the platform `vendure`
 * @property {string} tag  its attributes, without the address
 * @property {Record<string, unknown>} requestInit
 *
 * @param {Stage} stage
 * @param {Side} side
 * @param {{ key: string | null, isSignedIn?: boolean, byHand?: ByHand }} storefront
 */
async function play(stage, side, { key, isSignedIn = true, byHand }) {
  const api = `${stage.server(server)}${SHOP_API}`;
  const page = await stage.tab('plain');
  await stage.register(page, 'vendure', 'vendure');
  const logOut = async () => {
    if (side === 'vendor') return ask(page, api, LOGOUT, key);
    if (byHand)
      await stage.tag(page, `platform="custom" base-url="${api}" ${byHand.tag}`, byHand.requestInit);
    else await stage.button(page, { platform: 'vendure', baseUrl: api, ...(key && { tokenKey: key }) });
    return said(await stage.click(page));
  };
  if (!isSignedIn) return logOut();

  const [name, password] = [`${randomUUID()}@example.com`, randomUUID()];
  const customer = `{ emailAddress: "${name}", password: "${password}" }`;
  await ask(page, api, `mutation { registerCustomerAccount(input: ${customer}) { __typename } }`, key);
  await ask(
    page,
    api,
    `mutation { login(username: "${name}", password: "${password}") { __typename } }`,
    key,
  );

  const token = key && (await page.evaluate((each) => localStorage.getItem(each), key));
  if (byHand && token) await page.evaluate(keepInJson, KEY, IN_JSON, token);
  /** @type {Record<string, string>} */
  const copied = token ? { Authorization: `Bearer ${token}` } : { Cookie: await stage.cookiesFor(api) };
  const what = token ? 'the token' : 'the cookie';
  const whatWorks = async () => {
    const answer = await fetch(api, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...copied },
      body: JSON.stringify({ query: '{ me { identifier } }' }),
    });
    return (await answer.json()).data.me?.identifier === name ? [what] : [];
  };
  return replay(whatWorks, [what], logOut);
}

/**
 * Stores the token inside JSON, as a state library does. Runs in the page.
 *
 * @param {string} key
 * @param {string} inJson
 * @param {string} token
 */
function keepInJson(key, inJson, token) {
  localStorage.removeItem(key);
  localStorage.setItem(inJson, JSON.stringify({ state: { user: { token } }, version: 0 }));
}

/**
 * @param {string} query
 * @param {Record<string, unknown>} [more]
 */
const graphql = (query, more) => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ query }),
  ...more,
});

const bearer = graphql(LOGOUT, { credentials: 'omit' });

const platform = `vendure (${withVersion('@vendure/core')})`;
const asGraphql = `custom (GraphQL: ${withVersion('@vendure/core')})`;
const done = '{"logout":{"success":true}}; replayed: refused';

/** @type {readonly Case[]} */
export const realServersVendure = [
  {
    platform,
    title: 'real server, session cookie',
    server,
    play: (stage, side) => play(stage, side, { key: null }),
    vendor: done,
    ours: 'logged-out ended; replayed: refused',
  },
  {
    platform,
    title: 'real server, bearer token',
    server,
    play: (stage, side) => play(stage, side, { key: KEY }),
    vendor: done,
    ours: 'logged-out ended; replayed: refused',
  },
  {
    platform,
    title: 'real server, nobody is signed in',
    server,
    play: (stage, side) => play(stage, side, { key: null, isSignedIn: false }),
    vendor: '{"logout":{"success":false}}',
    ours: 'logged-out already-ended',
  },
  {
    platform: asGraphql,
    title: 'real server, session cookie',
    server,
    play: (stage, side) =>
      play(stage, side, { key: null, byHand: { tag: '', requestInit: graphql(LOGOUT) } }),
    ours: 'logged-out ended; replayed: refused',
  },
  {
    platform: asGraphql,
    title: 'real server, a mutation that the server does not know',
    server,
    play: (stage, side) =>
      play(stage, side, {
        key: null,
        byHand: { tag: '', requestInit: graphql('mutation { signOut { success } }') },
      }),
    ours: 'failed-logout rejected; replayed: the cookie still good',
  },
  {
    platform: asGraphql,
    title: 'real server, a mutation that did nothing',
    server,
    play: (stage, side) =>
      play(stage, side, {
        key: null,
        isSignedIn: false,
        byHand: { tag: '', requestInit: graphql(LOGOUT) },
      }),
    ours: 'failed-logout rejected',
  },
  {
    platform: asGraphql,
    title: 'real server, bearer token inside JSON',
    server,
    play: (stage, side) =>
      play(stage, side, {
        key: KEY,
        byHand: { tag: `token-key="${IN_JSON}" token-path="state.user.token"`, requestInit: bearer },
      }),
    ours: 'logged-out ended; replayed: refused',
  },
  {
    platform: asGraphql,
    title: 'real server, bearer token inside JSON, wrong path',
    server,
    play: (stage, side) =>
      play(stage, side, {
        key: KEY,
        byHand: { tag: `token-key="${IN_JSON}" token-path="state.token"`, requestInit: bearer },
      }),
    ours: 'failed-logout rejected; replayed: the token still good',
  },
];
