import { aTimeout, expect, oneEvent, waitUntil } from '@open-wc/testing';

import {
  type ConnectionSettings,
  type LogoutOutcome,
  memoryTokens,
  type StoreLogoutElement,
  type Tokens,
} from '../../src/index.js';
import { commerceEngine, custom, unisouk } from '../outcomes/backends.js';
import { openShop, pageUrl, type ShopFrame } from '../support/frame.js';
import { forgetEverything, Simulators } from '../support/simulators.js';
import { watchStalls } from '../support/stalls.js';

/** A page of its own, with buttons, that has come to rest and remembers what it heard. */
interface Tab extends ShopFrame {
  readonly buttons: readonly StoreLogoutElement[];
  readonly heard: readonly LogoutOutcome[];
}

async function openTab(settings: ConnectionSettings, count = 1): Promise<Tab> {
  const shop = await openShop();
  const heard: LogoutOutcome[] = [];
  for (const type of ['logged-out', 'failed-logout'] as const) {
    shop.document.addEventListener(type, ({ detail }: CustomEvent<LogoutOutcome>) => heard.push(detail));
  }
  const buttons = Array.from({ length: count }, () =>
    Object.assign(shop.document.createElement('store-logout'), settings),
  );
  shop.document.body.append(...buttons);
  await Promise.all(buttons.map(async (button) => button.updateComplete));
  return { ...shop, buttons, heard };
}

/** When a message of nobody's has come through, sent now: the browser's own part, however busy the machine is. */
async function plainMessage(): Promise<number> {
  const [sender, receiver] = [new BroadcastChannel('plain'), new BroadcastChannel('plain')];
  const heard = oneEvent(receiver, 'message');
  sender.postMessage(0);
  await heard;
  sender.close();
  receiver.close();
  return performance.now();
}

/** Long enough for a message that must not come; there is nothing else to wait for. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 300);
  });
}

/** Takes the page into the back/forward cache, and back again after `meanwhile`. */
async function passBy({ window: page }: Tab, meanwhile?: () => Promise<void>): Promise<void> {
  const { PageTransitionEvent: Transition } = page;
  page.dispatchEvent(new Transition('pagehide', { persisted: true }));
  await meanwhile?.();
  page.dispatchEvent(new Transition('pageshow', { persisted: true }));
}

