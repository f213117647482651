import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import '../../src/define.js';
import type { LogoutState, StoreLogoutElement } from '../../src/index.js';
import { announcementOf, nameOf, part } from '../support/parts.js';
import { hold } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

async function open(content: TemplateResult | string = html``): Promise<StoreLogoutElement> {
  const { baseUrl } = await signIn();
  return fixture(
    html`<store-logout platform="commerce-engine" base-url=${baseUrl}>${content}</store-logout>`,
  );
}

const ways: Record<LogoutState, (element: StoreLogoutElement) => unknown> = {
  idle: () => undefined,
  busy(element) {
    hold(element);
    void element.logout();
  },
  done: (element) => element.logout(),
  failed(element) {
    element.baseUrl = 'ftp://nowhere.example';
    return element.logout();
  },
};

async function bring(element: StoreLogoutElement, state: LogoutState): Promise<void> {
  await ways[state](element);
  await element.updateComplete;
}

/** Waits until a change of the content shows: an observer hears of it in a microtask. */
async function rendered(element: StoreLogoutElement): Promise<void> {
  await Promise.resolve();
  await element.updateComplete;
}

const states = Object.keys(ways) as LogoutState[];

const shown: Record<LogoutState, { name: string; announced: string }> = {
  idle: { name: 'Log out', announced: '' },
  busy: { name: 'Log out', announced: 'Logging out…' },
  done: { name: 'Logged out', announced: 'Logged out' },
  failed: {
    name: 'Log out: Try again',
    announced: 'You could not be logged out. Please reload the page and try again.',
  },
};

for (const state of states) {
  describe(`<store-logout> when ${state}`, () => {
    afterEach(forgetEverything);

    it('says so as a property and to CSS', async () => {
      const element = await open();
      await bring(element, state);
      expect(element.state).to.equal(state);
      for (const each of states) {
        expect(element.matches(`:state(${each})`), each).to.equal(each === state);
      }
      expect(element.className, 'the classes are the author’s').to.equal('');
    });

    it('has a button with a name', async () => {
      const element = await open();
      await bring(element, state);
      expect(nameOf(element)).to.equal(shown[state].name);
    });

    it('announces it', async () => {
      const element = await open();
      const status = part(element, 'status')!;
      await bring(element, state);
      expect(part(element, 'status'), 'a region that is replaced is not read out').to.equal(status);
      expect(status.getAttribute('role')).to.equal('status');
      expect(announcementOf(element)).to.equal(shown[state].announced);
    });

    it('passes the rules for accessibility', async () => {
      const element = await open();
      await bring(element, state);
      await expect(element).to.be.accessible();
    });

    it('takes the same room', async () => {
      const page = await fixture(html`<p>Account <span></span> Orders</p>`);
      const element = await open();
      page.querySelector('span')!.append(element);
      const room = (): string => JSON.stringify([element, page].map((each) => each.getBoundingClientRect()));
      const before = room();
      await bring(element, state);
      expect(room()).to.equal(before);
    });

    it('is busy for assistive technology only if it is', async () => {
      const element = await open();
      await bring(element, state);
      const button = part(element, 'button')!;
      expect(button.getAttribute('aria-busy')).to.equal(state === 'busy' ? 'true' : null);
      expect(button.getAttribute('aria-disabled')).to.equal(state === 'busy' ? 'true' : null);
      expect(Boolean(part(element, 'spinner')), 'spinner').to.equal(state === 'busy');
    });

    it('shows the label that the author gave for it', async () => {
      const element = await open(
        html`Out <b slot="busy">Going</b><b slot="done">Gone</b><b slot="failed">Not gone</b>`,
      );
      await bring(element, state);
      const labels = { idle: 'Out', busy: 'Going', done: 'Gone', failed: 'Not gone' };
      expect(nameOf(element)).to.equal(labels[state]);
    });

    it('is a target of at least 24 by 24 pixels', async () => {
      const element = await open();
      element.style.setProperty('--store-logout-padding-inline', '0');
      element.strings = { label: '×', done: '×', failed: '×' };
      await bring(element, state);
      const { width, height } = part(element, 'button')!.getBoundingClientRect();
      expect(width).to.be.at.least(24);
      expect(height).to.be.at.least(24);
    });
  });
}

