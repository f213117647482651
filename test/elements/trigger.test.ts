import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import '../../src/define.js';
import type { StoreLogoutElement } from '../../src/index.js';
import { clickOn, press } from '../support/input.js';
import { part } from '../support/parts.js';
import { hear, hold } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

interface Opened {
  readonly element: StoreLogoutElement;
  readonly trigger: HTMLElement;
  isAlive(): Promise<boolean>;
}

async function open(trigger: TemplateResult): Promise<Opened> {
  const { baseUrl, isAlive } = await signIn();
  const parent = await fixture(
    html`<div>
      <store-logout platform="commerce-engine" base-url=${baseUrl}>${trigger}</store-logout>
    </div>`,
  );
  const element = parent.querySelector('store-logout')!;
  await slotsToSettle(element);
  return { element, trigger: element.querySelector<HTMLElement>('[slot=trigger]')!, isAlive };
}

/** `slotchange` comes in a microtask of its own, and makes the element render once more. */
async function slotsToSettle(element: StoreLogoutElement): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  await element.updateComplete;
}

const aria = (trigger: Element): [busy: string | null, disabled: string | null] => [
  trigger.getAttribute('aria-busy'),
  trigger.getAttribute('aria-disabled'),
];

const button = html`<button slot="trigger">Leave</button>`;
const link = html`<a slot="trigger" href="#followed">Leave</a>`;

