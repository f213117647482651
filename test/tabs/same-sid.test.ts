import { expect, waitUntil } from '@open-wc/testing';

import { custom as customPlatform, logout, type ConnectionSettings } from '../../src/index.js';
import { custom } from '../outcomes/backends.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

const ACCESS = 'access_token';

/** A token of the session `sid`, as a refresh would bring it. */
function tokenOf(sid: string, id: string): string {
  const part = (value: object): string => btoa(JSON.stringify(value)).replace(/=+$/, '');
  return `${part({ alg: 'none' })}.${part({ sub: 'member', sid, jti: id })}.x`;
}

async function wait(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

describe('A late token with the sid of the ended session', () => {
  let settings: ConnectionSettings;

  beforeEach(async () => {
    const simulators = await Simulators.open();
    settings = custom.settings(simulators, await simulators.signIn('custom'));
    localStorage.setItem(ACCESS, tokenOf('one', 'first'));
  });
  afterEach(forgetEverything);

  it('is removed if the platform vouches that its logout ends all tokens of the sid', async () => {
    const platform = { ...customPlatform, name: 'vouches', endsSid: true };
    expect(await logout({ ...settings, platform })).to.include({ ok: true, local: 'cleared' });

    localStorage.setItem(ACCESS, tokenOf('one', 'late'));
    await waitUntil(() => localStorage.getItem(ACCESS) === null, 'it is gone', { timeout: 2000 });
  });

  it('stays if its sid is another one', async () => {
    const platform = { ...customPlatform, name: 'vouches', endsSid: true };
    await logout({ ...settings, platform });

    localStorage.setItem(ACCESS, tokenOf('two', 'new'));
    await wait(700);
    expect(localStorage.getItem(ACCESS)).to.equal(tokenOf('two', 'new'));
  });

  it('stays if the platform does not vouch for it', async () => {
    // Another sid: the platform above still looks for its own.
    localStorage.setItem(ACCESS, tokenOf('three', 'first'));
    await logout(settings);

    localStorage.setItem(ACCESS, tokenOf('three', 'late'));
    await wait(700);
    expect(localStorage.getItem(ACCESS)).to.equal(tokenOf('three', 'late'));
  });
});
