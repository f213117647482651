import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

import { inEveryEngine } from './support/in-every-engine.mjs';

/** How long the other tabs may take. */
const LIMIT_MS = 250;

inEveryEngine('A logout in one of several tabs', { concurrency: false }, ({ engine, openTab, openStore }) => {
  /**
   * Tabs on these pages, as one member; the first is the one to sign out in.
   *
   * @param {import('./support/shop.mjs').Store} store
   * @param {string[]} pages
   */
  async function openTabs(store, ...pages) {
    const tabs = [];
    for (const page of pages) {
      const tab = await openTab();
      await tab.visit(store.page('plain'));
      if (!tabs.length) await store.signIn(tab);
      await tab.visit(page);
      tabs.push(tab);
    }
    return tabs;
  }

  /**
   * Has the first tab post a bare message at the end of its logout, and a worker in each other tab note when it comes:
   * on a busy machine, that is the browser's time and not the library's. What the library does in the page does not
   * delay the worker.
   *
   * @param {import('./support/tab.mjs').Tab} here
   * @param {import('./support/tab.mjs').Tab[]} others
   */
  async function postBareMessage(here, others) {
    await here.run(() => {
      const channel = new BroadcastChannel('bare');
      document.addEventListener('logged-out', () => channel.postMessage(''));
    });
    for (const tab of others) {
      await tab.run(() => {
        const code = `new BroadcastChannel('bare').onmessage = () => postMessage(Date.now()); postMessage(0);`;
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        worker.addEventListener('message', ({ data }) =>
          Object.assign(window, { worker, bareMessageAt: data }),
        );
      });
      await tab.until('a worker that listens', () => 'bareMessageAt' in window);
    }
  }

  /**
   * @param {import('./support/tab.mjs').Tab} tab
   * @returns {Promise<number>}
   */
  const bareMessageAt = (tab) => tab.until('the bare message', () => Reflect.get(window, 'bareMessageAt'));

  /** @param {import('./support/tab.mjs').Tab} tab */
  const told = (tab) =>
    tab.until('news of the logout', () => window.records().some(({ what }) => what === 'logged-out'));

  for (const [platform, page, local] of /** @type {const} */ ([
    ['custom', 'account', 'cleared'],
    ['salla', 'account', 'cleared'],
    ['commerce-engine', 'app', 'replaced'],
  ])) {
    it(`signs out all others within ${LIMIT_MS} ms, each told once: ${platform}`, async () => {
      const store = openStore(platform);
      const address = store.page(page);
      const [here, ...others] = await openTabs(store, address, address, address, store.page('product'));
      assert.ok(here);
      await postBareMessage(here, others);

      await here.logout();
      for (const tab of others) await told(tab);
      // Time for a second event, which must not come.
      await delay(LIMIT_MS);

      assert.equal(store.isAlive, false);
      const [ended, ...more] = await here.events();
      assert.deepEqual([ended?.origin, ended?.local, more], ['here', local, []]);
      for (const tab of others) {
        const events = await tab.events();
        assert.deepEqual(
          events.map(({ what, origin }) => [what, origin]),
          [['logged-out', 'other-tab']],
        );
        // WebKit brings a worker its messages through the page, which the library can delay: there, all the time counts.
        const cameAt = engine.name === 'WebKit' ? 0 : await bareMessageAt(tab);
        const took = (events[0]?.at ?? 0) - Math.max(ended?.at ?? 0, cameAt);
        assert.ok(took <= LIMIT_MS, `${took} ms`);
      }
    });
  }

  it('takes the others to their redirect, and Back does not lead into the shop again', async () => {
    const store = openStore('custom');
    const going = store.page('account', { redirect: 'goodbye' });
    const [here, ...others] = await openTabs(store, store.page('account'), going, going);
    assert.ok(here);

    await here.logout();

    for (const tab of others) {
      await tab.settled('goodbye');
      assert.deepEqual(
        (await tab.events()).map(({ origin }) => origin),
        ['other-tab'],
      );
      const before = (await tab.records()).length;
      await tab.focus();
      await tab.back();
      await tab.settled('goodbye', 'sign-in', 'plain');
      const seen = (await tab.records()).slice(before).filter(({ what }) => what === 'member-visible');
      assert.deepEqual(seen, []);
    }
  });

  it('changes nothing in the tabs of another store', async () => {
    const [store, other] = [openStore('custom'), openStore('custom')];
    const [here] = await openTabs(store, store.page('account'));
    const [elsewhere] = await openTabs(other, other.page('account'));
    assert.ok(here && elsewhere);

    await here.logout();
    await delay(LIMIT_MS);

    assert.deepEqual(await elsewhere.events(), []);
    assert.equal(other.isAlive, true);
  });
});
