import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

import { inEveryEngine } from './support/in-every-engine.mjs';

/** @typedef {import('./support/tab.mjs').Tab} Tab */

inEveryEngine(
  'A refresh under way while somebody signs out',
  { concurrency: true },
  ({ openTab, openStore }) => {
    /**
     * What a storefront's own client does: refreshes, and stores whatever comes, whenever it comes.
     *
     * @param {Tab} tab
     * @param {string} base
     * @param {string} [until]  name of a promise of the page: the answer is stored only then
     */
    const refresh = (tab, base, until) =>
      tab.run(
        (url, name) => {
          const body = JSON.stringify({ refresh_token: localStorage.getItem('storefront_refresh_token') });
          void fetch(`${url}/auth/refresh-token`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body,
          })
            .then((answer) => answer.json())
            .then(async ({ content }) => {
              if (name) await Reflect.get(window, name);
              localStorage.setItem('storefront_access_token', content.access_token);
              localStorage.setItem('storefront_refresh_token', content.refresh_token);
              localStorage.setItem('refreshed', content.access_token);
            });
        },
        base,
        until,
      );

    /**
     * Makes a promise in the page, `heard`: its library has heard that a guest took over, and has seen the guest's token.
     * Engines differ in which of two listeners hears a message first, so this one looks a task later. Then it makes the
     * library look, because an engine may show a value before it tells of it.
     *
     * @param {Tab} tab
     */
    const listenForGuest = (tab) =>
      tab.run(() => {
        let hasMessage = false;
        const heard = new Promise((resolve) => {
          const look = () => {
            const payload = (localStorage.getItem('storefront_access_token') ?? '').split('.')[1];
            const claims = payload ? atob(payload.replace(/-/g, '+').replace(/_/g, '/')) : '{}';
            if (!hasMessage || !JSON.parse(claims).is_anonymous) return;
            document.dispatchEvent(new Event('visibilitychange'));
            resolve(undefined);
          };
          addEventListener('storage', () => setTimeout(look));
          new BroadcastChannel('store-logout').addEventListener('message', ({ data }) => {
            hasMessage ||= Boolean(data.live);
            setTimeout(look);
          });
        });
        Object.assign(window, { heard });
      });

    /** @param {Tab} tab */
    const refreshed = (tab) => tab.until('the late answer', () => localStorage.getItem('refreshed'));

    /** @param {Tab} tab */
    const guest = (tab) =>
      tab.until('a guest again', () => {
        const payload = (localStorage.getItem('storefront_access_token') ?? '').split('.')[1] ?? '';
        return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))).is_anonymous === true;
      });

    /** @param {number} late */
    async function openApp(late, settings = {}) {
      const store = openStore('commerce-engine');
      const tab = await openTab();
      await tab.visit(store.page('plain'));
      await tab.run(() => localStorage.removeItem('refreshed'));
      await store.signIn(tab);
      store.misbehave({ path: '^.*/auth/refresh-token$', delay: late });
      await tab.visit(store.page('app', settings));
      return { store, tab };
    }

    for (const late of [200, 1500]) {
      it(`in the same tab, ${late} ms late, brings nobody back`, async () => {
        const { store, tab } = await openApp(late);
        await refresh(tab, store.base);
        await store.untilAsked('/refresh-token');
        await tab.logout();
        await refreshed(tab);

        await guest(tab);
        assert.equal(store.isAlive, false);
      });

      it(`in another tab, ${late} ms late, brings nobody back`, async () => {
        const { store, tab } = await openApp(late);
        const other = await openTab();
        await other.visit(store.page('app'));
        await refresh(other, store.base);
        await store.untilAsked('/refresh-token');
        await tab.logout();
        await refreshed(other);

        await guest(tab);
        assert.equal(store.isAlive, false);
      });
    }

    it('in another tab gives way to the guest, although the tab that logged out is busy', async () => {
      const { store, tab } = await openApp(0);
      const other = await openTab();
      await other.visit(store.page('app'));
      await listenForGuest(other);
      await refresh(other, store.base, 'heard');
      await store.untilAsked('/refresh-token');
      await tab.logout();
      const busy = tab.run(() => {
        const end = performance.now() + 3000;
        while (performance.now() < end);
      });
      await refreshed(other);

      await guest(other);
      await busy;
      await guest(tab);
      assert.equal(store.isAlive, false);
    });

    it('in a tab without the library is undone by a page that has only the guard, and hears of the logout', async () => {
      const { store, tab } = await openApp(1500, { redirect: 'goodbye' });
      const other = await openTab();
      await other.visit(store.page('plain'));
      const guarded = await openTab();
      await guarded.visit(store.page('product'));
      await refresh(other, store.base);
      await store.untilAsked('/refresh-token');
      await tab.clickLogout();
      await tab.settled('goodbye');
      await refreshed(other);

      await guarded.until('its token is gone', () => {
        const back = localStorage.getItem('refreshed');
        return back !== null && localStorage.getItem('storefront_access_token') !== back;
      });
      await store.untilEnded();
    });

    it('does not end a session that begins a second later', async () => {
      const { store, tab } = await openApp(500);
      await refresh(tab, store.base);
      await store.untilAsked('/refresh-token');
      await tab.logout();
      await refreshed(tab);
      await delay(1100);
      await store.signIn(tab);
      const token = await tab.run(() => localStorage.getItem('storefront_access_token'));
      // The places are looked at again two and four seconds after the logout.
      await delay(3500);

      assert.equal(await tab.run(() => localStorage.getItem('storefront_access_token')), token);
      assert.equal(store.isAlive, true);
    });
  },
);
