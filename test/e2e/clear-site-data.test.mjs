import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

import { inEveryEngine } from './support/in-every-engine.mjs';

/** Long enough for something that should not follow. */
const QUIET_MS = 400;

/** What a server may have the browser clear with its answer: https://w3c.github.io/webappsec-clear-site-data/ */
const DIRECTIVES = ['"cookies"', '"storage"', '"cache"', '"prefetchCache", "prerenderCache"', '"*"'];

inEveryEngine('Clear-Site-Data on the logout’s answer', { concurrency: false }, ({ openTab, openStore }) => {
  for (const directives of DIRECTIVES) {
    it(`${directives} does not break the element: here, in another tab, or for the next sign-in`, async () => {
      const store = openStore('custom');
      const [tab, other] = [await openTab(), await openTab()];
      await tab.visit(store.page('plain'));
      await store.signIn(tab);
      await tab.visit(store.page('front'));
      await other.visit(store.page('front'));
      store.misbehave({ path: '/logout', process: true, headers: { 'Clear-Site-Data': directives } });

      await tab.focus();
      // What the tests write down is in storage too.
      await tab.run(() => {
        localStorage.setItem('theme', 'dark');
        document.addEventListener('logged-out', ({ detail }) =>
          Object.assign(window, { told: [...(Reflect.get(window, 'told') ?? []), detail] }),
        );
      });
      await tab.clickLogout();
      await tab.untilState('done');
      await other.untilState('done');
      assert.equal(store.isAlive, false);
      const isCleared = directives === '"storage"' || directives === '"*"';
      assert.equal(await tab.stored('theme'), isCleared ? null : 'dark');

      store.misbehave();
      await store.signIn(tab, { signedIn: 'before' });
      await tab.untilState('idle');
      await other.untilState('idle');
      await delay(QUIET_MS);
      assert.equal(await tab.state(), 'idle');
      assert.equal(store.isAlive, true);
      const told = await tab.run(() => Reflect.get(window, 'told'));
      assert.deepEqual(
        told.map((/** @type {{ ok: boolean, local: string, warnings: string[] }} */ detail) => [
          detail.ok,
          detail.local,
          detail.warnings,
        ]),
        [[true, 'cleared', []]],
      );
    });
  }
});