describe('A logout in another tab', () => {
  afterEach(forgetEverything);

  it('is heard once by every page of the same store, within 250 ms', async () => {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const here = await openTab(settings);
    const others = [await openTab(settings), await openTab(settings, 3)];

    await here.buttons[0]?.logout();
    const start = await plainMessage();
    const stalls = watchStalls();
    await waitUntil(() => others.every(({ heard }) => heard.length), 'heard', { interval: 5 });

    expect(performance.now() - start - stalls()).to.be.below(250);
    await quiet();
    for (const { heard, buttons } of others) {
      expect(heard).to.have.length(1);
      expect(heard[0]).to.include({
        ok: true,
        platform: 'commerce-engine',
        origin: 'other-tab',
        server: 'ended',
        local: 'cleared',
        attempts: 0,
      });
      expect(Object.isFrozen(heard[0])).to.equal(true);
      expect(buttons.map(({ state }) => state)).to.deep.equal(buttons.map(() => 'done'));
    }
    expect(here.heard.map(({ origin }) => origin)).to.deep.equal(['here']);
  });

  it('leaves the anonymous pair that all tabs share', async () => {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const here = await openTab(settings);
    const other = await openTab(settings);

    await here.buttons[0]?.logout();
    const pair = localStorage.getItem('storefront_access_token');
    await waitUntil(() => other.heard.length);
    await quiet();

    expect(pair).to.be.a('string');
    expect(localStorage.getItem('storefront_access_token')).to.equal(pair);
  });

  it('makes a page forget the tokens in its memory', async () => {
    const simulators = await Simulators.open();
    const signIn = await simulators.signIn('unisouk');
    const tokens = memoryTokens(signIn.tokens);
    const here = await openTab(unisouk.settings(simulators, signIn));
    const other = await openTab({ ...unisouk.settings(simulators, signIn), tokens });

    await here.buttons[0]?.logout();
    await waitUntil(() => other.heard.length);

    expect(tokens.read()).to.equal(undefined);
  });

  it('leaves a token in page memory that no cookie goes with: it may be of another session', async () => {
    const simulators = await Simulators.open();
    const signIn = await simulators.signIn('custom');
    const { tokenKey: _, ...settings } = custom.settings(simulators, signIn);
    const requestInit = { credentials: 'omit' } as const;
    const tokens = memoryTokens({ accessToken: 'another' });
    const here = await openTab({ ...settings, requestInit, tokens: memoryTokens(signIn.tokens) });
    const other = await openTab({ ...settings, requestInit, tokens });

    expect(await here.buttons[0]?.logout()).to.include({ ok: true });
    await quiet();
    expect(tokens.read()).to.deep.equal({ accessToken: 'another' });
    expect(other.heard).to.have.length(0);
    expect(other.buttons[0]?.state).to.equal('idle');
  });

  it('is followed by the redirect, unless the event is cancelled', async () => {
    const simulators = await Simulators.open();
    const settings = custom.settings(simulators, await simulators.signIn('custom'));
    const redirect = pageUrl('goodbye.html');
    const here = await openTab(settings);
    const going = await openTab({ ...settings, redirect });
    const staying = await openTab({ ...settings, redirect });
    staying.document.addEventListener('logged-out', (event) => event.preventDefault());

    const arrival = going.arrival();
    await here.buttons[0]?.logout();

    expect(await arrival).to.equal(redirect);
    await quiet();
    expect(staying.heard).to.have.length(1);
    expect(staying.window.location.href).to.equal(pageUrl('shop.html'));
  });

  it("is followed by the button's own redirect, also below a <store-session>", async () => {
    const simulators = await Simulators.open();
    const settings = custom.settings(simulators, await simulators.signIn('custom'));
    const here = await openTab(settings);
    const going = await openTab(settings, 0);
    const session = Object.assign(going.document.createElement('store-session'), settings);
    const button = going.document.createElement('store-logout');
    button.redirect = pageUrl('goodbye.html');
    session.append(button);
    going.document.body.append(session);
    await button.updateComplete;

    const arrival = going.arrival();
    await here.buttons[0]?.logout();

    expect(await arrival).to.equal(pageUrl('goodbye.html'));
  });

  it('is followed by the redirect that the button has by then, also soon after a logout of its own', async () => {
    const simulators = await Simulators.open();
    const settings = custom.settings(simulators, await simulators.signIn('custom'));
    const here = await openTab(settings);
    const going = await openTab(settings);
    const [button] = going.buttons;
    await button?.logout();
    button?.signedIn();
    await simulators.signIn('custom');
    Object.assign(button!, { redirect: pageUrl('goodbye.html') });

    const arrival = going.arrival();
    await here.buttons[0]?.logout();

    expect(await arrival).to.equal(pageUrl('goodbye.html'));
  });

  for (const [what, act, told] of [
    ['somebody signs in', (button: StoreLogoutElement) => button.signedIn(), []],
    ['a click logs out', (button: StoreLogoutElement) => button.click(), ['here']],
  ] as const) {
    it(`is not told if ${what} while the page forgets its tokens`, async () => {
      const simulators = await Simulators.open();
      const settings = custom.settings(simulators, await simulators.signIn('custom'));
      const here = await openTab(settings);
      await simulators.rules({ path: '^/logout$', delay: 600 });
      let held: { accessToken: string } | undefined = { accessToken: 'in memory' };
      let isClearing = false;
      const tokens = {
        read: () => held,
        async clear() {
          isClearing = true;
          await quiet();
          held = undefined;
        },
      };
      const other = await openTab({ ...settings, tokens, redirect: '#gone' });

      await here.buttons[0]?.logout();
      await waitUntil(() => isClearing, 'the page forgets', { interval: 5 });
      act(other.buttons[0]!);
      await waitUntil(() => !held);
      await quiet();
      await waitUntil(() => other.buttons[0]?.state !== 'busy');

      expect(other.heard.map(({ origin }) => origin)).to.deep.equal(told);
      if (!told.length) expect(other.window.location.hash).to.equal('');
    });
  }

  it('is announced only if it succeeded', async () => {
    const simulators = await Simulators.open();
    const settings = custom.settings(simulators, await simulators.signIn('custom'));
    await simulators.rules({ path: '^/logout$', status: 500 });
    const here = await openTab({ ...settings, clearOnFailure: true });
    const other = await openTab(settings);

    await here.buttons[0]?.logout();
    await quiet();

    expect(other.heard).to.deep.equal([]);
  });

  it('changes nothing for another store, another platform, or a message of another form', async () => {
    const [simulators, others] = [await Simulators.open(), await Simulators.open()];
    const settings = custom.settings(simulators, await simulators.signIn('custom'));
    const here = await openTab(settings);
    const other = await openTab({ ...settings, baseUrl: `${others.root}/custom/logout` });
    const platform = await openTab(commerceEngine.settings(simulators, await simulators.signIn('unisouk')));
    const channel = new BroadcastChannel('store-logout');

    await here.buttons[0]?.logout();
    for (const message of [null, 'ended', { key: '*', id: '1', kind: 'ended' }, { kind: 'ended' }, 42]) {
      channel.postMessage(message);
    }
    channel.close();
    await quiet();

    expect([...other.heard, ...platform.heard]).to.deep.equal([]);
    expect(other.buttons[0]?.state).to.equal('idle');
  });

  it('is heard by a page that has seen the token of an announced sign-in only in that task', async () => {
    const simulators = await Simulators.open();
    const first = await simulators.signIn('unisouk');
    const settings = unisouk.settings(simulators, first);
    const tokens = memoryTokens(first.tokens);
    const other = await openTab({ ...settings, tokens });
    const here = await openTab(settings);

    const { tokens: latest } = await simulators.signIn('unisouk', { user: 'somebody else' });
    other.buttons[0]?.signedIn();
    tokens.replace(latest);
    await quiet();
    await here.buttons[0]?.logout();
    await waitUntil(() => other.heard.length);

    expect(other.heard.map(({ origin }) => origin)).to.deep.equal(['other-tab']);
    expect(tokens.read()).to.equal(undefined);
  });

  it("leaves a member's session alone if nobody was signed in where the click was", async () => {
    const simulators = await Simulators.open();
    const signIn = await simulators.signIn('commerce-engine');
    localStorage.clear();
    const settings = commerceEngine.settings(simulators, signIn);
    const tokens = memoryTokens(signIn.tokens);
    const member = await openTab({ ...settings, tokens });
    const nobody = await openTab(settings);

    expect(await nobody.buttons[0]?.logout()).to.include({ server: 'already-ended', attempts: 0 });
    await quiet();

    expect(member.heard).to.deep.equal([]);
    expect(member.buttons[0]?.state).to.equal('idle');
    expect(tokens.read()).to.equal(signIn.tokens);
    expect(await member.buttons[0]?.logout()).to.include({ server: 'ended', local: 'replaced' });
    expect(await simulators.isAlive('commerce-engine')).to.equal(false);
  });

  it('makes a page load again that Back restores, also if nobody was signed in any more', async () => {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const before = await openTab(settings);
    const nobody = await openTab(settings);

    const arrival = before.arrival();
    await passBy(before, async () => {
      localStorage.removeItem('storefront_access_token');
      localStorage.removeItem('storefront_refresh_token');
      expect(await nobody.buttons[0]?.logout()).to.include({ server: 'already-ended', attempts: 0 });
    });

    expect(await arrival).to.equal(pageUrl('shop.html'));
    expect(before.heard).to.deep.equal([]);
  });

  it('tells no token', async () => {
    const simulators = await Simulators.open();
    const signIn = await simulators.signIn('commerce-engine');
    const messages: unknown[] = [];
    const channel = new BroadcastChannel('store-logout');
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => messages.push(data));
    const here = await openTab(commerceEngine.settings(simulators, signIn));

    await here.buttons[0]?.logout();
    await waitUntil(() => messages.length);
    channel.close();

    const kept = Object.entries(localStorage).filter(([key]) => key.startsWith('store-logout'));
    expect(kept).to.have.length(1);
    const told = JSON.stringify([messages, kept]);
    const pair = [
      localStorage.getItem('storefront_access_token'),
      localStorage.getItem('storefront_refresh_token'),
    ];
    for (const token of [...Object.values(signIn.tokens), ...pair]) expect(told).not.to.contain(token);
  });

  it('is heard on a page that has only the guard', async () => {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const here = await openTab(settings);
    const guarded = await openShop('guarded.html');
    const heard: LogoutOutcome[] = [];
    guarded.document.addEventListener('logged-out', ({ detail }) => heard.push(detail));
    const { startGuard } = guarded.window as unknown as { startGuard(settings: object): () => void };
    startGuard(settings);

    await here.buttons[0]?.logout();
    await waitUntil(() => heard.length);

    expect(heard.map(({ origin }) => origin)).to.deep.equal(['other-tab']);
  });
});

