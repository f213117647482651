import { expect } from '@open-wc/testing';

import { logout } from '../../src/index.js';
import { commerceEngine } from '../outcomes/backends.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

const DAY = 86_400_000;

describe('A device with a wrong clock', () => {
  const { now } = Date;

  afterEach(async () => {
    Date.now = now;
    await forgetEverything();
  });

  it('still ends a session whose token looks expired, if the platform takes the token', async () => {
    const simulators = await Simulators.open();
    const signIn = await simulators.signIn('commerce-engine');
    await simulators.rules({ path: '^.*/refresh-token$', error: 401 });
    Date.now = () => now() + DAY;

    const outcome = await logout(commerceEngine.settings(simulators, signIn));

    expect(outcome).to.include({ ok: true, server: 'ended', local: 'replaced', attempts: 2 });
    expect(await simulators.isAlive('commerce-engine')).to.equal(false);
  });

  it('refreshes an expired token that looks fresh after the 401', async () => {
    const simulators = await Simulators.open();
    const signIn = await simulators.signIn('commerce-engine', { expired: true });
    Date.now = () => now() - DAY;

    const outcome = await logout(commerceEngine.settings(simulators, signIn));

    expect(outcome).to.include({ ok: true, server: 'ended', attempts: 3 });
    expect(await simulators.isAlive('commerce-engine')).to.equal(false);
  });

  it('times out in time if the clock jumps during the logout', async () => {
    const simulators = await Simulators.open();
    const signIn = await simulators.signIn('commerce-engine');
    await simulators.rules({ path: '^.*/logout$', fault: 'hang' });

    const pending = logout({ ...commerceEngine.settings(simulators, signIn), timeout: 500 });
    Date.now = () => now() - DAY;
    const outcome = await pending;

    expect(outcome).to.include({ ok: false, reason: 'timeout' });
    expect(outcome.duration).to.be.within(450, 1000);
  });
});
