import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

import { settle } from './support/cases.mjs';
import { inEveryEngine } from './support/in-every-engine.mjs';

/** @import { Case } from './support/cases.mjs' */
/** @import { SignInWay, Store } from './support/shop.mjs' */

/** How long a logout takes during which something else happens. */
const SLOW_MS = 1000;

inEveryEngine('A sign-in stays', { concurrency: true }, ({ openTab, openStore }) => {
  let count = 0;

  /**
   * A store whose pages have a button, and keep the access token under a key of this store's own.
   *
   * @param {string} platform
   * @param {Record<string, string>} [settings]
   */
  function openShop(platform, settings = {}) {
    count += 1;
    const key = `token-${count}`;
    return { key, store: openStore(platform, { 'token-key': key, ...settings }) };
  }

  /**
   * A tab on the store's front page, as somebody who has just signed in.
   *
   * @param {Store} store
   * @param {SignInWay & { ahead?: number }} way  and by how many seconds the clock is ahead
   */
  async function openMember(store, { ahead, ...way }) {
    const tab = await openTab();
    await tab.visit(store.page('plain'));
    if (ahead) await tab.setClockAhead(ahead * 1000);
    const token = await store.signIn(tab, way);
    await tab.visit(store.page('front'));
    return { tab, token };
  }

  it('after a guest has clicked the button, although the tokens are written one after the other', async () => {
    const store = openStore('commerce-engine');
    const [tab, other] = [await openTab(), await openTab()];
    await tab.visit(store.page('front'));
    await other.visit(store.page('front'));
    await store.signIn(tab, { signedIn: 'before' });
    await tab.logout();
    await tab.clickLogout();
    await tab.until(
      'the end of both logouts',
      () => window.records().filter(({ origin }) => origin === 'here').length === 2,
    );
    // For a second, the other tab leaves the places that both share alone.
    await delay(1500);
    const token = await store.signIn(tab, { user: 'olga' });
    await delay(SLOW_MS);
    assert.equal(await tab.stored('storefront_access_token'), token);
    assert.equal(store.isAlive, true);
  });

  it('on every page that is loaded after a logout at which the clock was 30 s ahead', async () => {
    /** @type {Case[]} */
    const cases = [];
    for (const [who, platform, redirect] of /** @type {const} */ ([
      ['member', 'custom', 'front'],
      ['member', 'unisouk', ''],
      ['guest', 'custom', 'front'],
      ['guest', 'custom', ''],
    ])) {
      const { store, key } = openShop(platform, redirect ? { redirect } : {});
      const { tab } = await openMember(store, { key, ahead: 30 });
      await tab.logout();
      // Where it led to: three pages have been shown so far.
      if (redirect) {
        await tab.until(
          'the redirect',
          () => window.records().filter(({ what }) => what === 'pageshow').length > 2,
        );
      }
      await tab.visit(store.page('plain'));

      await tab.setClockAhead(0);
      const token = who === 'member' ? await store.signIn(tab, { key }) : undefined;
      const { length: since } = await tab.records();
      // No `visit()`: it would wait for ever for a page that loads without end.
      await tab.run((next) => location.assign(next), store.page('front'));
      await tab.until('a page', (known) => window.records().length > known, since);
      cases.push({
        name: `${who}, ${platform}, ${redirect ? 'with' : 'without'} redirect`,
        store,
        key,
        tab,
        token,
        since,
        expected: { told: [], loads: 1, token: token ? 'kept' : 'none', isAlive: Boolean(token), logouts: 1 },
      });
    }
    await settle(cases);
  });

  it('however soon after the logout, and however far the clock is ahead', async () => {
    /** @type {Case[]} */
    const cases = [];
    for (const [platform, ahead, how, signedIn] of /** @type {const} */ ([
      // Its token is a JWT that says when it was issued, by the platform's clock; that of `custom` says nothing.
      ['unisouk', 5, 'by fetch'],
      ['unisouk', 5, 'by navigation'],
      ['unisouk', 5, 'in another tab'],
      ['unisouk', 60, 'by fetch'],
      ['unisouk', 60, 'by fetch', 'before'],
      ['unisouk', 60, 'by fetch', 'after'],
      ['custom', 0, 'by fetch'],
      ['custom', 0, 'by fetch', 'before'],
      ['custom', 0, 'by navigation'],
      ['custom', 0, 'in another tab'],
    ])) {
      const { store, key } = openShop(platform);
      const { tab } = await openMember(store, { key, ahead });
      const other = how === 'in another tab' ? await openTab() : tab;
      if (other !== tab) await other.visit(store.page('front'));
      await tab.logout();
      if (how === 'by navigation') await tab.visit(store.page('welcome'));
      const token =
        how === 'by navigation'
          ? await tab.run(() => String(Reflect.get(window, 'token')))
          : await store.signIn(other, signedIn ? { key, signedIn } : { key });
      cases.push({
        name: `${platform}, ${ahead} s, ${how}, ${signedIn ? `signedIn() ${signedIn}` : 'not told'}`,
        store,
        key,
        tab,
        token,
        expected: { told: ['logged-out here'], token: 'kept', isAlive: true, logouts: 1 },
      });
    }
    await settle(cases);
  });

  it('while a logout is under way', async () => {
    /** @type {Case[]} */
    const cases = [];
    for (const [platform, where, signedIn] of /** @type {const} */ ([
      ['custom', 'here', undefined],
      ['custom', 'here', 'before'],
      ['custom', 'in another tab', undefined],
      ['custom', 'in another tab', 'before'],
      // Without the page's word, a token of the same second is the old session's there.
      ['commerce-engine', 'here', 'before'],
      ['commerce-engine', 'in another tab', 'before'],
    ])) {
      const { store, key } = openShop(platform);
      const { tab } = await openMember(store, { key });
      const other = where === 'here' ? tab : await openTab();
      if (other !== tab) await other.visit(store.page('front'));
      store.misbehave({ path: 'logout$', delay: SLOW_MS });
      await tab.clickLogout();
      await store.untilAsked('/logout');
      const token = await store.signIn(other, signedIn ? { key, signedIn } : { key });
      const name = `${platform}, ${where}, ${signedIn ? 'announced' : 'not told'}`;
      const both = { store, key, token };
      const expected = /** @type {const} */ ({ token: 'kept', isAlive: true, logouts: 1, state: 'idle' });
      cases.push({ name, ...both, tab, expected: { told: ['logged-out here'], ...expected } });
      if (other !== tab) {
        cases.push({ name: `${name}: there`, ...both, tab: other, expected: { told: [], ...expected } });
      }
    }
    await settle(cases);
  });

  it('of another user, in a tab of their own', async () => {
    /** @type {Case[]} */
    const cases = [];
    const keep = 'sessionStorage';
    for (const platform of ['unisouk', 'commerce-engine', 'custom']) {
      const { store, key } = openShop(platform);
      const { tab } = await openMember(store, { key, keep });
      const { tab: other, token } = await openMember(store, { key, keep, user: 'yara' });
      await tab.logout();
      cases.push({
        name: platform,
        store,
        key,
        tab: other,
        token,
        area: keep,
        expected: { told: [], token: 'kept', logouts: 1, state: 'idle' },
      });
    }
    await settle(cases);
  });
});