describe('A page that Back has restored', () => {
  afterEach(forgetEverything);

  /** A tab that was signed out once, and a page of another tab that Back has just restored. */
  async function restore(): Promise<{ here: Tab; other: Tab; key: string }> {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const here = await openTab(settings);
    await here.buttons[0]?.logout();
    const key = Object.keys(localStorage).find((each) => each.startsWith('store-logout:')) ?? '';
    commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const other = await openTab({ ...settings, redirect: '#gone' });
    await passBy(other);
    return { here, other, key };
  }

  it('tells a logout that happens now', async () => {
    const { here, other } = await restore();

    await here.buttons[0]?.logout();
    await waitUntil(() => other.window.location.hash === '#gone');
    await quiet();

    expect(other.heard.map(({ origin }) => origin)).to.deep.equal(['other-tab']);
  });

  it('tells a logout that happened while its tag was away', async () => {
    const { here, other } = await restore();
    other.buttons[0]?.remove();
    await quiet();

    await here.buttons[0]?.logout();
    other.document.body.append(...other.buttons);
    await waitUntil(() => other.window.location.hash === '#gone');

    expect(other.heard.map(({ origin }) => origin)).to.deep.equal(['other-tab']);
  });

  it('is shown again if its tag goes while it waits for the message', async () => {
    const { other, key } = await restore();
    const { style } = other.document.documentElement;

    localStorage.setItem(key, JSON.stringify({ ended: 2, asked: 2, begun: 0, old: [] }));
    await waitUntil(() => style.display === 'none');
    other.buttons[0]?.remove();

    await waitUntil(() => style.display !== 'none');
  });

  it('takes a logout without a message for one that happened while it was away', async () => {
    const { other, key } = await restore();
    localStorage.removeItem('storefront_access_token');
    localStorage.removeItem('storefront_refresh_token');

    // WebKit’s storage may tell it late.
    localStorage.setItem(key, JSON.stringify({ ended: 2, asked: 2, begun: 0, old: [] }));
    await waitUntil(() => other.window.location.hash === '#gone');
    await quiet();

    expect(other.heard.map(({ origin }) => origin)).to.deep.equal(['history']);
  });
});

