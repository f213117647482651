import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';

import '../../src/define.js';
import { logout, type StoreLogoutElement } from '../../src/index.js';
import { clickOn, press } from '../support/input.js';
import { itWaits } from '../support/it-waits.js';
import { part } from '../support/parts.js';
import { hear, hold } from '../support/recorders.js';
import { signIn, type SignedIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

type Way = (element: StoreLogoutElement) => unknown;

const waysOfOnce: Record<string, Way> = {
  'a click with the mouse': (element) => clickOn(element),
  'Tab and Enter': () => press('Tab', 'Enter'),
  'Tab and Space': () => press('Tab', ' '),
  'focus() and Enter': (element) => {
    element.focus();
    return press('Enter');
  },
  'click()': (element) => element.click(),
  'logout()': (element) => element.logout(),
  'a button with command="--logout"': pressInvoker,
};

const waysOfMany: Record<string, Way> = {
  'a double click with the mouse': (element) => clickOn(element, 2),
  'a triple click with the mouse': (element) => clickOn(element, 3),
  'click(), twice': (element) => {
    element.click();
    element.click();
  },
  'a click, and Enter while it is busy': async (element) => {
    const release = hold(element);
    element.focus();
    element.click();
    await press('Enter');
    release();
  },
  'click() and logout()': (element) => {
    element.click();
    return element.logout();
  },
};

/** Presses a `<button commandfor>`; where the browser does not know it, says what that would have said. */
function pressInvoker(element: StoreLogoutElement): void {
  element.id = 'the-logout';
  const invoker = document.createElement('button');
  invoker.setAttribute('commandfor', element.id);
  invoker.setAttribute('command', '--logout');
  element.after(invoker);
  if ('commandForElement' in invoker) invoker.click();
  else element.dispatchEvent(commandEvent('--logout'));
}

function commandEvent(command: string): Event {
  return Object.assign(new Event('command'), { command });
}

async function open(store: SignedIn, template = html``): Promise<StoreLogoutElement> {
  return fixture(
    html`<store-logout platform="commerce-engine" base-url=${store.baseUrl}>${template}</store-logout>`,
  );
}

async function noLongerBusy(element: StoreLogoutElement): Promise<void> {
  if (element.state === 'busy') await element.logout();
}

describe('Activating <store-logout>', () => {
  afterEach(forgetEverything);

  for (const [name, activate] of Object.entries({ ...waysOfOnce, ...waysOfMany })) {
    it(`signs out once by ${name}`, async () => {
      const store = await signIn();
      const element = await open(store);
      const heard = hear(document);
      const loggedOut = oneEvent(element, 'logged-out');

      await activate(element);
      await loggedOut;
      await noLongerBusy(element);

      expect(await store.isAlive()).to.equal(false);
      expect(await store.requests()).to.equal(1);
      expect(heard.map(({ type }) => type)).to.deep.equal(['logged-out']);
    });
  }

  it('tells once of a failed logout after a triple click', async () => {
    const element = await fixture<StoreLogoutElement>(
      html`<store-logout platform="unheard-of"></store-logout>`,
    );
    const heard = hear(document);
    await clickOn(element, 3);
    expect(heard.map(({ type }) => type)).to.deep.equal(['failed-logout']);
  });

  for (const where of ['its own button', 'a link of the author’s']) {
    it(`counts a key once that is held down on ${where}`, async () => {
      const link = html`<a slot="trigger" href="#">Log out</a>`;
      const element = await open(await signIn(), where === 'its own button' ? undefined : link);
      element.focus();
      const keyDown = (repeat: boolean): boolean => {
        const control = element.querySelector('a') ?? part(element, 'button')!;
        const init = { key: 'Enter', repeat, bubbles: true, composed: true, cancelable: true };
        return control.dispatchEvent(new KeyboardEvent('keydown', init));
      };
      expect(keyDown(false), 'the first is the button’s').to.equal(true);
      expect(keyDown(true), 'a repeat').to.equal(false);
    });
  }

  it('tries again at the next click after a failure', async () => {
    const store = await signIn();
    await store.simulators.rules({ path: 'logout$', error: 500, times: 1 });
    const element = await open(store);
    const heard = hear(document);
    element.click();
    await oneEvent(element, 'failed-logout');
    element.click();
    await oneEvent(element, 'logged-out');
    expect(heard).to.have.length(2);
    expect(await store.isAlive()).to.equal(false);
  });

  it('hears the second click of a double click that opened the menu around it', async () => {
    const store = await signIn();
    const opener = await fixture(html`<button>My account</button>`);
    const element = Object.assign(document.createElement('store-logout'), store.settings);
    opener.addEventListener('click', () => opener.replaceWith(element));
    const loggedOut = oneEvent(element, 'logged-out');
    await clickOn(opener, 2);
    await loggedOut;
    expect(await store.isAlive()).to.equal(false);
  });

  itWaits('counts a double click once, although a busy page hears its second click late', async () => {
    const store = await signIn();
    const element = await open(store);
    const heard = hear(document);
    const click = (detail: number): unknown =>
      part(element, 'button')?.dispatchEvent(
        new MouseEvent('click', { detail, bubbles: true, composed: true }),
      );
    const loggedOut = oneEvent(element, 'logged-out');
    click(1);
    await loggedOut;
    await aTimeout(1200);
    click(2);
    await aTimeout(300);
    expect(heard).to.have.length(1);
  });

  it('hears a click in the task in which the element was added', async () => {
    const store = await signIn();
    const element = document.createElement('store-logout');
    Object.assign(element, store.settings);
    const parent = await fixture(html`<div></div>`);
    parent.append(element);
    const loggedOut = oneEvent(element, 'logged-out');
    element.click();
    await loggedOut;
  });
});

describe('logout() of <store-logout>', () => {
  afterEach(forgetEverything);

  it('returns the same promise during a logout', async () => {
    const store = await signIn();
    const element = await open(store);
    const other = await open(store);
    const flight = element.logout();
    expect(element.logout()).to.equal(flight);
    expect(other.logout(), 'of another element').to.equal(flight);
    expect(logout(store.settings), 'without an element').to.equal(flight);
    const outcome = await flight;
    expect(outcome.ok).to.equal(true);
    expect(element.logout(), 'afterwards').not.to.equal(flight);
  });

  it('joins a logout that a click began', async () => {
    const element = await open(await signIn());
    const heard = hear(element);
    const release = hold(element);
    element.click();
    const flight = element.logout();
    release();
    expect(await flight).to.equal(heard[0]?.detail);
  });

  it('resolves with the detail of the event', async () => {
    const element = await open(await signIn());
    const heard = hear(element);
    const outcome = await element.logout();
    expect(heard.map(({ detail }) => detail)).to.deep.equal([outcome]);
  });

  it('works on an element that is on no page', async () => {
    const store = await signIn();
    const element = Object.assign(document.createElement('store-logout'), store.settings);
    const heard = hear(document);
    const outcome = await element.logout();
    expect(heard.map(({ detail }) => detail)).to.deep.equal([outcome]);
    expect(await store.isAlive()).to.equal(false);
  });
});

describe('A disabled <store-logout>', () => {
  afterEach(forgetEverything);

  const ways: Record<string, Way> = {
    ...waysOfOnce,
    'a double click with the mouse': (element) => clickOn(element, 2),
  };
  delete ways['logout()'];

  for (const [name, activate] of Object.entries(ways)) {
    it(`does nothing at ${name}`, async () => {
      const store = await signIn();
      const element = await open(store);
      element.disabled = true;
      await element.updateComplete;
      await activate(element);
      expect(element.state).to.equal('idle');
      expect(await store.isAlive()).to.equal(true);
      expect(await store.requests()).to.equal(0);
    });
  }

  it('works again once it is enabled', async () => {
    const store = await signIn();
    const element = await open(store);
    element.disabled = true;
    await element.updateComplete;
    expect(element.hasAttribute('disabled')).to.equal(true);
    element.disabled = false;
    await element.updateComplete;
    const loggedOut = oneEvent(element, 'logged-out');
    await clickOn(element);
    await loggedOut;
  });
});

describe('A command for <store-logout>', () => {
  it('stays if its name is another', async () => {
    const element = await fixture<StoreLogoutElement>(html`<store-logout platform="custom"></store-logout>`);
    const heard = hear(document);
    element.dispatchEvent(commandEvent('--something-else'));
    await Promise.resolve();
    expect(element.state).to.equal('idle');
    expect(heard).to.deep.equal([]);
  });
});
