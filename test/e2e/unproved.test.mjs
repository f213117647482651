import assert from 'node:assert/strict';
import { it } from 'node:test';

import { settle } from './support/cases.mjs';
import { inEveryEngine } from './support/in-every-engine.mjs';

/** @import { Case } from './support/cases.mjs' */
/** @import { Tab } from './support/tab.mjs' */

inEveryEngine('A token that comes back after the logout', { concurrency: true }, ({ openTab, openStore }) => {
  /**
   * What a storefront's own client does: refreshes, and stores what comes after a while.
   *
   * @param {Tab} tab
   * @param {string} url
   * @param {string} key
   * @param {{ after: number, beside?: string | undefined }} how ms from the answer to the storing, and a request
   *   that then ends as well
   */
  const refresh = (tab, url, key, { after, beside }) =>
    tab.run(
      (address, name, ms, another) => {
        void (async () => {
          const answer = await fetch(address, { method: 'POST' });
          const { token } = await answer.json();
          await new Promise((resolve) => setTimeout(resolve, ms));
          if (another) await fetch(another);
          localStorage.setItem(name, token);
          Object.assign(window, { isRefreshed: true });
        })();
      },
      url,
      key,
      after,
      beside,
    );

  /** @param {Tab} tab */
  const refreshed = (tab) => tab.until('the late token', () => 'isRefreshed' in window);

  it('stays if nobody can prove it old, and the button offers the logout again', async () => {
    /** @type {Case[]} */
    const cases = [];
    for (const [name, after, isBeside] of /** @type {const} */ ([
      ['at once', 0, false],
      ['400 ms after its answer', 400, false],
      ['while another request ends', 400, true],
    ])) {
      const key = `late-${cases.length}`;
      const store = openStore('custom', { 'token-key': key });
      store.misbehave({ path: '/refresh', delay: 700, json: { token: name } });
      const tab = await openTab();
      await tab.visit(store.page('plain'));
      await store.signIn(tab, { key });
      await tab.visit(store.page('front'));
      const beside = isBeside ? store.page('plain') : undefined;
      await refresh(tab, store.base.replace('logout', 'refresh'), key, { after, beside });
      await store.untilAsked('/refresh');
      await tab.logout();
      await refreshed(tab);
      cases.push({
        name,
        store,
        key,
        tab,
        token: name,
        expected: { told: ['logged-out here'], token: 'kept', logouts: 1, state: 'idle' },
      });
    }
    await settle(cases);
  });

  /**
   * Stores a member's token as a refresh that was granted before or after the end would bring it.
   *
   * @param {Tab} tab
   * @param {string} key
   * @param {string} customer
   * @param {number} later  how many seconds after the anonymous pair it was issued
   */
  const storeMember = (tab, key, customer, later) =>
    tab.run(
      (name, customer_id, seconds) => {
        const payload = localStorage.getItem(name)?.split('.')[1] ?? '';
        const { iat } = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
        const claims = { customer_id, is_logged_in: true, is_anonymous: false, iat: iat + seconds };
        const token = `e30.${btoa(JSON.stringify({ ...claims, exp: iat + 3600 }))}.x`;
        localStorage.setItem(name, token);
        return token;
      },
      key,
      customer,
      later,
    );

  it("is replaced if the platform's anonymous pair proves it old, and never revoked", async () => {
    /** @type {Case[]} */
    const cases = [];
    for (const [name, customer, later, expected] of /** @type {const} */ ([
      ['the same customer, not later', 'nora', 0, { token: 'replaced', state: 'done' }],
      ['the same customer, later', 'nora', 1, { token: 'kept', state: 'idle' }],
      ['another customer', 'yara', 0, { token: 'kept', state: 'idle' }],
    ])) {
      const key = `pair-${cases.length}`;
      const store = openStore('commerce-engine', { 'token-key': key });
      const tab = await openTab();
      await tab.visit(store.page('plain'));
      await store.signIn(tab, { key });
      await tab.visit(store.page('front'));
      await tab.logout();
      const token = await storeMember(tab, key, customer, later);
      cases.push({
        name,
        store,
        key,
        tab,
        token,
        expected: { told: ['logged-out here'], logouts: 1, ...expected },
      });
    }
    await settle(cases);
  });

  it('is removed by another tab that heard of the end while it happened', async () => {
    const key = 'pair-told';
    const store = openStore('commerce-engine', { 'token-key': key });
    const [tab, other] = [await openTab(), await openTab()];
    await tab.visit(store.page('plain'));
    await store.signIn(tab, { key });
    for (const each of [tab, other]) await each.visit(store.page('front'));
    await tab.logout();
    await other.untilState('done');
    await tab.visit(store.page('plain'));
    const token = await storeMember(other, key, 'nora', 0);

    await settle([
      {
        name: 'told',
        store,
        key,
        tab: other,
        token,
        expected: { told: ['logged-out other-tab'], logouts: 1, state: 'done' },
      },
    ]);
    assert.notEqual(await other.stored(key), token);
  });

  /** @param {Tab} tab */
  const inMemory = (tab) => tab.run(() => Reflect.get(window, 'memory').read()?.accessToken ?? 'none');

  for (const announced of [false, true]) {
    const name = announced
      ? 'in memory stays, if a sign-in was announced'
      : 'in memory is forgotten by a tab that is told';
    it(name, async () => {
      const store = openStore('unisouk');
      const [tab, other] = [await openTab(), await openTab()];
      await tab.visit(store.page('memory'));
      await tab.untilState('idle');
      await store.signIn(tab, { keep: 'memory' });
      await other.visit(store.page('memory'));
      // It has an access token of its own, by the refresh token in the cookie.
      await other.untilState('idle');
      assert.notEqual(await inMemory(other), 'none');
      store.misbehave({ path: '/auth/logout', delay: 1000 });

      await tab.clickLogout();
      await store.untilAsked('/logout');
      const token = announced ? await store.signIn(other, { keep: 'memory', signedIn: 'before' }) : 'none';
      // After an announced sign-in the button offers the logout again, whoever it is that has signed in.
      await tab.untilState(announced ? 'idle' : 'done');

      await settle([
        { name: 'here', store, key: '', tab, expected: { told: ['logged-out here'], logouts: 1 } },
        {
          name: 'there',
          store,
          key: '',
          tab: other,
          expected: announced
            ? { told: [], state: 'idle' }
            : { told: ['logged-out other-tab'], state: 'done' },
        },
      ]);
      assert.equal(await inMemory(other), token);
    });
  }
});
