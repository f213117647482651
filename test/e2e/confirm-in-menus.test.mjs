import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inEveryEngine } from './support/in-every-engine.mjs';

/** @import { Tab } from './support/tab.mjs' */

inEveryEngine(
  'A logout that asks, in a menu that closes',
  { concurrency: true },
  ({ openTab, openStore }) => {
    /**
     * Waits until the visitor is asked, in a dialog that can be seen or by the browser; answers it as soon as the menu is
     * gone.
     *
     * @param {Tab} tab
     * @param {'yes' | 'no'} wish
     */
    const answer = (tab, wish) =>
      tab.until(
        'a question that can be answered',
        (value) => {
          if (!Reflect.get(window, 'isMenuClosed')) return false;
          // The browser's own was answered when it was asked: see the page.
          if (Reflect.get(window, 'questions')) return true;
          const root = document.querySelector('store-logout')?.shadowRoot;
          const dialogs = [
            ...document.querySelectorAll('dialog'),
            ...(root?.querySelectorAll('dialog') ?? []),
          ];
          const dialog = dialogs.find((each) => each.id !== 'menu' && each.open && each.checkVisibility());
          const button = /** @type {HTMLElement | null | undefined} */ (
            dialog?.querySelector(`button[value="${value}"]`)
          );
          button?.click();
          return Boolean(button);
        },
        wish,
      );

    /**
     * Opens the menu and clicks the button; answers the question.
     *
     * @param {Tab} tab
     * @param {'yes' | 'no'} wish
     */
    async function clickAndAnswer(tab, wish) {
      await tab.run((yes) => {
        Object.assign(window, { answer: yes, questions: 0, isMenuClosed: false });
        Reflect.get(window, 'openMenu')();
        document.querySelector('store-logout')?.click();
      }, wish === 'yes');
      await answer(tab, wish);
    }

    /**
     * Waits until something else on the page can be used: nothing that is inert takes the focus.
     *
     * @param {Tab} tab
     */
    const untilUsable = (tab) =>
      tab.until('a page that can be used', () => {
        const other = document.querySelector('#elsewhere');
        if (other instanceof HTMLElement) other.focus();
        return document.activeElement === other;
      });

    for (const [menu, fading] of /** @type {const} */ ([
      ['none', false],
      ['display: none', false],
      ['display: none', true],
      ['details', false],
      ['popover', false],
      ['popover', true],
      ['dialog', false],
      ['dialog', true],
    ])) {
      const how = menu === 'none' ? 'stays' : `closes: ${menu}${fading ? ', after a while' : ''}`;
      it(`that ${how}, asks visibly and leaves the page usable`, async () => {
        const store = openStore('custom', { confirm: '', menu, ...(fading && { fading: '' }) });
        const tab = await openTab();
        await tab.visit(store.page('plain'));
        await store.signIn(tab);
        await tab.visit(store.page('menu'));

        await clickAndAnswer(tab, 'no');
        await untilUsable(tab);
        assert.equal(store.logouts, 0);
        assert.equal(await tab.state(), 'idle');

        await clickAndAnswer(tab, 'yes');
        await store.untilEnded();
        await tab.untilState('done');
        await untilUsable(tab);
        assert.equal(store.logouts, 1);
      });
    }
  },
);
