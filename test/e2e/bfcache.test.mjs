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
});
