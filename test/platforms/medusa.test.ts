import { expect } from '@open-wc/testing';

import { registerPlatform } from '../../src/index.js';
import { medusa } from '../../src/platforms/medusa.js';
import { asSent, expectEvent, signOut, steps } from '../support/sign-out.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

import '../../src/define.js';

registerPlatform(medusa);

let simulators: Simulators;
let attributes: Record<string, string>;

beforeEach(async () => {
  simulators = await Simulators.open();
  attributes = { platform: 'medusa', 'base-url': `${simulators.root}/medusa` };
});
afterEach(forgetEverything);

const ended = { ok: true, platform: 'medusa', server: 'ended', local: 'cleared', status: 200, attempts: 1 };
const JWT_LIVES = 'The JWT was removed here, and lives on until it expires: Medusa has no way to end it.';

describe('Medusa', () => {
  it('ends the session of the cookie', async () => {
    await simulators.signIn('medusa');
    expectEvent(await signOut(attributes), ended);
    const [request] = (await simulators.log()).map(asSent);
    expect(request).to.deep.include({ method: 'DELETE', path: '/auth/session', cookies: ['connect.sid'] });
    expect(await simulators.isAlive('medusa')).to.equal(false);
  });

  it('looks at the customer, where it has the publishable key', async () => {
    await simulators.signIn('medusa');
    expectEvent(await signOut({ ...attributes, 'store-id': 'pk_demo' }), { ...ended, verified: true });
    const log = await simulators.log();
    expect(steps(log)).to.deep.equal(['DELETE /auth/session', 'GET /store/customers/me']);
    expect(log.map(({ headers }) => headers['x-publishable-api-key'])).to.deep.equal(['pk_demo', 'pk_demo']);
  });

  it('sees that the customer is still there', async () => {
    await simulators.signIn('medusa');
    await simulators.rules({ path: '/auth/session', json: { success: true } });
    const { detail } = await signOut({ ...attributes, 'store-id': 'pk_demo' });
    expect(detail).to.include({
      reason: 'still-signed-in',
      server: 'refused',
      verified: false,
      local: 'kept',
    });
    expect(await simulators.isAlive('medusa')).to.equal(true);
  });

  it('takes its 401 for the end of the session', async () => {
    expectEvent(await signOut(attributes), { ...ended, server: 'already-ended', status: 401 });
  });

  it('removes a JWT, never sends it, and says that it lives on', async () => {
    const { tokens } = await simulators.signIn('medusa', { jwt: true });
    expectEvent(
      await signOut({ ...attributes, 'store-id': 'pk_demo', 'token-key': 'medusa_auth_token' }),
      { ...ended, server: 'already-ended', status: 401, warnings: [JWT_LIVES] },
      [tokens.accessToken],
    );
    expect(localStorage.getItem('medusa_auth_token')).to.equal(null);
    const log = await simulators.log();
    expect(log.map(({ headers }) => headers['authorization'])).to.deep.equal([undefined]);
    expect(await simulators.isAlive('medusa')).to.equal(true);
  });

  it('needs the address of the store API', async () => {
    const { detail } = await signOut({ platform: 'medusa' });
    expect(detail).to.have.property('message').that.includes('base-url');
  });
});
