import { expect, waitUntil } from '@open-wc/testing';

import { logout, memoryTokens, signedIn, type ConnectionSettings, type TokenStore } from '../../src/index.js';
import { commerceEngine, custom, unisouk, wixHeadless } from '../outcomes/backends.js';
import { openShop } from '../support/frame.js';
import { forgetEverything, type SignIn, Simulators } from '../support/simulators.js';
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

function claims(token: string | null): Record<string, unknown> {
  return JSON.parse(atob((token ?? '').split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? '')) as Record<
    string,
    unknown
  >;
}

/** A member's token as a platform would issue it; a stateless one may name no user. */
function tokenOf(sub: string | undefined, issued: number, more: object = {}): string {
  const part = (value: object): string => btoa(JSON.stringify(value)).replace(/=+$/, '');
  const own = { sub, is_logged_in: true, iat: issued, exp: issued + 900, ...more };
  return `${part({ alg: 'none' })}.${part(own)}.x`;
}

const second = (): number => Math.floor(Date.now() / 1000);

async function wait(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

describe('A refresh that finishes after the logout', () => {
  let simulators: Simulators;
  let signIn: SignIn;
  let settings: ConnectionSettings;

  beforeEach(async () => {
    simulators = await Simulators.open();
    signIn = await simulators.signIn('commerce-engine');
    settings = commerceEngine.settings(simulators, signIn);
  });
  afterEach(async () => {
    signedIn(settings);
    await forgetEverything();
  });

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

  it('does not bring back what was cleared on failure, and is ended', async () => {
    await simulators.rules(
      { path: '^.*/refresh-token$', delay: 600 },
      { path: '^.*/logout$', error: 500, times: 1 },
    );
    const refreshing = refresh(settings.baseUrl ?? '', localStorage);
    await waitUntil(async () => (await simulators.log()).length);

    const outcome = await logout({ ...settings, clearOnFailure: true });
    expect(outcome).to.include({ ok: false, server: 'unknown', local: 'cleared' });
    await refreshing;

    await waitUntil(() => localStorage.getItem(ACCESS) === null, 'it is gone', { timeout: 3000 });
    expect(localStorage.getItem(REFRESH)).to.equal(null);
    await waitUntil(async () => !(await simulators.isAlive('commerce-engine')), 'revoked', { timeout: 4000 });
  });

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

  it('is undone by the page that the logout led to', async () => {
    await logout(settings);
    const late = tokenOf('member', second() - 10);
    const next = await openShop();
    next.document.body.append(Object.assign(next.document.createElement('store-logout'), settings));
    localStorage.setItem(ACCESS, late);

    await waitUntil(() => localStorage.getItem(ACCESS) !== late, 'it is gone', { timeout: 3000 });
  });

  it('is ended on the server as well, where its token lives', async () => {
    // A session of its own, whose token is older than the logout and comes after it, as that of a late refresh does.
    const late = await simulators.signIn('commerce-engine');
    localStorage.setItem(ACCESS, signIn.tokens.accessToken ?? '');
    localStorage.setItem(REFRESH, signIn.tokens.refreshToken ?? '');
    await logout(settings);
    expect(await simulators.isAlive('commerce-engine')).to.equal(true);

    localStorage.setItem(ACCESS, late.tokens.accessToken ?? '');
    localStorage.setItem(REFRESH, late.tokens.refreshToken ?? '');
    await waitUntil(async () => !(await simulators.isAlive('commerce-engine')), 'revoked', { timeout: 4000 });
  });

  it('is undone in page memory by the anonymous pair', async () => {
    const tokens = memoryTokens(signIn.tokens);
    await logout({ ...settings, tokens });
    const pair = tokens.read();
    const { sub } = claims(signIn.tokens.accessToken ?? '');
    tokens.replace({ accessToken: tokenOf(String(sub), second() - 5) });

    await waitUntil(() => tokens.read()?.accessToken === pair?.accessToken, 'the anonymous pair is back', {
      timeout: 2000,
    });
  });

  it('is undone in page memory too', async () => {
    const shop = await simulators.signIn('unisouk');
    const tokens = memoryTokens(shop.tokens);
    const here = { ...unisouk.settings(simulators, shop), tokens };
    await logout(here);
    const { sub } = claims(shop.tokens.accessToken ?? '');
    tokens.replace({ accessToken: tokenOf(String(sub), second() - 5) });

    await waitUntil(() => tokens.read() === undefined, 'it is gone', { timeout: 2000 });
    signedIn(here);
  });
});

describe('A renewal that finishes after the logout in the memory of Wix’s SDK', () => {
  afterEach(forgetEverything);

  it('does not bring the member back', async () => {
    const simulators = await Simulators.open();
    const { tokens } = await simulators.signIn('wix');
    const client = new WixClient(`${simulators.root}/wix`, 'demo-client', tokens);
    const member = client.auth.getTokens();
    const settings = { ...wixHeadless.settings(simulators, { tokens } as SignIn), sdk: client };
    const stay = (event: Event): void => event.preventDefault();
    document.addEventListener('logged-out', stay, { once: true });
    expect(await logout(settings)).to.include({ ok: true });
    expect(client.hasTokens).to.equal(false);

    client.auth.setTokens(member);
    await waitUntil(() => !client.hasTokens, 'it is gone', { timeout: 2000 });
    signedIn(settings);
  });
});

describe('A token that does not tell whose it is', () => {
  const KEY = 'access_token';
  let simulators: Simulators;
  let settings: ConnectionSettings;

  /** What a client of a stateless backend does: asks, waits, stores a token that was issued just now. */
  async function ask(token: () => string): Promise<string> {
    const url = `${simulators.root}/commerce-engine/auth/refresh-token`;
    await (await fetch(url, { method: 'POST', body: '{}' })).text();
    const given = token();
    localStorage.setItem(KEY, given);
    return given;
  }

  beforeEach(async () => {
    simulators = await Simulators.open();
    await simulators.rules({ path: '^.*/refresh-token$', delay: 1300 });
    settings = custom.settings(simulators, await simulators.signIn('custom'));
    localStorage.setItem(KEY, tokenOf(undefined, second() - 60));
  });
  afterEach(async () => {
    localStorage.clear();
    signedIn(settings);
    await forgetEverything();
  });

  for (const [name, token] of [
    ['and was issued after the logout', () => tokenOf(undefined, second())],
    ['nor when it was issued', () => 'opaque'],
  ] as const) {
    it(`${name} is removed if it answers a request from before the logout`, async () => {
      const asking = ask(token);
      await waitUntil(async () => (await simulators.log()).length);
      await logout(settings);
      await asking;

      await waitUntil(() => localStorage.getItem(KEY) === null, 'it is gone', { timeout: 1000 });
    });

    it(`${name} is kept if it was asked for after the logout`, async () => {
      await logout(settings);
      const given = await ask(token);
      await wait(1000);

      expect(localStorage.getItem(KEY)).to.equal(given);
    });
  }

  for (const isSaid of [false, true]) {
    it(`is put back if a late answer overwrites a sign-in${isSaid ? ' that the page told of' : ''}`, async () => {
      await simulators.rules({ path: '^.*/refresh-token$', delay: 2500 });
      const asking = ask(() => 'late');
      await waitUntil(async () => (await simulators.log()).length);
      await logout(settings);
      await wait(1100);
      const given = tokenOf(undefined, second());
      localStorage.setItem(KEY, given);
      if (isSaid) signedIn(settings);
      expect(await asking).to.equal('late');

      await waitUntil(() => localStorage.getItem(KEY) === given, 'it is back', { timeout: 1000 });
    });
  }
});

describe('A token that tells when its shopper has signed in', () => {
  const KEY = 'access_token';
  let settings: ConnectionSettings;

  beforeEach(async () => {
    const simulators = await Simulators.open();
    settings = custom.settings(simulators, await simulators.signIn('custom'));
    localStorage.setItem(KEY, tokenOf('member', second() - 60));
    await logout(settings);
  });
  afterEach(async () => {
    signedIn(settings);
    await forgetEverything();
  });

  it('before the logout is removed, however new it is', async () => {
    localStorage.setItem(KEY, tokenOf('member', second() + 5, { auth_time: second() - 3600 }));
    await waitUntil(() => localStorage.getItem(KEY) === null, 'it is gone', { timeout: 2000 });
  });

  it('after the logout is kept', async () => {
    const given = tokenOf('member', second() - 5, { auth_time: second() + 5 });
    localStorage.setItem(KEY, given);
    await wait(1500);
    expect(localStorage.getItem(KEY)).to.equal(given);
  });
});

describe('A real sign-in after a logout', () => {
  let simulators: Simulators;
  let signIn: SignIn;
  let settings: ConnectionSettings;

  beforeEach(async () => {
    simulators = await Simulators.open();
    signIn = await simulators.signIn('commerce-engine');
    settings = commerceEngine.settings(simulators, signIn);
    await logout(settings);
  });
  afterEach(async () => {
    signedIn(settings);
    await forgetEverything();
  });

  it('one second later survives', async () => {
    await wait(1100);
    const { tokens } = await simulators.signIn('commerce-engine');
    await wait(3500);

    expect(localStorage.getItem(ACCESS)).to.equal(tokens.accessToken);
    expect(await simulators.isAlive('commerce-engine')).to.equal(true);
  });

  it('at once survives if the page says so', async () => {
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
    it(`that the page tells of while its store ${what} survives`, async () => {
      const page = memoryTokens(signIn.tokens);
      const tokens: { -readonly [Name in keyof TokenStore]: TokenStore[Name] } = { ...page };
      const here = { ...settings, tokens };
      await logout(here);
      tokens.read = read;
      signedIn(here);
      tokens.read = page.read;
      const { sub } = claims(signIn.tokens.accessToken ?? '');
      const given = tokenOf(String(sub), second() - 5);
      page.replace({ accessToken: given });
      await wait(1500);

      expect(page.read()?.accessToken).to.equal(given);
    });
  }

  it('of a guest is nothing to undo', async () => {
    const guest = `x.${btoa(JSON.stringify({ is_anonymous: true, iat: second() }))}.x`;
    localStorage.setItem(ACCESS, guest);
    await wait(1500);

    expect(localStorage.getItem(ACCESS)).to.equal(guest);
  });

  it('of another shopper survives', async () => {
    const backend = custom.settings(simulators, await simulators.signIn('custom'));
    localStorage.setItem('access_token', tokenOf('first', second() - 60));
    await logout(backend);
    const other = tokenOf('second', second());
    localStorage.setItem('access_token', other);
    await wait(1500);

    expect(localStorage.getItem('access_token')).to.equal(other);
    signedIn(backend);
  });
});
