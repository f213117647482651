import { expect, oneEvent, waitUntil } from '@open-wc/testing';

import '../../src/define.js';
import type { StoreLogoutElement } from '../../src/index.js';
import { openShop, pageUrl, type ShopFrame } from '../support/frame.js';
import { recordWarnings } from '../support/recorders.js';
import { signIn, type SignedIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

interface Opened extends SignedIn {
  readonly shop: ShopFrame;
  readonly element: StoreLogoutElement;
}

async function open(attributes: Readonly<Record<string, string>>): Promise<Opened> {
  const store = await signIn();
  const shop = await openShop();
  const element = shop.document.createElement('store-logout');
  Object.assign(element, store.settings);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  shop.document.body.append(element);
  await element.updateComplete;
  return { ...store, shop, element };
}

/** Whether a page has begun to go away. */
function watchDeparture({ window: page }: ShopFrame): () => boolean {
  let isLeaving = false;
  const leave = (): void => {
    isLeaving = true;
  };
  for (const type of ['beforeunload', 'pagehide']) page.addEventListener(type, leave);
  return () => isLeaving;
}

const { origin } = location;
const goodbye = pageUrl('goodbye.html');

describe('The redirect after a logout', () => {
  afterEach(forgetEverything);

  const targets: Record<string, string> = {
    'a relative path': 'goodbye.html',
    'an absolute path': new URL(goodbye).pathname,
    'a full address of the same origin': goodbye,
    'a path with a query and a fragment': `${new URL(goodbye).pathname}?from=shop#top`,
  };
  for (const [name, redirect] of Object.entries(targets)) {
    it(`takes the page to ${name}`, async () => {
      const { shop, element, isAlive } = await open({ redirect });
      const arrival = shop.arrival();
      let told: string | undefined;
      let address: string | undefined;
      element.addEventListener('logged-out', ({ detail }) => {
        told = detail.redirect;
        address = shop.window.location.href;
      });
      element.click();
      expect(await arrival).to.equal(new URL(redirect, goodbye).href);
      expect(told, 'as the event said').to.equal(new URL(redirect, goodbye).href);
      expect(address, 'the event came before').to.equal(pageUrl('shop.html'));
      expect(await isAlive()).to.equal(false);
    });
  }

  it('takes the page to another origin that is allowed', async () => {
    const { shop, element, simulators } = await open({});
    const target = `${simulators.root}/custom/me`;
    element.redirectOrigins = `https://other.example ${new URL(target).origin}`;
    element.redirect = target;
    const arrival = oneEvent(shop.window.frameElement!, 'load');
    const outcome = await element.logout();
    expect(outcome).to.include({ ok: true, redirect: target });
    expect(outcome.warnings).to.deep.equal([]);
    await arrival;
    expect((await simulators.log()).map(({ path }) => path)).to.include('/me');
  });

  it('does not follow when a listener prevents it', async () => {
    const { shop, element, isAlive, requests } = await open({ redirect: 'goodbye.html' });
    const isLeaving = watchDeparture(shop);
    element.addEventListener('logged-out', (event) => event.preventDefault());
    expect(await element.logout()).to.include({ ok: true, server: 'ended', redirect: goodbye });
    expect(await isAlive()).to.equal(false);
    expect(await requests()).to.equal(1);
    expect(isLeaving()).to.equal(false);
    expect(shop.window.location.href).to.equal(pageUrl('shop.html'));
  });

  it('does not follow a failed logout', async () => {
    const { shop, element, simulators, isAlive } = await open({ redirect: 'goodbye.html' });
    await simulators.rules({ path: 'logout$', error: 500 });
    const isLeaving = watchDeparture(shop);
    const outcome = await element.logout();
    expect(outcome).to.include({ ok: false, reason: 'http' });
    expect(outcome).not.to.have.property('redirect');
    expect(await isAlive()).to.equal(true);
    expect(isLeaving()).to.equal(false);
  });

  it('takes further clicks for the same logout while the page goes away', async () => {
    const { shop, element } = await open({ redirect: 'goodbye.html' });
    let events = 0;
    element.addEventListener('logged-out', () => events++);
    const arrival = shop.arrival();
    const outcome = await element.logout();
    expect(await element.logout()).to.equal(outcome);
    element.click();
    await arrival;
    expect(events).to.equal(1);
  });

  it('does not delay the next logout if the page has stayed and somebody has signed in there', async () => {
    const { shop, element, simulators, requests } = await open({});
    await simulators.rules({ path: '^/me$', status: 204 });
    const target = `${simulators.root}/custom/me`;
    element.redirectOrigins = new URL(target).origin;
    element.redirect = target;
    const outcome = await element.logout();
    await waitUntil(async () => (await simulators.log()).some(({ path }) => path === '/me'));

    element.signedIn();
    await simulators.signIn('commerce-engine');
    expect(element.state).to.equal('idle');
    const next = await element.logout();
    expect(next).to.include({ ok: true, server: 'ended' }).and.not.equal(outcome);
    expect(await requests()).to.equal(2);
    expect(shop.window.location.href).to.equal(pageUrl('shop.html'));
  });

  it('can be a place on the same page', async () => {
    const { shop, element } = await open({ redirect: '#signed-out' });
    const isLeaving = watchDeparture(shop);
    await element.logout();
    expect(shop.window.location.hash).to.equal('#signed-out');
    expect(isLeaving()).to.equal(false);
  });
});

describe('A redirect that is refused', () => {
  afterEach(forgetEverything);

  const evil = 'https://evil.example';
  const refused: Record<string, { redirect: string; 'redirect-origins'?: string }> = {
    'a script': { redirect: 'javascript:parent.hacked=1' },
    'a script with white space before it': { redirect: ' \n javascript:parent.hacked=1' },
    'a script with a tab inside': { redirect: 'java\tscript:parent.hacked=1' },
    data: { redirect: 'data:text/html,hi' },
    'a blob': { redirect: `blob:${origin}/1234` },
    'an address without a scheme': { redirect: '//evil.example' },
    'the same with a backslash': { redirect: '/\\evil.example' },
    'the same with two backslashes': { redirect: '\\\\evil.example' },
    'the same with a tab between the slashes': { redirect: '/\t/evil.example' },
    'the same with a line break between them': { redirect: '/\n/evil.example' },
    'credentials before the own host': { redirect: origin.replace('//', '//user:secret@') },
    'the own host as credentials': { redirect: `${origin}@evil.example` },
    'the own host as a part of another': { redirect: `${origin}.evil.example` },
    'the own host with another scheme': { redirect: origin.replace('http:', 'https:') },
    'the own host with another port': { redirect: 'http://localhost:1/' },
    'too few slashes': { redirect: 'https:evil.example' },
    'too many slashes': { redirect: 'https:///evil.example' },
    'another origin': { redirect: evil },
    'another origin than the allowed one': { redirect: evil, 'redirect-origins': 'https://good.example' },
    'a subdomain of the allowed one': {
      redirect: 'https://sub.good.example',
      'redirect-origins': 'https://good.example',
    },
    'another origin where all are said to be allowed': { redirect: evil, 'redirect-origins': '*' },
    'another origin where only a host is allowed': { redirect: evil, 'redirect-origins': 'evil.example' },
    'a script where scripts are said to be allowed': {
      redirect: 'javascript:parent.hacked=1',
      'redirect-origins': 'javascript: null',
    },
  };
  for (const [name, attributes] of Object.entries(refused)) {
    it(`signs out all the same, and stays: ${name}`, async () => {
      const { shop, element, isAlive, requests } = await open(attributes);
      const warnings = recordWarnings(shop.window);
      const isLeaving = watchDeparture(shop);

      const outcome = await element.logout();
      await element.logout();

      expect(outcome).to.include({ ok: true, server: 'ended', local: 'replaced' });
      expect(outcome).not.to.have.property('redirect');
      expect(outcome.warnings).to.have.length(1);
      expect(outcome.warnings[0]).to.match(/^redirect was refused/);
      expect(warnings).to.deep.equal([`<store-logout>: ${outcome.warnings[0]}`]);
      expect(await isAlive()).to.equal(false);
      expect(await requests()).to.equal(1);
      expect(isLeaving()).to.equal(false);
      expect(shop.window.location.href).to.equal(pageUrl('shop.html'));
      expect(window).not.to.have.property('hacked');
    });
  }
});
