import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inEveryEngine } from './support/in-every-engine.mjs';

inEveryEngine('The one file asked to confirm', { concurrency: true }, ({ openTab, openStore }) => {
  it('asks in a dialog', async () => {
    const store = openStore('custom');
    const tab = await openTab();
    await tab.visit(store.page('plain'));
    await store.signIn(tab);
    await tab.visit(store.page('account', { confirm: '' }));
    await tab.clickLogout();
    await tab.until(
      'the dialog',
      () => document.querySelector('store-logout')?.shadowRoot?.querySelector('dialog')?.open,
    );
    assert.equal(store.isAlive, true);
    await tab.run(() => {
      const dialog = document.querySelector('store-logout')?.shadowRoot?.querySelector('dialog');
      dialog?.querySelectorAll('button')[1]?.click();
    });
    await store.untilEnded();
  });
});
