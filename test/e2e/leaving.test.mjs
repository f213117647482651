import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inEveryEngine } from './support/in-every-engine.mjs';

inEveryEngine('A page that is left at once', { concurrency: true }, ({ openTab, openStore }) => {
  for (const [platform, page] of /** @type {const} */ ([
    ['custom', 'account'],
    ['salla', 'account'],
    ['commerce-engine', 'app'],
  ])) {
    it(`has signed out of ${platform}`, async () => {
      const store = openStore(platform);
      const tab = await openTab();
      await tab.visit(store.page('plain'));
      await store.signIn(tab);
      await tab.visit(store.page(page));
      await tab.run((next) => {
        document.querySelector('store-logout')?.click();
        location.assign(next);
      }, store.page('goodbye'));
      await tab.settled('goodbye');

      await store.untilEnded();
      assert.equal(store.isAlive, false);
    });
  }

  it('by a posted form works, although a field of the form is called submit', async () => {
    const store = openStore('custom');
    const tab = await openTab();
    await tab.visit(store.page('plain'));
    await store.signIn(tab);
    await tab.visit(store.page('account', { mode: 'form', csrf: 'cookie:csrf field:submit' }));
    await tab.run(() => {
      document.cookie = 'csrf=42; Path=/';
      document.querySelector('store-logout')?.click();
    });

    await store.untilEnded();
    // Chromium may never close a tab that is on its way to the answer of a form.
    await tab.until('the answer', () => location.pathname.endsWith('/logout'));
    assert.deepEqual(store.requests.find(({ path }) => path === '/logout')?.body, { submit: '42' });
  });
});