describe("An author's own trigger", () => {
  afterEach(forgetEverything);

  const triggers = { button, link };
  const ways: Record<string, (opened: Opened) => unknown> = {
    'a click with the mouse': ({ trigger }) => clickOn(trigger),
    'a double click with the mouse': ({ trigger }) => clickOn(trigger, 2),
    Enter: ({ trigger }) => {
      trigger.focus();
      return press('Enter');
    },
    'click() of its own': ({ trigger }) => trigger.click(),
    'click() of the element': ({ element }) => element.click(),
  };
  for (const [kind, template] of Object.entries(triggers)) {
    for (const [name, activate] of Object.entries(ways)) {
      it(`signs out once when it is a ${kind}, by ${name}`, async () => {
        const opened = await open(template);
        const heard = hear(document);
        const loggedOut = oneEvent(opened.element, 'logged-out');
        await activate(opened);
        await loggedOut;
        expect(heard).to.have.length(1);
        expect(await opened.isAlive()).to.equal(false);
        expect(location.hash, 'a link is for pages without script').to.equal('');
      });
    }
  }

  const contents = {
    'an icon': html`<i slot="icon">×</i>`,
    'a label': html`<b>Leave</b>`,
    'both beside it': html`${button}<i slot="icon">×</i><b>Leave</b>`,
  };
  for (const [name, content] of Object.entries(contents)) {
    it(`is not mistaken for ${name}`, async () => {
      const { element, trigger } = await open(content);
      const control = (trigger as HTMLElement | null) ?? part(element, 'button')!;
      hold(element);
      element.focus();
      element.click();
      await element.updateComplete;
      expect(control.matches(':focus')).to.equal(true);
      expect(aria(control)).to.deep.equal(['true', 'true']);
      for (const other of element.children) {
        if (other !== control) expect(aria(other)).to.deep.equal([null, null]);
      }
    });
  }

  it('replaces the built-in button', async () => {
    const { element } = await open(button);
    expect(part(element, 'button')?.checkVisibility()).to.equal(false);
  });

  it('gets the focus that the element is given', async () => {
    const { element, trigger } = await open(button);
    element.focus();
    expect(document.activeElement).to.equal(trigger);
  });

  it('does not submit the form around it', async () => {
    const { baseUrl } = await signIn();
    const form = await fixture<HTMLFormElement>(
      html`<form method="post" action="/logout-without-script">
        <store-logout platform="commerce-engine" base-url=${baseUrl}>
          <button slot="trigger">Leave</button>
        </store-logout>
      </form>`,
    );
    let isSubmitted = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      isSubmitted = true;
    });
    const loggedOut = oneEvent(form, 'logged-out');
    await clickOn(form.querySelector('button')!);
    await loggedOut;
    expect(isSubmitted).to.equal(false);
  });

  it('says that it is busy, and no longer when the logout is over', async () => {
    const { element, trigger } = await open(button);
    const release = hold(element);
    const flight = element.logout();
    await element.updateComplete;
    expect(aria(trigger)).to.deep.equal(['true', 'true']);
    expect(trigger.hasAttribute('disabled'), 'the focus would be lost').to.equal(false);
    release();
    await flight;
    await element.updateComplete;
    expect(aria(trigger)).to.deep.equal([null, null]);
  });

  for (const own of ['true', 'false']) {
    it(`gets its own aria-disabled="${own}" back`, async () => {
      const { element, trigger } = await open(
        html`<button slot="trigger" aria-disabled=${own}>Leave</button>`,
      );
      const release = hold(element);
      const flight = element.logout();
      await element.updateComplete;
      expect(aria(trigger)).to.deep.equal(['true', 'true']);
      release();
      await flight;
      await element.updateComplete;
      expect(aria(trigger)).to.deep.equal([null, own]);
    });
  }

  it('keeps the focus while it is busy', async () => {
    const { element, trigger } = await open(button);
    const release = hold(element);
    trigger.focus();
    trigger.click();
    await element.updateComplete;
    expect(document.activeElement).to.equal(trigger);
    release();
    await element.logout();
    await element.updateComplete;
    expect(document.activeElement).to.equal(trigger);
  });

  it('can be swapped while the logout is under way', async () => {
    const { element, trigger } = await open(button);
    const release = hold(element);
    const flight = element.logout();
    await element.updateComplete;
    const successor = document.createElement('button');
    successor.slot = 'trigger';
    trigger.replaceWith(successor);
    await slotsToSettle(element);
    expect(aria(trigger), 'the old one').to.deep.equal([null, null]);
    expect(aria(successor), 'the new one').to.deep.equal(['true', 'true']);
    release();
    await flight;
    await element.updateComplete;
    expect(aria(successor)).to.deep.equal([null, null]);
  });

  it('is replaced by the built-in button when it is removed', async () => {
    const { element, trigger } = await open(button);
    const release = hold(element);
    const flight = element.logout();
    trigger.remove();
    await slotsToSettle(element);
    const builtIn = part(element, 'button')!;
    expect(builtIn.checkVisibility()).to.equal(true);
    expect(aria(builtIn)).to.deep.equal(['true', 'true']);
    release();
    await flight;
  });

  it('gets its old state back if the element is removed during the logout', async () => {
    const { element, trigger } = await open(button);
    const release = hold(element);
    const flight = element.logout();
    await element.updateComplete;
    element.remove();
    expect(aria(trigger)).to.deep.equal([null, null]);
    release();
    await flight;
  });
});

