import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define.js';
import { logout, memoryTokens, type StoreLogoutElement } from '../../src/index.js';
import { hear, recordFetches } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

const ACCESS = 'storefront_access_token';

interface Asked {
  readonly platform: string;
  readonly path: string;
  readonly where?: 'same-origin';
  readonly attributes?: Record<string, string>;
  /** What is asked for: Wix's SDK-less headless mode and UniSouk begin with a token. */
  readonly asks: RegExp;
}

const platforms: Record<string, Asked> = {
  'Commerce Engine': {
    platform: 'commerce-engine',
    path: 'commerce-engine/api/v1/demo-store/storefront',
    asks: /\/auth\/logout$/,
  },
  UniSouk: {
    platform: 'unisouk',
    path: 'unisouk',
    attributes: { 'store-id': 'demo-store' },
    asks: /\/auth\//,
  },
  Wix: {
    platform: 'wix',
    path: 'wix',
    attributes: { 'client-id': 'demo-client' },
    asks: /\/redirect-session$/,
  },
  'a backend of one’s own': { platform: 'custom', path: 'custom/logout', asks: /\/logout$/ },
  Salla: { platform: 'salla', path: 'salla', where: 'same-origin', asks: /\/logout$/ },
};

describe('The request of a logout', () => {
  afterEach(forgetEverything);

  for (const [name, { platform, path, where, attributes = {}, asks }] of Object.entries(platforms)) {
    it(`to ${name} leaves in the task of the click, and survives the page`, async () => {
      const simulators = await Simulators.open(where);
      await simulators.signIn(platform);
      const element = await fixture<StoreLogoutElement>(
        html`<store-logout platform=${platform} base-url=${`${simulators.root}/${path}`}></store-logout>`,
      );
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      if (platform === 'salla') element.accountsUrl = `${simulators.root}/salla/accounts`;
      element.addEventListener('logged-out', (event) => event.preventDefault());
      await element.updateComplete;
      const fetches = recordFetches();

      element.click();

      expect(fetches.map(({ url }) => url)).to.have.length(1);
      expect(fetches[0]?.url).to.match(asks);
      expect(fetches[0]?.init.keepalive).to.equal(true);
      await element.logout();
      expect(fetches.every(({ init }) => init.keepalive)).to.equal(true);
    });
  }

  it('leaves in the task of the call with tokens from a store that answers at once', async () => {
    const { settings } = await signIn();
    const tokens = memoryTokens({ accessToken: localStorage.getItem(ACCESS) ?? '' });
    localStorage.clear();
    const fetches = recordFetches();
    const flight = logout({ ...settings, tokens });
    expect(fetches).to.have.length(1);
    await flight;
  });

  it('leaves later with tokens from an asynchronous store', async () => {
    const { settings, isAlive } = await signIn();
    const { read, clear } = memoryTokens({ accessToken: localStorage.getItem(ACCESS) ?? '' });
    localStorage.clear();
    const fetches = recordFetches();
    const flight = logout({ ...settings, tokens: { read: async () => read(), clear } });
    expect(fetches).to.deep.equal([]);
    expect(await flight).to.include({ ok: true, server: 'ended' });
    expect(await isAlive()).to.equal(false);
  });

  it('leaves in the click’s own task after a failure as well', async () => {
    const { settings, simulators } = await signIn();
    await simulators.rules({ path: 'logout$', error: 500, times: 1 });
    const heard = hear(document);
    await logout(settings);
    const fetches = recordFetches();
    const flight = logout(settings);
    expect(fetches).to.have.length(1);
    await flight;
    expect(heard.map(({ type }) => type)).to.deep.equal(['failed-logout', 'logged-out']);
  });
});