describe('A page whose token store answers late', () => {
  afterEach(forgetEverything);

  /** A store of the page's own that takes a while to read. */
  function slowStore(ms: number, tokens?: Tokens) {
    const store = memoryTokens(tokens);
    return {
      ...store,
      async read() {
        const found = store.read();
        await aTimeout(ms);
        return found;
      },
    };
  }

  it('tells a logout that happens after Back', async () => {
    const simulators = await Simulators.open();
    const settings = custom.settings(simulators, await simulators.signIn('custom'));
    const here = await openTab(settings);
    const other = await openTab({ ...settings, redirect: '#gone', tokens: slowStore(5) });
    await passBy(other);
    await quiet();

    await here.buttons[0]?.logout();
    await waitUntil(() => other.window.location.hash === '#gone');

    expect(other.heard.map(({ origin }) => origin)).to.deep.equal(['other-tab']);
  });

  it('tells nothing on Back: somebody may have signed in', async () => {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const here = await openTab(settings);
    const tokens = slowStore(5);
    const other = await openTab({ ...settings, redirect: '#gone', tokens });
    const arrival = other.arrival();

    await passBy(other, async () => {
      await here.buttons[0]?.logout();
      const again = await simulators.signIn('commerce-engine');
      for (const key of ['storefront_access_token', 'storefront_refresh_token']) {
        localStorage.removeItem(key);
        document.cookie = `${key}=; Path=/; Max-Age=0`;
      }
      tokens.replace(again.tokens);
    });
    await arrival;

    expect(other.heard).to.deep.equal([]);
    expect(await simulators.isAlive('commerce-engine')).to.equal(true);
  });

  it('sees a token that was stored elsewhere meanwhile', async () => {
    const simulators = await Simulators.open();
    const settings = custom.settings(simulators, await simulators.signIn('custom'));
    const here = await openTab(settings);
    const tokens = {
      async read() {
        await aTimeout(50);
        // A look that began while nobody was signed in ends when somebody is.
        if (localStorage.getItem('access_token') === null) localStorage.setItem('access_token', 'new');
        return undefined;
      },
      clear: () => undefined,
    };
    const other = await openTab({ ...settings, redirect: '#gone', tokens });
    await quiet();

    await here.buttons[0]?.logout();
    await waitUntil(() => localStorage.getItem('access_token') === 'new');
    await aTimeout(1000);

    expect(other.heard).to.deep.equal([]);
    expect(other.buttons[0]?.state).to.equal('idle');
  });

  it('keeps the token of an announced sign-in that comes while the last logout settles', async () => {
    const simulators = await Simulators.open();
    const signIn = await simulators.signIn('unisouk');
    const tokens = slowStore(20, signIn.tokens);
    const removed = new Promise((resolve) => {
      const { clear } = tokens;
      tokens.clear = () => {
        clear();
        resolve(undefined);
      };
    });
    const { buttons } = await openTab({ ...unisouk.settings(simulators, signIn), tokens });

    const flight = buttons[0]?.logout();
    await removed;
    await aTimeout(5);
    buttons[0]?.signedIn();
    tokens.replace({ accessToken: 'new' });
    await flight;
    await quiet();

    expect(await tokens.read()).to.deep.equal({ accessToken: 'new' });
  });
});

