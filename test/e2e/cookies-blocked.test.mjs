import assert from 'node:assert/strict';
import { it } from 'node:test';

import { blockingEngines } from './support/engines.mjs';
import { inEngines } from './support/in-every-engine.mjs';

/** @import { Tab } from './support/tab.mjs' */

const TIMEOUT_MS = 2000;
/** What a logout may take longer than its `timeout`. */
const GRACE_MS = 250;

inEngines(
  blockingEngines,
  'A browser that blocks storage',
  { concurrency: false },
  ({ openTab, openStore }) => {
    /** @param {Tab} tab */
    const untilButton = (tab) =>
      tab.until('a button', () =>
        document.querySelector('store-logout')?.shadowRoot?.querySelector('button')?.checkVisibility(),
      );

    it('shows the button', async () => {
      const tab = await openTab();
      await tab.visit(openStore('custom').page('front'));
      const errors = await tab.run(() =>
        [() => localStorage, () => new BroadcastChannel('store-logout')].map((use) => {
          try {
            use();
            return '';
          } catch (error) {
            return error instanceof Error ? error.name : '';
          }
        }),
      );
      assert.deepEqual(errors, ['SecurityError', 'SecurityError']);
      await untilButton(tab);
    });

    it('tells of every logout in time', async () => {
      const store = openStore('custom', { timeout: String(TIMEOUT_MS) });
      const tab = await openTab();
      await tab.visit(store.page('memory'));
      await untilButton(tab);
      for (const count of [1, 2]) {
        // The page tells of the second sign-in, as after every logout without a navigation.
        await store.signIn(tab, { keep: 'memory', ...(count > 1 && { signedIn: 'before' }) });
        const started = performance.now();
        const isOver = tab.run(async () => {
          const outcome = document.querySelector('store-logout')?.logout();
          return outcome?.then(
            ({ ok }) => ok,
            (error) => String(error),
          );
        });
        await tab.until(
          'the event',
          (expected) => window.records().filter(({ origin }) => origin === 'here').length === expected,
          count,
        );
        assert.ok(performance.now() - started < TIMEOUT_MS + GRACE_MS);
        assert.equal(await isOver, true);
        assert.equal(await tab.state(), 'done');
        assert.equal(store.isAlive, false);
      }
      assert.deepEqual(
        (await tab.events()).map(({ what }) => what),
        ['logged-out', 'logged-out'],
      );
      assert.equal(store.logouts, 2);
    });
  },
);
