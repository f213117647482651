import { expect } from '@open-wc/testing';

import { logout } from '../../src/index.js';
import { custom } from '../outcomes/backends.js';
import { watchPage } from '../support/page-watch.js';
import { forgetEverything, Simulators } from '../support/simulators.js';

async function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', reject);
  });
}

describe('clear-also', () => {
  afterEach(forgetEverything);

  it('removes just what it names, with the session', async () => {
    const simulators = await Simulators.open();
    const settings = custom.settings(simulators, await simulators.signIn('custom'));
    localStorage.setItem('recently:viewed', '1');
    localStorage.setItem('recently', '2');
    sessionStorage.setItem('draft', '3');
    await (await caches.open('account')).put('/orders', new Response('private'));
    await caches.open('account-2');
    (await openDatabase('orders')).close();

    const outcome = await logout({
      ...settings,
      clearAlso: 'local:recently:viewed session:draft cache:account indexeddb:orders',
    });

    expect(outcome).to.include({ ok: true, local: 'cleared' });
    expect({ ...localStorage }).to.have.property('recently', '2');
    expect(localStorage.getItem('recently:viewed')).to.equal(null);
    expect(sessionStorage.getItem('draft')).to.equal(null);
    expect(await caches.keys()).to.deep.equal(['account-2']);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include('orders');
    await caches.delete('account-2');
  });

  it('says what could not be removed, and removes the rest', async () => {
    const simulators = await Simulators.open();
    const settings = custom.settings(simulators, await simulators.signIn('custom'));
    localStorage.setItem('recent', '1');
    // As another tab may have it open.
    const database = await openDatabase('in-use');

    const outcome = await logout({ ...settings, clearAlso: 'indexeddb:in-use local:recent' });

    database.close();
    expect(outcome).to.deep.include({
      ok: true,
      local: 'partly',
      warnings: ['indexeddb:in-use could not be removed.'],
    });
    expect(localStorage.getItem('recent')).to.equal(null);
  });

  it('removes nothing when the session lives on', async () => {
    const simulators = await Simulators.open();
    const settings = custom.settings(simulators, await simulators.signIn('custom'));
    await simulators.rules({ path: '^/logout$', status: 500 });
    localStorage.setItem('recent', '1');

    await logout({ ...settings, clearAlso: 'local:recent' });

    expect(localStorage.getItem('recent')).to.equal('1');
  });

  it('has no wildcard, and says once what it does not understand', async () => {
    const simulators = await Simulators.open();
    const settings = custom.settings(simulators, await simulators.signIn('custom'));
    localStorage.setItem('recent', '1');
    const watch = watchPage();

    const outcome = await logout({ ...settings, clearAlso: '* local:* recent cookie:x' });

    watch.stop();
    expect(outcome.ok).to.equal(true);
    expect(localStorage.getItem('recent')).to.equal('1');
    expect(outcome.warnings.join()).to.contain('clear-also');
    expect(watch.complaints).to.have.length(1);
  });
});