describe('A page with several members', () => {
  afterEach(forgetEverything);

  it('tells the button, although the guard came first', async () => {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const here = await openTab(settings);
    const guarded = await openShop('guarded.html');
    const { startGuard } = guarded.window as unknown as { startGuard(settings: object): () => void };
    startGuard(settings);
    const script = guarded.document.createElement('script');
    Object.assign(script, { type: 'module', src: new URL('../../src/define.ts', import.meta.url).href });
    guarded.document.head.append(script);
    await guarded.window.customElements.whenDefined('store-logout');
    const button = Object.assign(guarded.document.createElement('store-logout'), settings, {
      redirect: '#gone',
    });
    const heard: string[] = [];
    button.addEventListener('logged-out', (event) => {
      heard.push(event.detail.origin);
      event.preventDefault();
    });
    guarded.document.body.append(button);
    await button.updateComplete;

    await here.buttons[0]?.logout();
    await quiet();

    expect(heard).to.deep.equal(['other-tab']);
    expect(guarded.window.location.hash).to.equal('');
  });

  it('knows that nobody is signed in after it has removed a late token', async () => {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const old = localStorage.getItem('storefront_access_token') ?? '';
    const here = await openTab(settings);
    await here.buttons[0]?.logout();
    const other = await openTab(settings, 0);
    const session = Object.assign(other.document.createElement('store-session'), settings);
    other.document.body.append(session);
    await session.updateComplete;
    here.buttons[0]?.remove();

    localStorage.setItem('storefront_access_token', old);
    await waitUntil(() => localStorage.getItem('storefront_access_token') !== old);
    await quiet();

    expect(session.state).to.equal('signed-out');
  });
});

describe('A theme that hides every page which does not show itself', () => {
  afterEach(forgetEverything);

  /** A page of this theme that stays after a logout elsewhere. `display: none` keeps others from framing the page. */
  async function openHidden(settings: ConnectionSettings): Promise<Tab> {
    const tab = await openTab(settings);
    tab.document.head.insertAdjacentHTML('beforeend', '<style>html { display: none; }</style>');
    tab.document.documentElement.style.setProperty('display', 'block', 'important');
    return tab;
  }

  const display = ({ window: page, document: { documentElement: html } }: Tab): string[] => [
    page.getComputedStyle(html).display,
    html.style.getPropertyPriority('display'),
  ];

  it('is still visible after a logout in another tab', async () => {
    const simulators = await Simulators.open();
    const settings = custom.settings(simulators, await simulators.signIn('custom'));
    const here = await openTab(settings);
    const other = await openHidden({ ...settings, redirect: '#gone' });

    await here.buttons[0]?.logout();
    await waitUntil(() => other.window.location.hash === '#gone');
    await quiet();

    expect(display(other)).to.deep.equal(['block', 'important']);
  });

  it('is hidden after Back, and loaded again if its redirect only changes the hash', async () => {
    const simulators = await Simulators.open();
    const settings = commerceEngine.settings(simulators, await simulators.signIn('commerce-engine'));
    const here = await openTab(settings);
    const other = await openHidden({ ...settings, redirect: '#gone' });
    const { PageTransitionEvent: Transition } = other.window;

    other.window.dispatchEvent(new Transition('pagehide', { persisted: true }));
    await here.buttons[0]?.logout();
    const arrival = other.arrival();
    other.window.dispatchEvent(new Transition('pageshow', { persisted: true }));
    expect(display(other)).to.deep.equal(['none', 'important']);

    expect(await arrival).to.match(/#gone$/);
    expect(other.heard.map(({ origin }) => origin)).to.deep.equal(['history']);
  });
});