describe('The label of <store-logout>', () => {
  afterEach(forgetEverything);

  const blanks: Record<string, TemplateResult | string> = {
    'nothing but white space': '\n  ',
    'nothing but a comment': html`<!-- nothing -->`,
    'white space around an icon': html` <svg slot="icon" aria-hidden="true"></svg> `,
  };
  for (const [name, content] of Object.entries(blanks)) {
    it(`is the translated one around ${name}`, async () => {
      expect(nameOf(await open(content))).to.equal('Log out');
    });
  }

  it('follows the author’s own when that changes', async () => {
    const element = await open();
    element.append('Bye');
    await rendered(element);
    expect(nameOf(element)).to.equal('Bye');
    element.textContent = '';
    await rendered(element);
    expect(nameOf(element)).to.equal('Log out');
  });

  it('follows the author’s own when that is a text without a beginning', async () => {
    const element = await open();
    const text = document.createTextNode('');
    element.append(text);
    await rendered(element);
    expect(nameOf(element)).to.equal('Log out');
    text.data = 'Bye';
    await rendered(element);
    expect(nameOf(element)).to.equal('Bye');
  });

  it('stays while the logout is under way if the author gave no other', async () => {
    const element = await open('Bye');
    await bring(element, 'busy');
    expect(nameOf(element)).to.equal('Bye');
  });

  it('is after the icon', async () => {
    const element = await open(html`<i slot="icon">*</i>Bye`);
    expect(nameOf(element).replace(' ', '')).to.equal('*Bye');
  });
});

describe('The focus of <store-logout>', () => {
  afterEach(forgetEverything);

  it('stays on the button in every state', async () => {
    const element = await open();
    element.focus();
    const button = part(element, 'button');
    expect(element.shadowRoot?.activeElement).to.equal(button);
    const release = hold(element);
    const flight = element.logout();
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement, 'busy').to.equal(button);
    release();
    await flight;
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement, 'done').to.equal(button);
    expect(document.activeElement).to.equal(element);
  });

  it('stays on the button if the page disables it for the time of the logout', async () => {
    const element = await open();
    element.focus();
    const release = hold(element);
    const flight = element.logout();
    element.disabled = true;
    await element.updateComplete;
    // A browser takes the focus from a disabled button when it next draws the page.
    expect(part(element, 'button')?.matches(':disabled'), 'busy').to.equal(false);
    expect(part(element, 'button')?.ariaDisabled).to.equal('true');
    element.disabled = false;
    release();
    await flight;
    await element.updateComplete;
    expect(document.activeElement, 'done').to.equal(element);
  });
});

describe('The state of <store-logout>', () => {
  afterEach(forgetEverything);

  it('is busy in the task of the click', async () => {
    const element = await open();
    hold(element);
    element.click();
    expect(element.state).to.equal('busy');
  });

  it('is idle again when the attributes name another connection', async () => {
    const element = await open();
    await bring(element, 'done');
    element.baseUrl = 'https://another.example/storefront';
    await element.updateComplete;
    expect(element.state).to.equal('idle');
    expect(nameOf(element)).to.equal('Log out');
    expect(announcementOf(element)).to.equal('');
  });

  it('is idle on an element that comes after the logout', async () => {
    const element = await open();
    await bring(element, 'done');
    const later = element.cloneNode(true) as StoreLogoutElement;
    element.after(later);
    await later.updateComplete;
    expect(later.state).to.equal('idle');
    expect(nameOf(later)).to.equal('Log out');
  });

  it('is busy on an element that is added during the logout', async () => {
    const element = await open();
    await bring(element, 'busy');
    const later = element.cloneNode() as StoreLogoutElement;
    element.after(later);
    await later.updateComplete;
    expect(later.state).to.equal('busy');
  });
});

describe('<store-logout hidden>', () => {
  it('is not shown', async () => {
    const element = await fixture(html`<store-logout platform="custom" hidden></store-logout>`);
    expect(element.checkVisibility()).to.equal(false);
    element.removeAttribute('hidden');
    expect(element.checkVisibility()).to.equal(true);
  });
});
