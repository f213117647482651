import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

import { inEveryEngine } from './support/in-every-engine.mjs';

/** @import { Store } from './support/shop.mjs' */
/** @import { Tab } from './support/tab.mjs' */

/** How long a page may be hidden, and what a busy machine adds to it. */
const HIDDEN_MS = 1500;
/** How long nothing may happen that must not. */
const QUIET_MS = 1500;
/** More pages than WebKit keeps. */
const STEPS = 4;

inEveryEngine('Back after a logout elsewhere', { concurrency: true }, ({ openTab, openStore }) => {
  /**
   * A tab that has left a page, with the page in its history.
   *
   * @param {Store} store
   * @param {string} address
   */
  async function openLeft(store, address) {
    const tab = await openTab();
    await tab.visit(store.page('plain'));
    await store.signIn(tab);
    await tab.visit(address);
    assert.equal(await tab.showsMember(), true);
    await tab.visit(store.page('plain'));
    return tab;
  }

  /** @param {Store} store */
  async function logOutElsewhere(store) {
    const other = await openTab();
    await other.visit(store.page('front'));
    await other.logout();
  }

  /**
   * Waits until something is to be seen.
   *
   * @param {Tab} tab
   */
  async function untilVisible(tab) {
    const start = performance.now();
    await tab.until('a page that is visible', () =>
      document.body?.checkVisibility({ visibilityProperty: true }),
    );
    return performance.now() - start;
  }

  for (const cache of ['no-store', 'no-cache']) {
    for (const [redirect, what] of /** @type {const} */ ([
      ['#/login', 'only changes the hash'],
      ['nothing', 'answers 204'],
    ])) {
      it(`leaves no page blank whose redirect ${what}: ${cache}`, async () => {
        const store = openStore('custom', { redirect });
        const tab = await openLeft(store, `${store.page('router', { cache })}#/account`);
        await logOutElsewhere(store);
        await tab.focus();
        await tab.back();

        assert.ok((await untilVisible(tab)) < HIDDEN_MS);
        await delay(QUIET_MS);
        assert.ok((await untilVisible(tab)) < HIDDEN_MS);
        const events = await tab.events();
        assert.ok(events.length <= 1, JSON.stringify(events));
      });
    }

    for (const redirect of [undefined, '#/login']) {
      it(`shows no account of a shop that renders from its tokens: ${cache}, redirect ${redirect}`, async () => {
        const store = openStore('commerce-engine', { ...(redirect && { redirect }) });
        const tab = await openLeft(store, store.page('app', { cache }));
        await logOutElsewhere(store);
        const { length } = await tab.records();
        await tab.focus();
        await tab.back();
        await untilVisible(tab);
        await delay(QUIET_MS);

        const since = (await tab.records()).slice(length);
        assert.equal(await tab.showsMember(), false, JSON.stringify(since));
        const seen = since.filter(({ what }) => what === 'member-visible');
        assert.deepEqual(seen, []);
      });
    }
  }

  it('and a sign-in that no script can see, an element that joins late changes nothing', async () => {
    const store = openStore('custom', { redirect: 'goodbye' });
    const tab = await openTab();
    await tab.visit(store.page('plain'));
    await store.signIn(tab, { keep: 'nowhere' });
    await tab.visit(store.page('account'));
    await tab.clickLogout();
    await tab.settled('goodbye');
    await store.signIn(tab, { keep: 'nowhere' });
    await tab.visit(store.page('late', { cache: 'max-age=60' }));
    // Out of the back/forward cache, and into the HTTP cache: WebKit keeps two pages, the others evict by a message.
    for (let step = 0; step < STEPS; step += 1) await tab.visit(store.page('plain', { step: String(step) }));
    await tab.run(() => new BroadcastChannel('theme').postMessage('news'));
    const { length } = await tab.records();

    await tab.back(STEPS);
    await tab.settled('late');
    const notes = () => tab.run(() => sessionStorage.getItem('store-logout:loads'));
    const notesBefore = await notes();
    await tab.run(() => Reflect.get(window, 'openMenu')());
    await delay(QUIET_MS);

    await tab.settled('late');
    // It cannot tell after which end the page was loaded: a page out of the HTTP cache would be taken for a new one.
    assert.equal(await notes(), notesBefore);
    const since = (await tab.records()).slice(length);
    assert.deepEqual(
      since
        .filter(({ what }) => what === 'pageshow' || what === 'logged-out')
        .map(({ page, what }) => [page, what]),
      [['late', 'pageshow']],
      JSON.stringify(since),
    );
    assert.equal(await tab.showsMember(), true);
    assert.equal(await tab.state(), 'idle');
    assert.equal(store.isAlive, true);
  });
});
