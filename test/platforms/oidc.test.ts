import { expect } from '@open-wc/testing';

import { memoryTokens, registerPlatform, type StoreLogoutElement } from '../../src/index.js';
import { oidc } from '../../src/platforms/oidc.js';
import { openShop, pageUrl } from '../support/frame.js';
import { asSent, expectEvent, place, press, signOut } from '../support/sign-out.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

import '../../src/define.js';

registerPlatform(oidc);

const USER = 'oidc.user:provider:shop';

let simulators: Simulators;
let attributes: Record<string, string>;
let endpoint: string;

beforeEach(async () => {
  // A frame in a page of another site would keep its cookies to itself.
  simulators = await Simulators.open('same-origin');
  endpoint = `${simulators.root}/openid/session/end`;
  attributes = { platform: 'oidc', 'base-url': endpoint, 'client-id': 'shop', 'token-key': USER };
});
afterEach(forgetEverything);

const redirecting = { ok: true, platform: 'oidc', server: 'redirecting', local: 'cleared', attempts: 0 };

/** Logs out on a page of a shop, and answers with what the provider was asked after that. */
async function leave(more: Record<string, string>) {
  const shop = await openShop();
  const button = await place(attributes, {}, shop.document);
  // The frame has a copy of the library of its own, and with it a registry.
  (button as { platform?: unknown }).platform = oidc;
  for (const [name, value] of Object.entries(more)) button.setAttribute(name, value);
  const arrival = shop.arrival();
  const heard = await press(button);
  return { heard, arrival: await arrival, requests: (await simulators.log()).map(asSent) };
}

describe('OpenID Connect', () => {
  it('takes the page to the provider without any token, and comes back to the redirect', async () => {
    const { tokens } = await simulators.signIn('openid');
    const idToken = idTokenIn(localStorage.getItem(USER));
    const redirect = pageUrl('goodbye.html');
    const { heard, arrival, requests } = await leave({ redirect });
    const query = new URLSearchParams({ client_id: 'shop', post_logout_redirect_uri: redirect });
    expectEvent(heard, { ...redirecting, redirect: `${endpoint}?${query.toString()}` }, [
      tokens.accessToken,
      tokens.refreshToken,
      idToken,
    ]);
    expect(arrival).to.equal(redirect);
    expect(requests).to.have.length(1);
    expect(requests[0]).to.deep.include({ method: 'GET', path: '/session/end', body: null });
    expect(requests[0]?.cookies).to.deep.equal(['provider']);
    expect(localStorage.getItem(USER)).to.equal(null);
    expect(await simulators.credentials('openid')).to.deep.equal({
      access: false,
      refresh: false,
      cookie: false,
    });
  });

  it('hands over the ID token in a form, never in an address, in mode post', async () => {
    await simulators.signIn('openid');
    const idToken = idTokenIn(localStorage.getItem(USER));
    const redirect = pageUrl('goodbye.html');
    const { heard, arrival, requests } = await leave({ redirect, mode: 'post' });
    expectEvent(heard, { ...redirecting, redirect: endpoint }, [idToken]);
    expect(arrival).to.equal(redirect);
    expect(requests[0]).to.deep.include({
      method: 'POST',
      path: '/session/end',
      query: {},
      body: { client_id: 'shop', id_token_hint: idToken, post_logout_redirect_uri: redirect },
    });
    expect(await simulators.isAlive('openid')).to.equal(false);
  });

  it('keeps the query of the address, and adds no return address if there is no redirect', async () => {
    const { detail } = await signOut({ ...attributes, 'base-url': `${endpoint}?policy=shop` });
    expect(detail).to.have.property('redirect', `${endpoint}?policy=shop&client_id=shop`);
  });

  it('names the user by logout_hint', async () => {
    const { detail } = await signOut({ ...attributes, 'logout-hint': 'nora@example.com' });
    const address = `${endpoint}?client_id=shop&logout_hint=nora%40example.com`;
    expect(detail).to.have.property('redirect', address);
  });

  it('asks for no return address if the redirect is not allowed', async () => {
    const { detail } = await signOut({ ...attributes, redirect: 'https://elsewhere.example/' });
    expect(detail).to.have.property('redirect', `${endpoint}?client_id=shop`);
    expect(detail.warnings).to.have.length(1);
  });

  const sources: readonly { name: string; put(): Partial<StoreLogoutElement> }[] = [
    {
      name: 'a plain ID token in sessionStorage',
      put() {
        sessionStorage.setItem(USER, 'plain');
        return {};
      },
    },
    {
      name: 'a token store',
      put: () => ({ tokens: memoryTokens({ idToken: 'plain' }) }),
    },
  ];
  for (const { name, put } of sources) {
    it(`forgets ${name}`, async () => {
      const properties = put();
      const { detail } = await signOut({ ...attributes, mode: 'post' }, properties);
      expect(detail).to.include(redirecting);
      expect(sessionStorage.getItem(USER)).to.equal(null);
      expect(await properties.tokens?.read()).to.equal(undefined);
    });
  }

  for (const value of ['{"state":1}', '{ broken']) {
    it(`leaves a value alone that is under its key but is no token: ${value}`, async () => {
      localStorage.setItem(USER, value);
      await signOut(attributes);
      expect(localStorage.getItem(USER)).to.equal(value);
    });
  }

  it('posts no token over plain http', async () => {
    await simulators.signIn('openid');
    const { detail } = await signOut({
      ...attributes,
      'base-url': 'http://id.example/session/end',
      mode: 'post',
    });
    expect(detail).to.include({ ok: false, reason: 'insecure', server: 'not-asked', local: 'kept' });
    expect(localStorage.getItem(USER)).not.to.equal(null);
  });

  for (const missing of ['base-url', 'client-id']) {
    it(`needs ${missing}`, async () => {
      const { [missing]: _, ...rest } = attributes;
      const { detail } = await signOut(rest);
      expect(detail).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked' });
      expect(detail).to.have.property('message').that.includes(missing);
    });
  }
});

function idTokenIn(user: string | null): string {
  return (JSON.parse(user ?? '{}') as { id_token: string }).id_token;
}
