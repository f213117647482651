import { expect, fixture, html, oneEvent } from '@open-wc/testing';

import '../../src/define.js';
import type { StoreLogoutElement } from '../../src/index.js';
import { announcementOf, nameOf, part } from '../support/parts.js';
import { hear, hold } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

async function open(baseUrl: string): Promise<StoreLogoutElement> {
  return fixture(html`<store-logout platform="commerce-engine" base-url=${baseUrl}></store-logout>`);
}

describe('<store-logout> that is removed during the logout', () => {
  afterEach(forgetEverything);

  it('tells the document and its own listeners, each of them once', async () => {
    const store = await signIn();
    const element = await open(store.baseUrl);
    const ownHeard = hear(element);
    const heard = hear(document);
    const flight = element.logout();
    element.remove();
    const outcome = await flight;
    expect(outcome.ok).to.equal(true);
    expect(ownHeard.map(({ detail }) => detail)).to.deep.equal([outcome]);
    expect(heard.map(({ detail }) => detail)).to.deep.equal([outcome]);
    expect(await store.isAlive()).to.equal(false);
  });

  it('with the part of the page around it, tells the document once', async () => {
    const { baseUrl } = await signIn();
    const parent = await fixture(
      html`<nav><store-logout platform="commerce-engine" base-url=${baseUrl}></store-logout></nav>`,
    );
    const parentHeard = hear(parent);
    const heard = hear(document);
    const flight = parent.querySelector('store-logout')!.logout();
    parent.remove();
    await flight;
    expect(parentHeard).to.have.length(1);
    expect(heard).to.have.length(1);
  });

  it('stops the navigation if a listener at the document says so', async () => {
    const { baseUrl } = await signIn();
    const element = await open(baseUrl);
    element.redirect = '/left-the-test-page';
    document.addEventListener('logged-out', (event) => event.preventDefault(), { once: true });
    const flight = element.logout();
    element.remove();
    expect(await flight).to.have.property('redirect');
  });

  it('tells nobody twice if a listener removes it', async () => {
    const { baseUrl } = await signIn();
    const element = await open(baseUrl);
    const heard = hear(document);
    element.addEventListener('logged-out', () => element.remove());
    await element.logout();
    expect(heard).to.have.length(1);
  });

  it('shows that it is busy when it comes back in time', async () => {
    const { baseUrl } = await signIn();
    const element = await open(baseUrl);
    const parent = element.parentElement!;
    const release = hold(element);
    const flight = element.logout();
    element.remove();
    parent.append(element);
    await element.updateComplete;
    expect(element.state).to.equal('busy');
    release();
    await flight;
    expect(element.state).to.equal('done');
  });

  for (const end of ['done', 'failed'] as const) {
    it(`still shows its result after it was moved: ${end}`, async () => {
      const { baseUrl, simulators } = await signIn();
      const element = await open(baseUrl);
      if (end === 'failed') await simulators.rules({ path: 'logout$', status: 500 });
      await element.logout();
      const said = announcementOf(element);
      element.parentElement!.append(element);
      await element.updateComplete;
      expect(element.state).to.equal(end);
      expect(announcementOf(element)).to.equal(said);
      expect(part(element, 'reason')?.checkVisibility()).to.equal(end === 'failed' ? true : undefined);
    });
  }

  it('is idle when it is added again', async () => {
    const { baseUrl } = await signIn();
    const element = await open(baseUrl);
    const parent = element.parentElement!;
    const flight = element.logout();
    element.remove();
    await flight;
    parent.append(element);
    await element.updateComplete;
    expect(element.state).to.equal('idle');
    expect(element.matches(':state(busy)')).to.equal(false);
    expect(nameOf(element)).to.equal('Log out');
  });
});

describe('<store-logout>', () => {
  afterEach(forgetEverything);

  const ways: Record<string, (baseUrl: string, parent: Element) => void> = {
    innerHTML(baseUrl, parent) {
      parent.innerHTML = `<store-logout platform="commerce-engine" base-url="${baseUrl}"></store-logout>`;
    },
    createElement(baseUrl, parent) {
      const element = document.createElement('store-logout');
      element.platform = 'commerce-engine';
      element.baseUrl = baseUrl;
      parent.append(element);
    },
    'a constructor'(baseUrl, parent) {
      const Constructor = customElements.get('store-logout') as typeof StoreLogoutElement;
      const element = new Constructor();
      parent.append(element);
      element.setAttribute('platform', 'commerce-engine');
      element.setAttribute('base-url', baseUrl);
    },
    cloneNode(baseUrl, parent) {
      const original = document.createElement('store-logout');
      original.setAttribute('platform', 'commerce-engine');
      original.setAttribute('base-url', baseUrl);
      parent.append(original.cloneNode(true));
    },
    'a template'(baseUrl, parent) {
      const template = document.createElement('template');
      template.innerHTML = `<store-logout platform="commerce-engine" base-url="${baseUrl}"></store-logout>`;
      parent.append(template.content.cloneNode(true));
    },
    'another document'(baseUrl, parent) {
      const other = new DOMParser().parseFromString(
        `<store-logout platform="commerce-engine" base-url="${baseUrl}"></store-logout>`,
        'text/html',
      );
      parent.append(other.body.firstElementChild!);
    },
  };
  for (const [name, add] of Object.entries(ways)) {
    it(`works when it is made by ${name}`, async () => {
      const { baseUrl, isAlive } = await signIn();
      const parent = await fixture(html`<div></div>`);
      add(baseUrl, parent);
      const element = parent.querySelector('store-logout')!;
      await element.updateComplete;
      expect(nameOf(element)).to.equal('Log out');
      const loggedOut = oneEvent(element, 'logged-out');
      element.click();
      await loggedOut;
      expect(await isAlive()).to.equal(false);
    });
  }

  it('leaves its state behind when it is cloned', async () => {
    const { baseUrl } = await signIn();
    const element = await open(baseUrl);
    await element.logout();
    await element.updateComplete;
    const copy = element.cloneNode(true) as StoreLogoutElement;
    expect(copy.outerHTML).to.equal(
      `<store-logout platform="commerce-engine" base-url="${baseUrl}"></store-logout>`,
    );
    expect(copy.state).to.equal('idle');
  });
});
