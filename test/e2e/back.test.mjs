import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

import { inEveryEngine } from './support/in-every-engine.mjs';

/** @typedef {import('./support/tab.mjs').Tab} Tab */

inEveryEngine('The Back button after a logout', { concurrency: false }, ({ engine, openTab, openStore }) => {
  /**
   * Goes back and waits for a page that stays; answers with what happened, and for how long a visitor could see
   * something of the member's.
   *
   * @param {Tab} tab
   * @param {number} steps
   * @param {...string} pages where it may end
   */
  async function goBack(tab, steps, ...pages) {
    const before = (await tab.records()).length;
    await tab.focus();
    await tab.back(steps);
    await tab.settled(...pages);
    // Nothing else may follow.
    await delay(300);
    await tab.settled(...pages);
    const since = (await tab.records()).slice(before);
    assert.equal(await tab.showsMember(), false, JSON.stringify(since));
    const told = since.filter(({ what }) => what === 'logged-out').map(({ origin }) => origin);
    assert.ok(told.length === 0 || (told.length === 1 && told[0] === 'history'), JSON.stringify(since));
    const seen = since
      .filter(({ what }) => what === 'member-visible' || what === 'member-hidden')
      .reduce((sum, { what, at }) => sum + (what === 'member-visible' ? -at : at), 0);
    return { since, seen, told };
  }

  // What the HTTP cache has kept is shown until the page's scripts run; nothing in the page can be there before.
  for (const [cache, limit] of /** @type {const} */ ([
    ['no-store', 0],
    ['no-cache', 1000],
  ])) {
    it(`does not show the page that was left: ${cache}`, async () => {
      const store = openStore('custom');
      const tab = await openTab();
      await tab.visit(store.page('plain'));
      await store.signIn(tab);
      await tab.visit(store.page('account', { cache, redirect: 'goodbye' }));
      assert.equal(await tab.showsMember(), true);
      await tab.clickLogout();
      await tab.settled('goodbye');

      const { seen, since, told } = await goBack(tab, 1, 'goodbye', 'sign-in');

      assert.ok(seen <= limit, `${seen} ms: ${JSON.stringify(since)}`);
      // The page has told of its logout already. It is loaded again: who is signed in now is the server's decision.
      assert.deepEqual(told, []);
    });

    it(`does not show an earlier page of the tab, which has only the guard: ${cache}`, async () => {
      const store = openStore('custom');
      const tab = await openTab();
      await tab.visit(store.page('plain'));
      await store.signIn(tab);
      await tab.visit(store.page('product', { cache }));
      assert.equal(await tab.showsMember(), true);
      await tab.visit(store.page('account', { cache, redirect: 'goodbye' }));
      await tab.clickLogout();
      await tab.settled('goodbye');

      const { seen, since } = await goBack(tab, 2, 'product');

      assert.ok(seen <= limit, `${seen} ms: ${JSON.stringify(since)}`);
    });

    it(`does not show a page that slept in another tab: ${cache}`, async () => {
      const store = openStore('custom');
      const [here, other] = [await openTab(), await openTab()];
      await here.visit(store.page('plain'));
      await store.signIn(here);
      await other.visit(store.page('product', { cache }));
      await other.visit(store.page('account', { cache }));
      assert.equal(await other.showsMember(), true);
      await other.visit(store.page('goodbye'));
      await here.visit(store.page('account'));
      await here.logout();

      for (const page of ['sign-in', 'product']) {
        const { seen, since } = await goBack(other, 1, page);
        assert.ok(seen <= limit, `${seen} ms: ${JSON.stringify(since)}`);
      }
    });
  }

  it('does not show the page that was left, whatever its cache, if CSS hides it until the library is there', async () => {
    const store = openStore('custom');
    const tab = await openTab();
    await tab.visit(store.page('plain'));
    await store.signIn(tab);
    await tab.visit(store.page('veiled', { cache: 'no-cache', redirect: 'goodbye' }));
    await tab.until('the page without its veil', () =>
      [...document.querySelectorAll('[data-member]')].every((each) =>
        each.checkVisibility({ visibilityProperty: true }),
      ),
    );
    await tab.clickLogout();
    await tab.settled('goodbye');

    const { seen, since } = await goBack(tab, 1, 'goodbye', 'sign-in');

    assert.equal(seen, 0, JSON.stringify(since));
  });

  it('shows nothing before the guard runs, where the browser can wait for it', async () => {
    const store = openStore('custom');
    const tab = await openTab();
    const paintsBefore = async (/** @type {'blocked' | 'unblocked'} */ page) => {
      await tab.visit(store.page(page));
      return Number(await tab.until('the guard', () => document.documentElement.dataset['guarded']));
    };

    assert.ok((await paintsBefore('unblocked')) > 0);
    const canWait = await tab.run(
      () => document.createElement('script').blocking?.supports('render') ?? false,
    );
    if (canWait) assert.equal(await paintsBefore('blocked'), 0);
  });

  it('does not show a page of a storefront that renders from its tokens', async () => {
    const store = openStore('commerce-engine');
    const tab = await openTab();
    await tab.visit(store.page('plain'));
    await store.signIn(tab);
    await tab.visit(store.page('app', { redirect: 'goodbye', cache: 'max-age=60' }));
    assert.equal(await tab.showsMember(), true);
    await tab.clickLogout();
    await tab.settled('goodbye');

    const { seen, since } = await goBack(tab, 1, 'goodbye', 'app');

    assert.equal(seen, 0, JSON.stringify(since));
  });

  const skip = engine.name === 'WebKit' ? 'it runs a module from its cache after the page has loaded' : false;
  it('does not keep a link from loading a page again that the HTTP cache has', { skip }, async () => {
    const store = openStore('custom');
    const tab = await openTab();
    await tab.visit(store.page('plain'));
    await store.signIn(tab);
    await tab.visit(store.page('account'));
    await tab.logout();
    await store.signIn(tab);
    const kept = store.page('account', { cache: 'max-age=60' });
    await tab.visit(store.page('app', { cache: 'no-cache' }));
    await tab.visit(kept);
    assert.equal(await tab.showsMember(), true);
    await tab.back();
    await tab.settled('app');
    const { length } = await tab.events();
    await tab.clickLogout();
    await tab.until(
      'the second logout',
      (count) => window.records().filter(({ what }) => what === 'logged-out').length > count,
      length,
    );
    await tab.run((to) => {
      location.href = to;
    }, kept);
    await tab.settled('account', 'sign-in');
    await delay(500);
    await tab.settled('account', 'sign-in');

    assert.equal(await tab.showsMember(), false, JSON.stringify(await tab.records()));
  });

  it('shows the page of the shopper who has signed in since', async () => {
    const store = openStore('custom');
    const [tab, other] = [await openTab(), await openTab()];
    await tab.visit(store.page('plain'));
    await store.signIn(tab);
    await tab.visit(store.page('account'));
    await tab.visit(store.page('goodbye'));
    await other.visit(store.page('account'));
    await other.logout();
    await store.signIn(other);

    await tab.focus();
    await tab.back();
    await tab.settled('account');

    assert.equal(await tab.showsMember(), true);
  });

  it('shows no button that is busy for ever', async () => {
    const store = openStore('custom');
    const tab = await openTab();
    await tab.visit(store.page('plain'));
    await store.signIn(tab);
    store.misbehave({ path: '/logout', fault: 'hang' });
    await tab.visit(store.page('account', { timeout: '1500' }));
    await tab.clickLogout();
    await tab.visit(store.page('goodbye'));

    await tab.back();
    await tab.until('a button that can be used', () =>
      ['idle', 'failed', 'done'].includes(document.querySelector('store-logout')?.state ?? ''),
    );
  });
});
