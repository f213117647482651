import { expect, oneEvent, waitUntil } from '@open-wc/testing';

import {
  type ConnectionSettings,
  type LogoutOutcome,
  memoryTokens,
  type StoreLogoutElement,
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
