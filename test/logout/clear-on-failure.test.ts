import { expect, waitUntil } from '@open-wc/testing';

import '../../src/define.js';
import { logout, signedIn, type StoreLogoutElement } from '../../src/index.js';
import { openShop } from '../support/frame.js';
import { place } from '../support/sign-out.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

/** What has been cleared although the server could not be told, and is kept in memory for a retry. */
describe('The token that clear-on-failure remembers', () => {
  let simulators: Simulators;
  let settings: Record<'platform' | 'baseUrl' | 'tokenKey', string> & { clearOnFailure: boolean };
  let element: StoreLogoutElement;

  beforeEach(async () => {
    simulators = await Simulators.open();
    await simulators.signIn('custom');
    settings = {
      platform: 'custom',
      baseUrl: `${simulators.root}/custom/logout`,
      tokenKey: 'access_token',
      clearOnFailure: true,
    };
    element = await place({}, settings);
    await simulators.rules({ path: '/logout', error: 500 });
    expect(await element.logout()).to.include({ ok: false, local: 'cleared' });
    await simulators.rules();
  });
  afterEach(forgetEverything);

  it('is sent with the next try', async () => {
    expect(await element.logout()).to.include({ ok: true });
    expect(await sentToken()).to.match(/^Bearer ./);
  });

  it('is not used after a sign-in', async () => {
    signedIn(settings);
    await element.logout();
    expect(await sentToken()).to.equal(undefined);
  });

  it('is not used after a sign-in in another tab', async () => {
    const other = await place({}, settings, (await openShop()).document);
    other.signedIn();
    await waitUntil(() => element.state === 'idle');
    await element.logout();
    expect(await sentToken()).to.equal(undefined);
  });

  it('is not used after a logout in another tab', async () => {
    const other = await place({}, settings, (await openShop()).document);
    expect(await other.logout()).to.include({ ok: true });
    await waitUntil(() => element.state === 'done');
    await element.logout();
    expect(await sentToken(3)).to.equal(undefined);
  });

  /** The token in the last of so many requests. */
  async function sentToken(requests = 2): Promise<string | undefined> {
    const log = await simulators.log();
    expect(log.length).to.equal(requests);
    return log.at(-1)?.headers['authorization'];
  }
});

describe('A logout that could not ask the server, with clear-on-failure', () => {
  afterEach(forgetEverything);

  it('withdraws the speculation rules with the tokens', async () => {
    const rules = Object.assign(document.createElement('script'), { type: 'speculationrules', text: '{}' });
    document.head.append(rules);
    localStorage.setItem('token', 'abc');
    const settings = { platform: 'custom', baseUrl: 'no address', tokenKey: 'token', clearOnFailure: true };
    expect(await logout(settings)).to.include({ reason: 'misconfigured', local: 'cleared' });
    expect(localStorage.getItem('token')).to.equal(null);
    expect(rules.type).to.equal('application/json');
    rules.remove();
  });
});
