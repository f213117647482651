import { expect } from '@open-wc/testing';

import { memoryTokens, registerPlatform } from '../../src/index.js';
import { oauth2Revoke } from '../../src/platforms/oauth2-revoke.js';
import { inMemory, namedPlaces } from '../support/places.js';
import { asSent, expectEvent, signOut } from '../support/sign-out.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

import '../../src/define.js';

registerPlatform(oauth2Revoke);

const USER = 'oidc.user:provider:shop';

let simulators: Simulators;
let attributes: Record<string, string>;

beforeEach(async () => {
  simulators = await Simulators.open();
  attributes = {
    platform: 'oauth2-revoke',
    'base-url': `${simulators.root}/openid/revoke`,
    'client-id': 'shop',
  };
});
afterEach(forgetEverything);

const ended = {
  ok: true,
  platform: 'oauth2-revoke',
  server: 'ended',
  local: 'cleared',
  status: 200,
  attempts: 1,
};

describe('OAuth 2.0 token revocation', () => {
  it('posts the refresh token as a form, which ends the whole grant', async () => {
    const { tokens } = await simulators.signIn('openid');
    expectEvent(await signOut({ ...attributes, 'token-key': USER }), ended, [
      tokens.accessToken,
      tokens.refreshToken,
    ]);
    const [request] = (await simulators.log()).map(asSent);
    expect(request).to.deep.include({
      method: 'POST',
      path: '/revoke',
      query: {},
      cookies: [],
      body: { token: tokens.refreshToken, token_type_hint: 'refresh_token', client_id: 'shop' },
    });
    expect(request?.headers['content-type']).to.equal('application/x-www-form-urlencoded');
    expect(request?.headers).not.to.have.property('authorization');
    expect(await simulators.credentials('openid')).to.include({ access: false, refresh: false });
    expect(localStorage.getItem(USER)).to.equal(null);
  });

  for (const place of [...namedPlaces(), inMemory()]) {
    it(`takes the tokens out of ${place.name}`, async () => {
      const { tokens } = await simulators.signIn('openid');
      localStorage.clear();
      place.put(tokens);
      expectEvent(await signOut({ ...attributes, ...place.attributes }, place.properties), ended);
      expect(Object.values(place.get()).filter(Boolean)).to.deep.equal([]);
      expect(await simulators.isAlive('openid')).to.equal(false);
    });
  }

  it('revokes the access token where there is no refresh token', async () => {
    const { tokens } = await simulators.signIn('openid');
    const store = memoryTokens({ accessToken: tokens.accessToken });
    expectEvent(await signOut(attributes, { tokens: store }), ended);
    const [request] = await simulators.log();
    expect(request?.body).to.include({ token: tokens.accessToken, token_type_hint: 'access_token' });
    expect(await simulators.credentials('openid')).to.include({ access: false, refresh: true });
  });

  it('needs no access token to revoke the refresh token', async () => {
    const { tokens } = await simulators.signIn('openid');
    const store = memoryTokens({ refreshToken: tokens.refreshToken });
    expectEvent(await signOut(attributes, { tokens: store }), ended);
    expect(await simulators.isAlive('openid')).to.equal(false);
  });

  it('takes a client that the server does not know for a failure, because the token lives on', async () => {
    await simulators.signIn('openid');
    await simulators.rules({ path: '/revoke', error: 401 });
    const { detail } = await signOut({ ...attributes, 'token-key': USER });
    expect(detail).to.include({ ok: false, reason: 'http', server: 'unknown', status: 401, local: 'kept' });
    expect(await simulators.isAlive('openid')).to.equal(true);
  });

  it('passes on why the server refused', async () => {
    await simulators.signIn('openid');
    await simulators.rules({ path: '/revoke', error: 400 });
    const { detail } = await signOut({ ...attributes, 'token-key': USER });
    expect(detail).to.include({ ok: false, reason: 'rejected', server: 'refused', code: 'invalid_request' });
  });

  it('sends no token over plain http', async () => {
    await simulators.signIn('openid');
    const { detail } = await signOut({
      ...attributes,
      'base-url': 'http://id.example/revoke',
      'token-key': USER,
    });
    expect(detail).to.include({ ok: false, reason: 'insecure', server: 'not-asked', attempts: 0 });
    expect(localStorage.getItem(USER)).not.to.equal(null);
  });

  for (const missing of ['base-url', 'client-id', 'token-key']) {
    it(`needs ${missing}`, async () => {
      const { [missing]: _, ...rest } = { ...attributes, 'token-key': USER } as Record<string, string>;
      const { detail } = await signOut(rest);
      expect(detail).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked' });
      expect(detail).to.have.property('message').that.includes(missing);
    });
  }
});
