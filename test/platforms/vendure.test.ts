import { expect } from '@open-wc/testing';

import { registerPlatform } from '../../src/index.js';
import { vendure } from '../../src/platforms/vendure.js';
import { namedPlaces, inMemory } from '../support/places.js';
import { asSent, expectEvent, signOut } from '../support/sign-out.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

import '../../src/define.js';

registerPlatform(vendure);

const API = '/shop-api';
const NO_SESSION =
  'Vendure found no session in the request: if the storefront keeps a token, name its place by token-key.';

let simulators: Simulators;
let attributes: Record<string, string>;

beforeEach(async () => {
  simulators = await Simulators.open();
  attributes = { platform: 'vendure', 'base-url': `${simulators.root}/vendure${API}` };
});
afterEach(forgetEverything);

const ended = { ok: true, platform: 'vendure', server: 'ended', local: 'cleared', status: 200, attempts: 1 };

describe('Vendure', () => {
  it('sends the mutation with the session cookie, and the channel', async () => {
    await simulators.signIn('vendure');
    expectEvent(await signOut({ ...attributes, 'store-id': 'outlet' }), ended);
    const [request] = (await simulators.log()).map(asSent);
    expect(request).to.deep.include({
      method: 'POST',
      path: API,
      cookies: ['session'],
      body: { query: 'mutation { logout { success } }' },
    });
    expect(request?.headers).to.include({ 'vendure-token': 'outlet', 'content-type': 'application/json' });
    expect(request?.headers).not.to.have.property('authorization');
    expect(await simulators.isAlive('vendure')).to.equal(false);
  });

  for (const place of [...namedPlaces(), inMemory()]) {
    it(`ends just the session of the token in ${place.name}, without the cookie`, async () => {
      const { tokens } = await simulators.signIn('vendure');
      localStorage.clear();
      place.put(tokens);
      expectEvent(await signOut({ ...attributes, ...place.attributes }, place.properties), ended, [
        tokens.accessToken,
      ]);
      expect(place.get().accessToken).to.equal(undefined);
      const [request] = (await simulators.log()).map(asSent);
      expect(request?.headers['authorization']).to.equal(`Bearer ${tokens.accessToken}`);
      expect(request?.cookies).to.deep.equal([]);
      expect(await simulators.isAlive('vendure')).to.equal(false);
    });
  }

  it('believes that nobody was signed in, and warns of the possible reason', async () => {
    expectEvent(await signOut(attributes), {
      ...ended,
      server: 'already-ended',
      warnings: [NO_SESSION],
    });
  });

  for (const { name, json } of [
    { name: 'with null for the data', json: { data: null } },
    { name: 'with null for the logout', json: { data: { logout: null } } },
  ]) {
    it(`takes an error that comes with a 200 for a refusal, ${name}`, async () => {
      const { tokens } = await simulators.signIn('vendure');
      const errors = [{ message: tokens.accessToken, path: ['logout'], extensions: { code: 'FORBIDDEN' } }];
      await simulators.rules({ path: API, json: { errors, ...json } });
      expectEvent(
        await signOut({ ...attributes, 'token-key': 'shop_token' }),
        {
          ok: false,
          platform: 'vendure',
          server: 'refused',
          reason: 'rejected',
          code: 'FORBIDDEN',
          local: 'kept',
          status: 200,
          attempts: 1,
          retryable: false,
        },
        [tokens.accessToken],
      );
      expect(localStorage.getItem('shop_token')).to.equal(tokens.accessToken);
      expect(await simulators.isAlive('vendure')).to.equal(true);
    });
  }

  it('needs the address of the Shop API', async () => {
    const { detail } = await signOut({ platform: 'vendure' });
    expect(detail).to.include({ ok: false, reason: 'misconfigured', server: 'not-asked' });
    expect(detail).to.have.property('message').that.includes('base-url');
  });
});
