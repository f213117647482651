import { expect, waitUntil } from '@open-wc/testing';

import '../../src/define.js';
import {
  logout,
  memoryTokens,
  signedIn,
  type ConnectionSettings,
  type StoreLogoutElement,
  type TokenStore,
} from '../../src/index.js';
import { commerceEngine, custom, unisouk, wixHeadless } from '../outcomes/backends.js';
import { CommerceEngineSdk } from '../support/commerce-engine-sdk.js';
import { openShop } from '../support/frame.js';
import { place } from '../support/sign-out.js';
import { forgetEverything, type SignIn, Simulators } from '../support/simulators.js';
import { manualStorage } from '../support/tokens.js';
import { WixClient } from '../support/wix-client.js';

const ACCESS = 'storefront_access_token';
const REFRESH = 'storefront_refresh_token';

/** What a storefront's own client does: refreshes, and stores whatever comes. */
async function refresh(baseUrl: string, storage: Storage, fetch = window.fetch): Promise<void> {
  const answer = await fetch(`${baseUrl}/auth/refresh-token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ refresh_token: storage.getItem(REFRESH) }),
  });
  const { content } = (await answer.json()) as {
    content?: { access_token: string; refresh_token: string };
  };
  if (!content) return;
  storage.setItem(ACCESS, content.access_token);
  storage.setItem(REFRESH, content.refresh_token);
}

/** A member's token as a platform would issue it. */
function tokenOf(user: string, issued: number): string {
  const part = (value: object): string => btoa(JSON.stringify(value)).replace(/=+$/, '');
  const own = { sub: user, customer_id: user, is_logged_in: true, iat: issued, exp: issued + 900 };
  return `${part({ alg: 'none' })}.${part(own)}.x`;
}

const second = (): number => Math.floor(Date.now() / 1000);

async function wait(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

describe('A refresh that finishes after a Commerce Engine logout', () => {
  let simulators: Simulators;
  let signIn: SignIn;
  let settings: ConnectionSettings;

  beforeEach(async () => {
    simulators = await Simulators.open();
    signIn = await simulators.signIn('commerce-engine');
    settings = commerceEngine.settings(simulators, signIn);
  });
  afterEach(forgetEverything);

  for (const delay of [100, 700, 2500]) {
    it(`${delay} ms later does not bring the member back`, async () => {
      await simulators.rules({ path: '^.*/refresh-token$', delay });
      const refreshing = refresh(settings.baseUrl ?? '', localStorage);
      await waitUntil(async () => (await simulators.log()).length);

      expect(await logout(settings)).to.include({ ok: true, local: 'replaced' });
      const pair = localStorage.getItem(ACCESS);
      await refreshing;

      await waitUntil(() => localStorage.getItem(ACCESS) === pair, 'the anonymous pair is back', {
        timeout: 6000,
      });
      expect(await simulators.isAlive('commerce-engine')).to.equal(false);
    });
  }

  it('in another tab does not either', async () => {
    await simulators.rules({ path: '^.*/refresh-token$', delay: 600 });
    const other = await openShop();
    const refreshing = refresh(settings.baseUrl ?? '', other.window.localStorage, other.window.fetch);
    await waitUntil(async () => (await simulators.log()).length);

    await logout(settings);
    const pair = localStorage.getItem(ACCESS);
    await refreshing;

    await waitUntil(() => localStorage.getItem(ACCESS) === pair, 'the anonymous pair is back', {
      timeout: 2000,
    });
  });

  it('gives way to both tokens of the pair, also if an old one was seen beside the new one', async () => {
    const button = await place({}, settings as Partial<StoreLogoutElement>);
    expect(await button.logout()).to.include({ ok: true, local: 'replaced' });
    const pair = [ACCESS, REFRESH].map((key) => localStorage.getItem(key));
    // As a page sees it while another tab writes the pair.
    localStorage.setItem(REFRESH, signIn.tokens.refreshToken ?? '');
    document.dispatchEvent(new Event('visibilitychange'));
    const { user } = signIn as SignIn & { user: { id: string } };
    localStorage.setItem(ACCESS, tokenOf(user.id, second() - 5));

    await waitUntil(() => localStorage.getItem(ACCESS) === pair[0], 'the anonymous pair is back', {
      timeout: 2000,
    });
    expect(localStorage.getItem(REFRESH)).to.equal(pair[1]);
  });

  it('is undone in page memory by the anonymous pair', async () => {
    const tokens = memoryTokens(signIn.tokens);
    await logout({ ...settings, tokens });
    const pair = tokens.read();
    const { user } = signIn as SignIn & { user: { id: string } };
    tokens.replace({ accessToken: tokenOf(user.id, second() - 5) });

    await waitUntil(() => tokens.read()?.accessToken === pair?.accessToken, 'the anonymous pair is back', {
      timeout: 2000,
    });
  });

  it('is undone in the memory of the SDK, if only the SDK has a token', async () => {
    const sdk = new CommerceEngineSdk(settings.baseUrl ?? '', manualStorage(signIn.tokens));
    for (const key of [ACCESS, REFRESH]) localStorage.removeItem(key);
    expect(await logout({ ...settings, sdk })).to.include({ ok: true, local: 'replaced' });
    const pair = await sdk.getAccessToken();
    const { user } = signIn as SignIn & { user: { id: string } };
    await sdk.setTokens(tokenOf(user.id, second() - 5));

    await waitUntil(async () => (await sdk.getAccessToken()) === pair, 'the anonymous pair is back', {
      timeout: 2000,
    });
  });

  it('stays if it is another shopper’s, or newer than the anonymous pair', async () => {
    await logout(settings);
    const { user } = signIn as SignIn & { user: { id: string } };
    for (const token of [tokenOf('somebody else', second() - 5), tokenOf(user.id, second() + 5)]) {
      localStorage.setItem(ACCESS, token);
      await wait(700);
      expect(localStorage.getItem(ACCESS)).to.equal(token);
    }
  });
});

describe('A token of the ended session that is written again', () => {
  let simulators: Simulators;
  beforeEach(async () => {
    simulators = await Simulators.open();
  });
  afterEach(forgetEverything);

  it('is removed, also by a page that is loaded later', async () => {
    const signIn = await simulators.signIn('commerce-engine');
    const settings = commerceEngine.settings(simulators, signIn);
    await logout(settings);
    const next = await openShop();
    next.document.body.append(Object.assign(next.document.createElement('store-logout'), settings));
    const old = signIn.tokens.accessToken ?? '';
    localStorage.setItem(ACCESS, old);

    await waitUntil(() => localStorage.getItem(ACCESS) !== old, 'it is gone', { timeout: 3000 });
  });

  it('is removed from the memory of Wix’s SDK', async () => {
    const { tokens } = await simulators.signIn('wix');
    const client = new WixClient(`${simulators.root}/wix`, 'demo-client', tokens);
    const member = client.auth.getTokens();
    const settings = { ...wixHeadless.settings(simulators, { tokens } as SignIn), sdk: client };
    document.addEventListener('logged-out', (event) => event.preventDefault(), { once: true });
    expect(await logout(settings)).to.include({ ok: true });
    expect(client.hasTokens).to.equal(false);

    client.auth.setTokens(member);
    await waitUntil(() => !client.hasTokens, 'it is gone', { timeout: 2000 });
  });

  it('is removed after clear-on-failure too; a refreshed one stays, because its session lives', async () => {
    const signIn = await simulators.signIn('commerce-engine');
    const settings = commerceEngine.settings(simulators, signIn);
    await simulators.rules({ path: '^.*/logout$', error: 500, times: 1 });
    expect(await logout({ ...settings, clearOnFailure: true })).to.include({ ok: false, local: 'cleared' });
    localStorage.setItem(ACCESS, signIn.tokens.accessToken ?? '');
    await waitUntil(() => localStorage.getItem(ACCESS) === null, 'it is gone', { timeout: 2000 });

    const { tokens } = await simulators.signIn('commerce-engine');
    await wait(700);
    expect(localStorage.getItem(ACCESS)).to.equal(tokens.accessToken);
    expect(await simulators.isAlive('commerce-engine')).to.equal(true);
  });
});

describe('A token that nobody can prove to be old', () => {
  let simulators: Simulators;
  beforeEach(async () => {
    simulators = await Simulators.open();
  });
  afterEach(forgetEverything);

  const tokens = {
    opaque: 'opaque',
    'the same shopper’s, issued before': tokenOf('member', second() - 5),
    'another shopper’s': tokenOf('second', second()),
  };
  for (const [name, token] of Object.entries(tokens)) {
    it(`stays, nothing is revoked, and the button offers the logout again: ${name}`, async () => {
      const settings = custom.settings(simulators, await simulators.signIn('custom'));
      localStorage.setItem('access_token', tokenOf('member', second() - 60));
      const button = await place({}, settings as Partial<StoreLogoutElement>);
      expect(await button.logout()).to.include({ ok: true, local: 'cleared' });
      expect(button.state).to.equal('done');
      localStorage.setItem('access_token', token);

      await waitUntil(() => button.state === 'idle', 'the button offers the logout', { timeout: 2000 });
      await wait(700);
      expect(localStorage.getItem('access_token')).to.equal(token);
      expect(await simulators.log()).to.have.length(1);
    });
  }

  it('stays in page memory', async () => {
    const signIn = await simulators.signIn('unisouk');
    const memory = memoryTokens(signIn.tokens);
    await logout({ ...unisouk.settings(simulators, signIn), tokens: memory });
    memory.replace({ accessToken: 'opaque' });
    await wait(700);
    expect(memory.read()?.accessToken).to.equal('opaque');
  });
});

describe('A sign-in after a Commerce Engine logout', () => {
  let simulators: Simulators;
  let settings: ConnectionSettings;

  beforeEach(async () => {
    simulators = await Simulators.open();
    const signIn = await simulators.signIn('commerce-engine');
    settings = commerceEngine.settings(simulators, signIn);
    await logout(settings);
  });
  afterEach(forgetEverything);

  it('stays if it is a second later', async () => {
    await wait(1100);
    const { tokens } = await simulators.signIn('commerce-engine');
    await wait(3500);

    expect(localStorage.getItem(ACCESS)).to.equal(tokens.accessToken);
    expect(await simulators.isAlive('commerce-engine')).to.equal(true);
  });

  it('stays at once if the page announces it', async () => {
    signedIn(settings);
    const { tokens } = await simulators.signIn('commerce-engine');
    await wait(1500);

    expect(localStorage.getItem(ACCESS)).to.equal(tokens.accessToken);
    expect(await simulators.isAlive('commerce-engine')).to.equal(true);
  });

  for (const [what, read] of [
    [
      'throws',
      () => {
        throw new Error('locked');
      },
    ],
    ['rejects', () => Promise.reject(new Error('locked'))],
  ] as const) {
    it(`stays if the page announces it while its token store ${what}`, async () => {
      const { tokens: old } = await simulators.signIn('commerce-engine');
      const page = memoryTokens(old);
      const tokens: { -readonly [Name in keyof TokenStore]: TokenStore[Name] } = { ...page };
      const here = { ...settings, tokens };
      await logout(here);
      tokens.read = read;
      signedIn(here);
      tokens.read = page.read;
      const given = tokenOf('member', second() - 5);
      page.replace({ accessToken: given });
      await wait(700);

      expect(page.read()?.accessToken).to.equal(given);
    });
  }
});
