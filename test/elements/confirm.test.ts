import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';

import '../../src/define.js';
import { logout, type LogoutOutcome, type StoreLogoutElement } from '../../src/index.js';
import { ar } from '../../src/lang/ar.js';
import { clickOn, press } from '../support/input.js';
import { itWaits } from '../support/it-waits.js';
import { part } from '../support/parts.js';
import { hear, recordFetches } from '../support/recorders.js';
import { signIn, type SignedIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

describe('<store-logout confirm>', () => {
  let shop: SignedIn;
  let element: StoreLogoutElement;
  let events: readonly CustomEvent<LogoutOutcome>[];

  const dialog = (): HTMLDialogElement | null | undefined => element.shadowRoot?.querySelector('dialog');
  const button = (): HTMLElement => part(element, 'button')!;
  const opened = async (): Promise<HTMLDialogElement> => {
    await waitUntil(() => dialog()?.open, 'the dialog is open');
    return dialog()!;
  };
  const nothingHappened = async (): Promise<void> => {
    // Not a frame: a page in the background, as other tests make of this one, has none.
    await aTimeout(50);
    expect(dialog()).to.equal(null);
    expect(element.state).to.equal('idle');
    expect(events).to.have.length(0);
    expect(await shop.requests()).to.equal(0);
    expect(await shop.isAlive()).to.equal(true);
  };

  beforeEach(async () => {
    shop = await signIn();
    element = await fixture(
      html`<store-logout confirm platform="commerce-engine" base-url=${shop.baseUrl}></store-logout>`,
    );
    events = hear(element);
  });
  afterEach(forgetEverything);

  it('asks in a modal dialog before anything is sent', async () => {
    button().focus();
    await press('Enter');
    const asked = await opened();
    expect(asked.matches(':modal')).to.equal(true);
    expect(asked.textContent).to.contain('Do you want to log out?');
    expect(await shop.requests()).to.equal(0);
    asked.close();
  });

  it('ignores the repeats of a key that is held down', async () => {
    button().click();
    const asked = await opened();
    const yes = asked.querySelector<HTMLElement>('[value="yes"]')!;
    const held = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat: true,
      bubbles: true,
      cancelable: true,
    });
    yes.dispatchEvent(held);
    expect(held.defaultPrevented).to.equal(true);
    const pressed = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    yes.dispatchEvent(pressed);
    expect(pressed.defaultPrevented).to.equal(false);
    asked.close();
  });

  it('no longer asks when the session has ended elsewhere', async () => {
    button().click();
    await opened();
    await logout({ platform: 'commerce-engine', baseUrl: shop.baseUrl });
    await waitUntil(() => !dialog(), 'the dialog is gone');
    expect(await shop.requests()).to.equal(1);
  });

  it('logs out at a yes, by keyboard alone', async () => {
    button().focus();
    await press('Enter');
    await opened();
    await press('Enter');
    await waitUntil(() => events.length, 'an outcome');
    expect(events[0]?.detail).to.include({ ok: true, server: 'ended' });
    expect(await shop.requests()).to.equal(1);
  });

  it('logs out at a yes, by mouse', async () => {
    await clickOn(element);
    await opened();
    await clickOn(part(element, 'dialog-confirm')!);
    await waitUntil(() => events.length, 'an outcome');
    expect(events[0]?.detail).to.include({ ok: true });
  });

  it('sends the request in the task of the click on yes', async () => {
    const outcome = element.logout();
    await opened();
    const fetches = recordFetches();
    part(element, 'dialog-confirm')?.click();
    expect(fetches).to.have.length(1);
    expect(await outcome).to.include({ ok: true });
  });

  it('stays open after a double click on the button', async () => {
    await clickOn(element, 2);
    await opened();
    await aTimeout(300);
    expect(dialog()?.open).to.equal(true);
    await clickOn(part(element, 'dialog-cancel')!);
    await nothingHappened();
  });

  for (const answer of ['dialog-confirm', 'dialog-cancel']) {
    it(`counts a double click once where the button and the ${answer} lie at the same place`, async () => {
      button().click();
      await opened();
      const { x, y, width, height } = part(element, answer)!.getBoundingClientRect();
      button().click();
      part(element, 'dialog-cancel')!.click();
      await waitUntil(() => !dialog(), 'the dialog is gone');
      const [left, top] = [x + width / 2, y + height / 2];
      element.style.cssText = `position: fixed; left: ${left}px; top: ${top}px; translate: -50% -50%`;

      await clickOn(element, 2);
      await opened();
      await aTimeout(300);
      expect(dialog()?.open, 'after a double click on the button').to.equal(true);
      expect(await shop.isAlive()).to.equal(true);

      // Not the rest of that double click.
      await aTimeout(1100);
      const asked = recordFetches();
      await clickOn(part(element, answer)!, 2);
      await waitUntil(() => !dialog(), 'the dialog is gone');
      await aTimeout(300);
      expect(dialog(), 'after a double click in the dialog').to.equal(null);
      expect(asked.length).to.equal(answer === 'dialog-confirm' ? 1 : 0);
    });
  }

  it('takes a click outside the dialog for no, if the browser has closedby', async () => {
    const outcome = element.logout();
    const asked = await opened();
    if ('closedBy' in asked) {
      // Not the rest of a double click.
      await aTimeout(1100);
      const corner = await fixture(html`<i style="position: fixed; inset: 0 auto auto 0">.</i>`);
      await clickOn(corner);
    } else {
      (asked as HTMLDialogElement).close();
    }
    expect(await outcome).to.include({ reason: 'cancelled' });
    await nothingHappened();
  });

  it('takes any closing of the dialog for no, whatever the page’s code says', async () => {
    const outcome = element.logout();
    (await opened()).close('yes');
    expect(await outcome).to.include({ reason: 'cancelled' });
    await nothingHappened();
  });

  it('asks again after a no, in the same task', async () => {
    const first = element.logout();
    const asked = await opened();
    part(element, 'dialog-cancel')?.click();
    const second = element.logout();
    expect(await first).to.include({ reason: 'cancelled' });
    await aTimeout(50);
    expect(dialog()).to.equal(asked);
    expect(asked.open).to.equal(true);
    part(element, 'dialog-confirm')?.click();
    expect(await second).to.include({ ok: true });
  });

  it('does nothing after a no, and restores the focus', async () => {
    button().focus();
    await press('Enter');
    await opened();
    await clickOn(part(element, 'dialog-cancel')!);
    await nothingHappened();
    expect(element.shadowRoot?.activeElement).to.equal(button());
  });

  it('takes Escape for no', async () => {
    button().focus();
    await press('Enter');
    await opened();
    await press('Escape');
    await waitUntil(() => !dialog(), 'the dialog is gone');
    await nothingHappened();
    expect(element.shadowRoot?.activeElement).to.equal(button());
  });

  it('resolves logout() with `cancelled`', async () => {
    const outcome = element.logout();
    (await opened()).close();
    expect(await outcome).to.include({ ok: false, reason: 'cancelled', server: 'not-asked', local: 'kept' });
    await nothingHappened();
  });

  it('asks once, however often it is called', async () => {
    const first = element.logout();
    const second = element.logout();
    element.click();
    await opened();
    part(element, 'dialog-confirm')?.click();
    expect(await second).to.equal(await first);
    expect(element.shadowRoot?.querySelectorAll('dialog')).to.have.length(0);
    expect(await shop.requests()).to.equal(1);
  });

  it('takes its removal for no', async () => {
    const outcome = element.logout();
    await opened();
    element.remove();
    expect(await outcome).to.include({ reason: 'cancelled' });
    await nothingHappened();
  });

  it('takes it for no if it is disabled meanwhile', async () => {
    const outcome = element.logout();
    const asked = await opened();
    element.disabled = true;
    await element.updateComplete;
    asked.querySelector<HTMLElement>('[value="yes"]')?.click();
    expect(await outcome).to.include({ reason: 'cancelled' });
    await nothingHappened();
  });

  it('asks all the same at logout() of a disabled element', async () => {
    element.disabled = true;
    await element.updateComplete;
    const outcome = element.logout();
    await opened();
    part(element, 'dialog-confirm')?.click();
    expect(await outcome).to.include({ ok: true });
  });

  it('does not ask after it was removed', async () => {
    const outcome = element.logout();
    element.remove();
    expect(await outcome).to.include({ reason: 'cancelled' });
    await nothingHappened();
  });

  itWaits('does not ask during a logout', async () => {
    element.addEventListener('before-logout', (event) => {
      event.waitUntil(element.logout());
      event.preventDefault();
    });
    const outcome = element.logout();
    await opened();
    part(element, 'dialog-confirm')?.click();
    await waitUntil(() => !dialog(), 'asked once');
    expect(await outcome).to.include({ reason: 'cancelled' });
  });

  it('asks in the language of the page, and with the author’s strings', async () => {
    element.lang = 'ar';
    element.strings = { cancel: 'Stay' };
    const outcome = element.logout();
    const asked = await opened();
    expect(part(element, 'dialog-text')?.textContent).to.equal(ar.confirm);
    expect(part(element, 'dialog-confirm')?.textContent).to.equal(ar.label);
    expect(part(element, 'dialog-cancel')?.textContent).to.equal('Stay');
    expect(getComputedStyle(asked).direction).to.equal('rtl');
    asked.close();
    await outcome;
  });

  /** The language that a screen reader takes a part of the dialog for. */
  const languageOf = (name: string): string => {
    const text = document.createTreeWalker(part(element, name)!, NodeFilter.SHOW_TEXT).nextNode()!;
    return (text.parentElement?.closest('[lang]') ?? element).getAttribute('lang')!;
  };

  it('marks nothing as English if the author’s strings are all in the language of the page', async () => {
    element.lang = 'xx';
    element.strings = { label: 'Abmelda', confirm: 'Abmelda voll?', cancel: 'Nej' };
    const outcome = element.logout();
    const asked = await opened();
    for (const name of ['dialog-text', 'dialog-cancel', 'dialog-confirm'])
      expect(languageOf(name), name).to.equal('xx');
    asked.close();
    await outcome;
  });

  it('marks English that stands in for a language from right to left, and writes it from left to right', async () => {
    element.lang = 'syr';
    element.dir = 'rtl';
    element.strings = { cancel: 'ܠܐ' };
    const outcome = element.logout();
    const asked = await opened();
    expect(languageOf('dialog-text')).to.equal('en');
    expect(languageOf('dialog-cancel')).to.equal('syr');
    expect(languageOf('dialog-confirm')).to.equal('en');
    expect(getComputedStyle(asked).direction).to.equal('ltr');
    element.strings = { confirm: 'ܬܦܘܩ؟', cancel: 'ܠܐ' };
    await element.updateComplete;
    expect(languageOf('dialog-text')).to.equal('syr');
    expect(getComputedStyle(asked).direction).to.equal('rtl');
    const yes = part(element, 'dialog-confirm')!;
    element.style.setProperty('--store-logout-color', 'rgb(1 2 3)');
    expect(getComputedStyle(yes.querySelector('span')!).color, 'not of the button').to.equal(
      getComputedStyle(yes).color,
    );
    await clickOn(yes.querySelector('span')!);
    expect(await outcome).to.include({ ok: true });
  });

  it('passes the rules for accessibility', async () => {
    const outcome = element.logout();
    const asked = await opened();
    await expect(element).to.be.accessible();
    asked.close();
    await outcome;
  });

  it('is asked by the author’s own trigger as well', async () => {
    element.innerHTML = '<button slot="trigger">Leave</button>';
    await element.updateComplete;
    await clickOn(element.querySelector('button')!);
    (await opened()).close();
    await nothingHappened();
  });
});