describe("A form as an author's own trigger", () => {
  afterEach(forgetEverything);

  const form = html`<form slot="trigger" method="post" action="/logout-without-script">
    <button type="button" id="help">?</button>
    <label id="label"><input type="checkbox" name="everywhere" /> everywhere</label>
    <label>Code <input name="code" /></label>
    <label id="around"
      >Now: <button id="submit"><b>Leave</b></button></label
    >
    <input type="submit" id="another" value="Leave this computer" />
  </form>`;

  const others: Record<string, (form: HTMLElement) => unknown> = {
    'a checkbox': (slotted) => clickOn(slotted.querySelector('[name="everywhere"]')!),
    'the label of a checkbox': (slotted) => clickOn(slotted.querySelector('#label')!),
    'a field': (slotted) => clickOn(slotted.querySelector('[name="code"]')!),
    'another button': (slotted) => clickOn(slotted.querySelector('#help')!),
    Space: (slotted) => {
      slotted.querySelector<HTMLElement>('[name="everywhere"]')!.focus();
      return press(' ');
    },
  };
  for (const [name, click] of Object.entries(others)) {
    it(`stays usable, and does not sign out, at ${name}`, async () => {
      const { element, trigger, isAlive } = await open(form);
      await click(trigger);
      await slotsToSettle(element);
      expect(element.state).to.equal('idle');
      expect(await isAlive()).to.equal(true);
      const isChecked = trigger.querySelector<HTMLInputElement>('[name="everywhere"]')!.checked;
      expect(isChecked).to.equal(/checkbox|Space/.test(name));
    });
  }

  const submits: Record<string, (opened: Opened) => unknown> = {
    'a click in its button': ({ trigger }) => clickOn(trigger.querySelector('#submit b')!),
    'a click on the label around its button': ({ trigger }) =>
      trigger.querySelector<HTMLElement>('#around')!.click(),
    'a click on another submit button': ({ trigger }) => clickOn(trigger.querySelector('#another')!),
    'Enter in a field': ({ trigger }) => {
      trigger.querySelector<HTMLElement>('[name="code"]')!.focus();
      return press('Enter');
    },
    'click() of the element': ({ element }) => element.click(),
  };
  for (const [name, submit] of Object.entries(submits)) {
    it(`signs out once, and is not sent, by ${name}`, async () => {
      const opened = await open(form);
      const heard = hear(document);
      let isSent = false;
      opened.trigger.addEventListener('submit', (event) => {
        event.preventDefault();
        isSent = true;
      });
      const loggedOut = oneEvent(opened.element, 'logged-out');
      await submit(opened);
      await loggedOut;
      expect(heard).to.have.length(1);
      expect(await opened.isAlive()).to.equal(false);
      expect(isSent).to.equal(false);
    });
  }

  it('is not submitted again and again by a key that is held down in a field', async () => {
    const { element, trigger } = await open(form);
    element.focus();
    const keyDown = (target: Element, repeat: boolean): boolean =>
      target.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          repeat,
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
    const field = trigger.querySelector('[name="code"]')!;
    const text = trigger.appendChild(document.createElement('textarea'));
    expect(keyDown(field, false), 'the first').to.equal(true);
    expect(keyDown(field, true), 'a repeat').to.equal(false);
    expect(keyDown(text, true), 'a repeat where it makes a line').to.equal(true);
  });

  it('signs out at any click in it if its button is an element that only the author knows', async () => {
    const { element, trigger, isAlive } = await open(
      html`<form slot="trigger"><my-button>Leave</my-button></form>`,
    );
    const loggedOut = oneEvent(element, 'logged-out');
    await clickOn(trigger.querySelector('my-button')!);
    await loggedOut;
    expect(await isAlive()).to.equal(false);
  });

  it('is busy at its submit button', async () => {
    const { element, trigger } = await open(form);
    hold(element);
    element.click();
    await element.updateComplete;
    expect(aria(trigger.querySelector('#submit')!)).to.deep.equal(['true', 'true']);
    expect(aria(trigger.querySelector('#help')!)).to.deep.equal([null, null]);
  });
});

describe("An author's own trigger of a disabled element", () => {
  afterEach(forgetEverything);

  it('says that it is disabled, can be focused, and does nothing', async () => {
    const { element, trigger, isAlive } = await open(link);
    element.disabled = true;
    await element.updateComplete;
    expect(aria(trigger)).to.deep.equal([null, 'true']);
    trigger.focus();
    expect(document.activeElement).to.equal(trigger);
    await clickOn(trigger);
    element.click();
    expect(element.state).to.equal('idle');
    expect(location.hash).to.equal('');
    expect(await isAlive()).to.equal(true);
  });

  it('says so after the element was moved as well', async () => {
    const { element, trigger } = await open(button);
    element.disabled = true;
    await element.updateComplete;
    element.parentElement?.prepend(element);
    await slotsToSettle(element);
    expect(aria(trigger)).to.deep.equal([null, 'true']);
  });

  it('is enabled with the element', async () => {
    const { element, trigger } = await open(button);
    element.disabled = true;
    await element.updateComplete;
    element.disabled = false;
    await element.updateComplete;
    expect(aria(trigger)).to.deep.equal([null, null]);
  });
});
