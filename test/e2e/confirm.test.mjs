import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inEveryEngine } from './support/in-every-engine.mjs';

inEveryEngine('The single file asked to confirm', { concurrency: true }, ({ openTab, openStore }) => {
  it('asks in a dialog that lies beside it', async () => {
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
    await tab.run(() =>
      document.querySelector('store-logout')?.shadowRoot?.querySelector('dialog')?.close('yes'),
    );
    await store.untilEnded();
  });

  it('has the browser ask where the file for the dialog was not copied', async () => {
    const store = openStore('custom');
    const tab = await openTab();
    await tab.visit(store.page('plain'));
    await store.signIn(tab);
    await tab.visit(store.page('alone', { confirm: '' }));
    await tab.run(() => {
      window.confirm = (question) => {
        Object.assign(window, { question });
        return true;
      };
    });
    await tab.clickLogout();
    await store.untilEnded();
    assert.equal(await tab.run(() => Reflect.get(window, 'question')), 'Do you want to log out?');
  });
});
