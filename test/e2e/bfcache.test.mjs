import assert from 'node:assert/strict';
import { it } from 'node:test';

import { inEveryEngine } from './support/in-every-engine.mjs';

inEveryEngine('The back/forward cache', { concurrency: true }, ({ engine, openTab, openStore }) => {
  const skip = engine.keepsPages ? false : 'this browser has no back/forward cache';

  for (const [name, page] of /** @type {const} */ ([
    ['a page without the library', 'plain'],
    ['a page with the element', 'account'],
    ['a page with the guard', 'product'],
  ])) {
    it(`keeps ${name}`, { skip }, async () => {
      const store = openStore('custom');
      const tab = await openTab();
      await tab.visit(store.page('plain'));
      await store.signIn(tab);
      await tab.visit(store.page(page, { cache: 'no-cache' }));
      await tab.visit(store.page('goodbye'));

      assert.deepEqual(await tab.back(), { persisted: true });
      assert.equal(await tab.showsMember(), page !== 'plain');
      assert.deepEqual(await tab.events(), []);
    });
  }

  it('keeps the pages of a member who has been signed out before', { skip }, async () => {
    const store = openStore('custom');
    const tab = await openTab();
    await tab.visit(store.page('plain'));
    await store.signIn(tab);
    await tab.visit(store.page('account'));
    await tab.logout();
    await store.signIn(tab);
    await tab.visit(store.page('account', { cache: 'no-cache' }));
    await tab.visit(store.page('goodbye'));
    const before = await tab.events();

    assert.deepEqual(await tab.back(), { persisted: true });
    assert.equal(await tab.showsMember(), true);
    assert.deepEqual(await tab.events(), before);
  });

  for (const [what, script] of /** @type {const} */ ([
    ['', () => {}],
    [
      ', whose framework removes its tags while it is left',
      () => {
        const button = document.querySelector('store-logout');
        addEventListener('pagehide', () => button?.remove());
        addEventListener('pageshow', () => setTimeout(() => document.body.append(button ?? '')));
      },
    ],
    [
      ', whose framework removes its tags before the library hears that it is left',
      () => {
        const button = document.querySelector('store-logout');
        addEventListener('pagehide', () => button?.remove(), { capture: true });
        addEventListener('pageshow', () => document.body.append(button ?? ''));
      },
    ],
  ])) {
    it(`gives back a page that is told of a later logout in another tab${what}`, { skip }, async () => {
      const store = openStore('custom', { redirect: 'goodbye' });
      const [tab, other] = [await openTab(), await openTab()];
      await tab.visit(store.page('plain'));
      await store.signIn(tab);
      await tab.visit(store.page('account', { cache: 'no-cache' }));
      await tab.run(script);
      await tab.visit(store.page('plain'));
      assert.deepEqual(await tab.back(), { persisted: true });
      await tab.until('the button', () => document.querySelector('store-logout') !== null);

      await other.visit(store.page('front'));
      await other.clickLogout();
      await tab.settled('goodbye');

      assert.deepEqual(
        (await tab.events()).map(({ origin }) => origin),
        ['other-tab'],
      );
    });
  }
});
