import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

import { engines } from './support/engines.mjs';
import { inEngines } from './support/in-every-engine.mjs';

/** @typedef {import('./support/shop.mjs').Store} Store */
/** @typedef {import('./support/tab.mjs').Tab} Tab */

/** Long enough for a browser to render what it has loaded, or to show what it should not. */
const QUIET_MS = 400;

/**
 * What brings the page up that was loaded beforehand, while the shopper was signed in.
 *
 * @type {readonly { name: string, next: 'bare' | 'front', settings?: Record<string, string>, by: 'here' | 'other', arrival: 'redirect' | 'listener' | 'link' }[]}
 */
const WAYS = [
  {
    name: 'as the `redirect`',
    next: 'bare',
    settings: { redirect: 'bare' },
    by: 'here',
    arrival: 'redirect',
  },
  { name: 'by a listener that leaves', next: 'bare', by: 'here', arrival: 'listener' },
  { name: 'by a link', next: 'bare', by: 'here', arrival: 'link' },
  { name: 'by a link, after a logout in another tab', next: 'bare', by: 'other', arrival: 'link' },
  {
    name: 'as the `redirect`, after a logout in another tab',
    next: 'bare',
    settings: { redirect: 'bare' },
    by: 'other',
    arrival: 'redirect',
  },
  { name: 'with a tag of its own', next: 'front', settings: { keep: '' }, by: 'here', arrival: 'link' },
  {
    name: 'with a tag of its own, after a logout in another tab',
    next: 'front',
    settings: { keep: '' },
    by: 'other',
    arrival: 'link',
  },
];

// Of the engines that are tested here, only Chromium has speculation rules.
const chromium = engines.filter(({ name }) => name === 'Chromium');

inEngines(chromium, 'A prefetched or prerendered page', { concurrency: false }, ({ openTab, openStore }) => {
  /**
   * A tab that shows a member's page, which has had the browser load the next one.
   *
   * @param {Store} store
   * @param {string} ahead
   * @param {'bare' | 'front'} next
   * @param {Record<string, string>} [settings]
   */
  async function openMember(store, ahead, next, settings) {
    const tab = await openTab();
    await tab.visit(store.page('plain'));
    await store.signIn(tab);
    await tab.visit(store.page('ahead', { ahead, page: next, ...settings }));
    await store.untilLoadedAhead(next, { isMember: true });
    await delay(QUIET_MS);
    return tab;
  }

  /** @param {Tab} tab */
  async function followLink(tab) {
    await tab.focus();
    await tab.run(() => document.querySelector('a')?.click());
  }

  for (const ahead of ['prefetch', 'prerender']) {
    for (const { name, next, settings, by, arrival } of WAYS) {
      it(`by ${ahead} shows the guest after a logout: ${name}`, async () => {
        const store = openStore('custom');
        const tab = await openMember(store, ahead, next, settings);
        const other = by === 'other' ? await openTab() : undefined;
        await other?.visit(store.page('front'));

        if (arrival === 'listener')
          await tab.run((page) => {
            document.addEventListener('logged-out', () => location.assign(page));
          }, store.page(next));
        await (other ? other.logout() : tab.clickLogout());
        if (other) await tab.focus();
        if (arrival === 'link') {
          await tab.untilState('done');
          await followLink(tab);
        }

        await tab.settled(next);
        await delay(QUIET_MS);
        await tab.settled(next);
        const records = await tab.records();
        assert.equal(await tab.showsMember(), false, JSON.stringify(records));
        if (next !== 'bare') return;
        const seen = records.filter(({ page, what }) => page === next && what === 'member-visible');
        assert.deepEqual(seen, [], JSON.stringify(records));
      });
    }

    it(`by ${ahead} shows the guest, if the page keeps its rules and the server clears`, async () => {
      const store = openStore('custom');
      const tab = await openMember(store, ahead, 'bare', { keep: '' });
      const headers = { 'Clear-Site-Data': '"prefetchCache", "prerenderCache"' };
      store.misbehave({ path: '/logout', process: true, headers });
      await tab.clickLogout();
      await tab.untilState('done');
      await followLink(tab);
      await tab.settled('bare');
      await delay(QUIET_MS);
      assert.equal(await tab.showsMember(), false, JSON.stringify(await tab.records()));
    });

    it(`by ${ahead}, and left since, does not appear on Back`, async () => {
      const store = openStore('custom');
      const tab = await openMember(store, ahead, 'front');
      await followLink(tab);
      await tab.settled('front');
      assert.equal(await tab.showsMember(), true);
      await tab.visit(store.page('plain'));
      const other = await openTab();
      await other.visit(store.page('front'));
      await other.logout();

      await tab.focus();
      await tab.back();
      await tab.settled('front');
      await delay(QUIET_MS);
      await tab.settled('front');
      assert.equal(await tab.showsMember(), false, JSON.stringify(await tab.records()));
    });

    it(`by ${ahead} is loaded for the guest, if the page adds rules after the logout`, async () => {
      const store = openStore('custom');
      const tab = await openMember(store, ahead, 'bare');
      await tab.run(() => {
        const theirs = /** @type {HTMLScriptElement} */ (document.querySelector('[type=speculationrules]'));
        const again = Object.assign(document.createElement('script'), {
          type: theirs.type,
          text: theirs.text,
        });
        Object.assign(window, { theirs });
        document.addEventListener('logged-out', () => document.head.append(again));
      });
      await tab.clickLogout();
      await tab.untilState('done');
      await store.untilLoadedAhead('bare', { isMember: false });
      // The framework that has put it there may take it away.
      assert.equal(await tab.run(() => Reflect.get(window, 'theirs').isConnected), true);
    });

    it(`by ${ahead} is dropped under Trusted Types, without a violation`, async () => {
      const store = openStore('custom');
      const tab = await openMember(store, ahead, 'bare', { strict: '' });
      await tab.run(() => {
        Object.assign(window, { violations: 0 });
        document.addEventListener('securitypolicyviolation', () => {
          Object.assign(window, { violations: Reflect.get(window, 'violations') + 1 });
        });
      });
      await tab.clickLogout();
      await tab.untilState('done');
      await delay(QUIET_MS);
      assert.equal(await tab.run(() => Reflect.get(window, 'violations')), 0);
      await followLink(tab);
      await tab.settled('bare');
      assert.equal(await tab.showsMember(), false);
    });
  }
});
