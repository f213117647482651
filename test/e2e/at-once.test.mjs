import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

import { inEveryEngine } from './support/in-every-engine.mjs';

/** Time for a second event, which must not come. */
const QUIET_MS = 1500;
/** Until the last tab has clicked, no logout has ended. */
const SLOW_MS = 1000;

inEveryEngine(
  'Tabs that log out at the same time',
  { concurrency: true },
  ({ engine, openTab, openStore }) => {
    for (const count of [2, 10]) {
      // Ten tabs are told by the same code as two: one engine is enough.
      const skip = count > 2 && engine.name !== 'Chromium' ? 'in Chromium only' : false;
      it(`are told of one logout each: ${count}`, { skip }, async () => {
        const store = openStore('custom', { 'token-key': 'access_token' });
        const tabs = [];
        for (let index = 0; index < count; index += 1) {
          const tab = await openTab();
          await tab.visit(store.page('plain'));
          if (index === 0) await store.signIn(tab);
          await tab.visit(store.page('front'));
          await tab.run(() => {
            const click = () => document.querySelector('store-logout')?.click();
            const channel = new BroadcastChannel('test');
            channel.addEventListener('message', click);
            Object.assign(window, {
              clickEverywhere: () => {
                channel.postMessage('click');
                click();
              },
            });
          });
          tabs.push(tab);
        }
        store.misbehave({ path: '/logout', delay: SLOW_MS });

        await tabs[0]?.run(() => Reflect.get(window, 'clickEverywhere')());
        for (const tab of tabs) {
          await tab.until('the end', () => window.records().some(({ what }) => what === 'logged-out'));
        }
        await delay(QUIET_MS);

        const told = await Promise.all(tabs.map(async (tab) => (await tab.events()).map(({ what }) => what)));
        assert.deepEqual(
          told,
          tabs.map(() => ['logged-out']),
        );
        assert.equal(store.logouts, count);
        assert.equal(store.isAlive, false);
      });
    }
  },
);
