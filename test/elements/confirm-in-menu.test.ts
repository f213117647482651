import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';

import '../../src/define.js';
import type { StoreLogoutElement } from '../../src/index.js';
import { en } from '../../src/lang/en.js';
import { clickOn } from '../support/input.js';
import { part } from '../support/parts.js';
import { afterTest, hear } from '../support/recorders.js';
import { signIn } from '../support/signed-in.js';
import { forgetEverything } from '../support/simulators.js';

interface Menu {
  /** The menu with a `<b>` in the place of the button. */
  readonly markup: string;
  open?(menu: HTMLElement): void;
  close(menu: HTMLElement): void;
  /** Whether the dialog can be seen although the menu has closed. */
  readonly showsDialog?: boolean;
}

const menus: Record<string, Menu> = {
  'with display: none': {
    markup: '<div><b></b></div>',
    close: (menu) => menu.style.setProperty('display', 'none'),
  },
  'with the attribute hidden': {
    markup: '<div><b></b></div>',
    close: (menu) => menu.toggleAttribute('hidden', true),
  },
  'with content-visibility: hidden': {
    markup: '<div><b></b></div>',
    close: (menu) => menu.style.setProperty('content-visibility', 'hidden'),
  },
  'with visibility: hidden and no pointer events': {
    markup: '<div><b></b></div>',
    close: (menu) =>
      Object.assign(menu.style, { visibility: 'hidden', opacity: '0', pointerEvents: 'none', scale: '0' }),
    showsDialog: true,
  },
  '<details>': {
    markup: '<details open><summary>Account</summary><b></b></details>',
    close: (menu) => menu.toggleAttribute('open', false),
  },
  'a popover': {
    markup: '<div popover><b></b></div>',
    open: (menu) => menu.showPopover(),
    close: (menu) => menu.hidePopover(),
  },
  'a modal dialog': {
    markup: '<dialog><b></b></dialog>',
    open: (menu) => (menu as HTMLDialogElement).showModal(),
    close: (menu) => (menu as HTMLDialogElement).close(),
  },
  'taken off the page': {
    markup: '<div><b></b></div>',
    close: (menu) => menu.remove(),
  },
};

async function openIn({ markup, open }: Menu) {
  const shop = await signIn();
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.innerHTML = markup;
  const menu = place.firstElementChild as HTMLElement;
  const element = Object.assign(document.createElement('store-logout'), shop.settings, { confirm: true });
  menu.querySelector('b')?.replaceWith(element);
  await element.updateComplete;
  open?.(menu);
  return { shop, menu, element };
}

/** Answers for the shopper what the browser asks. */
function answerBrowser(answer: boolean): string[] {
  const asked: string[] = [];
  const original = window.confirm;
  window.confirm = (question = '') => {
    asked.push(question);
    return answer;
  };
  afterTest(() => {
    window.confirm = original;
  });
  return asked;
}

const dialogOf = ({ shadowRoot }: StoreLogoutElement): HTMLDialogElement | null | undefined =>
  shadowRoot?.querySelector('dialog');

/** Whether a click still reaches the page. */
async function isPageAlive(): Promise<boolean> {
  const button = await fixture(html`<button style="position: fixed; inset: 0 auto auto 0">Page</button>`);
  let isClicked = false;
  button.addEventListener('click', () => {
    isClicked = true;
  });
  await clickOn(button);
  return isClicked;
}

for (const [name, menu] of Object.entries(menus)) {
  const isRemoved = name === 'taken off the page';

  describe(`<store-logout confirm> in a menu that closes: ${name}`, () => {
    afterEach(forgetEverything);

    const moments: Record<string, (close: () => void, element: StoreLogoutElement) => Promise<void>> = {
      async 'in the click'(close, element) {
        element.addEventListener('click', close);
        await clickOn(element);
      },
      async 'a moment after the click'(close, element) {
        element.addEventListener('click', () => setTimeout(close, 100));
        await clickOn(element);
        await aTimeout(150);
      },
      async 'while the dialog is open'(close, element) {
        await clickOn(element);
        await waitUntil(() => dialogOf(element)?.open, 'the dialog is open');
        await aTimeout(300);
        close();
      },
    };
    for (const [when, play] of Object.entries(moments)) {
      it(`${when}, asks where it is seen`, async () => {
        const { shop, menu: root, element } = await openIn(menu);
        const asked = answerBrowser(true);
        const heard = hear(document);
        await play(() => menu.close(root), element);

        if (isRemoved) {
          await aTimeout(100);
          expect(asked).to.deep.equal([]);
          expect(heard).to.deep.equal([]);
          expect(await shop.isAlive()).to.equal(true);
        } else {
          if (menu.showsDialog) {
            await waitUntil(() => dialogOf(element)?.open, 'the dialog is open');
            await clickOn(part(element, 'dialog-confirm')!);
          }
          await waitUntil(() => heard.length, 'an outcome');
          expect(asked).to.deep.equal(menu.showsDialog ? [] : [en.confirm]);
          expect(await shop.isAlive()).to.equal(false);
        }
        expect(dialogOf(element)).to.equal(null);
        expect(await isPageAlive()).to.equal(true);
      });
    }

    it('takes a no in the browser’s own dialog for no', async () => {
      const { shop, menu: root, element } = await openIn(menu);
      answerBrowser(false);
      const outcome = element.logout();
      if (menu.showsDialog) {
        await waitUntil(() => dialogOf(element)?.open, 'the dialog is open');
        await clickOn(part(element, 'dialog-cancel')!);
      } else {
        menu.close(root);
      }
      expect(await outcome).to.include({ ok: false, reason: 'cancelled' });
      expect(await isPageAlive()).to.equal(true);
      expect(await shop.isAlive()).to.equal(true);
    });
  });
}
